import type { ShareCard } from '@contract/share'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { products } from '../../schema/catalogue'
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

/**
 * What WeChat is told when somebody shares. The token travels as `t`; in a mini-program code it is the whole `scene`.
 * The page is the caller's, also where the token was minted for another one.
 */
export async function cardFor(
  db: Queryable,
  { config }: Pick<Deps, 'config'>,
  share: ShareRow,
  product: SharedProduct | null,
  expiresAt: number | null,
): Promise<ShareCard> {
  const query = product ? `t=${share.token}&id=${product.id}` : `t=${share.token}`
  const card = { token: share.token, query, creditsStaff: share.rootStaffId !== null, expiresAt }
  if (!product) {
    const { shopName, announcement } = await readSettings(db)
    const title = announcement === '' ? shopName : `${shopName}｜${announcement}`
    return { ...card, title, path: `/pages/home/index?${query}`, imageUrl: null }
  }
  const cover = product.images[0]
  const imageUrl = sharePictureOf(config, product.code) ?? (cover === undefined ? null : picturePath(cover))
  return { ...card, title: product.title, path: `/pages/product/index?${query}`, imageUrl }
}
