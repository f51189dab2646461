import type { ProductView, SkuView } from '@contract/catalogue'
import type { Fen } from '@domain/money'
import type { CampaignPrice } from '@domain/pricing/campaign-price'
import type { Caller } from '../../platform/caller'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { groupReason } from '../home/reason'
import { campaignPricesOf } from '../price/store'
import { servingStaffOf } from '../staff/serving'
import { alsoBought } from './also-bought'
import { pictureOf } from './pictures'
import { orderedSpec } from './skus'

interface ProductRow {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly categoryId: string
  readonly categoryName: string
  readonly images: string[]
  readonly description: string
  readonly service: string
  readonly tags: string[]
  readonly specNames: string[]
  readonly isOnSale: boolean
}

interface SkuOfProduct {
  readonly id: string
  readonly spec: Record<string, string>
  readonly image: string | null
  readonly priceFen: Fen
  readonly listPriceFen: number | null
  readonly available: number
  readonly sold: number
  readonly limitPerOrder: number | null
  readonly isOnSale: boolean
}

/** One product, withdrawn or not; null where there never was one. */
export async function productView(
  deps: Deps,
  caller: Caller,
  id: string,
  nowMs: number,
): Promise<ProductView | null> {
  const { db, config } = deps
  const [product, skus] = await Promise.all([findProduct(db, id), skusOf(db, id)])
  if (!product) return null
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const { categoryId } = product
  const priced = skus.map((sku) => ({ ...sku, skuId: sku.id, productId: product.id, categoryId }))
  const [servingStaff, reason, related, campaign] = await Promise.all([
    memberId === null ? null : servingStaffOf(db, memberId),
    memberId === null ? null : groupReason(db, memberId, id, nowMs),
    alsoBought(deps, product.id, product.categoryId, nowMs),
    campaignPricesOf(db, priced, nowMs),
  ])
  const toSku = ({ image, sold: _, spec, ...sku }: SkuOfProduct): SkuView => ({
    ...sku,
    ...crossedOut(sku, campaign.get(sku.id)),
    spec: orderedSpec({ spec, specNames: product.specNames }),
    picture: image === null ? null : pictureOf(config, image),
  })
  return {
    id: product.id,
    title: product.title,
    subtitle: product.subtitle,
    category: { id: product.categoryId, name: product.categoryName },
    pictures: product.images.map((path) => pictureOf(config, path)),
    description: product.description,
    service: product.service === '' ? [] : product.service.split('|'),
    tags: product.tags,
    isOnSale: product.isOnSale && skus.some((sku) => sku.isOnSale),
    soldCount: skus.reduce((sum, sku) => sum + sku.sold, 0),
    specNames: product.specNames,
    skus: skus.map(toSku),
    servingStaff,
    reason,
    alsoBought: related,
  }
}

/** What one piece costs now, and beside a campaign price the one it is lower than. */
const crossedOut = (
  { priceFen, listPriceFen }: Pick<SkuOfProduct, 'priceFen' | 'listPriceFen'>,
  campaign: CampaignPrice | undefined,
) => (campaign ? { priceFen: campaign.unitPrice, listPriceFen: priceFen } : { priceFen, listPriceFen })

async function findProduct(db: Queryable, id: string): Promise<ProductRow | null> {
  const { rows } = await db.$client.query<ProductRow>({
    name: 'catalogue.product',
    text: `select p.id, p.title, p.subtitle, p.category_id as "categoryId", c.name as "categoryName", p.images,
        p.description, p.service, p.tags, p.spec_names as "specNames", p.is_on_sale as "isOnSale"
      from products p join categories c on c.id = p.category_id where p.id = $1`,
    values: [id],
  })
  return rows[0] ?? null
}

async function skusOf(db: Queryable, productId: string): Promise<SkuOfProduct[]> {
  const { rows } = await db.$client.query<SkuOfProduct>({
    name: 'catalogue.skus',
    text: `select id, spec, image, price_fen as "priceFen", list_price_fen as "listPriceFen", available, sold,
        limit_per_order as "limitPerOrder", is_on_sale as "isOnSale"
      from skus where product_id = $1 order by position, id`,
    values: [productId],
  })
  return rows
}
