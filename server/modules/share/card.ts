import type { ShareCard } from '@contract/share'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { products } from '../../schema/catalogue'
import { campaigns } from '../../schema/coupon'
import { picturePath, sharePictureOf } from '../catalogue/pictures'
import { readSettings } from '../shop/settings'
import type { ShareRow } from './store'

export interface SharedProduct {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly images: readonly string[]
  readonly isOnSale: boolean
}

export async function findProduct(db: Queryable, id: string): Promise<SharedProduct | null> {
  const { code, title, images, isOnSale } = products
  const [product] = await db
    .select({ id: products.id, code, title, images, isOnSale })
    .from(products)
    .where(eq(products.id, id))
  return product ?? null
}

export interface SharedCampaign {
  readonly id: string
  readonly title: string
  readonly note: string
}

export async function findCampaign(db: Queryable, id: string): Promise<SharedCampaign | null> {
  const { title, note } = campaigns
  const [campaign] = await db
    .select({ id: campaigns.id, title, note })
    .from(campaigns)
    .where(eq(campaigns.id, id))
  return campaign ?? null
}

/**
 * What WeChat is told when somebody shares. The token travels as `t`; in a mini-program code it is the whole `scene`.
 * The page is the caller's, also where the token was minted for another one.
 */
export async function cardFor(
  db: Queryable,
  { config }: Pick<Deps, 'config'>,
  share: ShareRow,
  { product, campaign }: { product: SharedProduct | null; campaign: SharedCampaign | null },
  expiresAt: number | null,
): Promise<ShareCard> {
  const query = [`t=${share.token}`, product && `id=${product.id}`, campaign && `campaignId=${campaign.id}`]
    .filter(Boolean)
    .join('&')
  const card = { token: share.token, query, creditsStaff: share.rootStaffId !== null, expiresAt }
  if (campaign) {
    const title = `${campaign.title}｜${campaign.note || '领了券再下单，更划算'}`
    return { ...card, title, path: `/pages/coupons/index?${query}`, imageUrl: null }
  }
  if (!product) {
    const { shopName, announcement } = await readSettings(db)
    const title = announcement === '' ? shopName : `${shopName}｜${announcement}`
    return { ...card, title, path: `/pages/home/index?${query}`, imageUrl: null }
  }
  const cover = product.images[0]
  const imageUrl = sharePictureOf(config, product.code) ?? (cover === undefined ? null : picturePath(cover))
  return { ...card, title: product.title, path: `/pages/product/index?${query}`, imageUrl }
}
