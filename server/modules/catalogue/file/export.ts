import { type Fen, yuanText } from '@domain/money'
import { stringify } from 'csv-stringify/sync'
import type { Queryable } from '../../../platform/database'
import { COLUMNS, type Column } from './columns'

interface ExportedSku {
  readonly productCode: string
  readonly title: string
  readonly subtitle: string
  readonly category: string
  readonly tags: string[]
  readonly description: string
  readonly images: string[]
  readonly service: string
  readonly isOnSale: boolean
  readonly specNames: string[]
  readonly code: string
  readonly spec: Record<string, string>
  readonly priceFen: Fen
  readonly listPriceFen: Fen | null
  readonly stock: number
  readonly limitPerOrder: number | null
  readonly image: string | null
}

/** The whole catalogue as a file that imports to the same shop: same order, same texts, stock in the house. */
export async function exportProducts(db: Queryable): Promise<string> {
  const { rows } = await db.$client.query<ExportedSku>(
    `select p.code as "productCode", p.title, p.subtitle, c.name as category, p.tags, p.description, p.images,
        p.service, p.is_on_sale as "isOnSale", p.spec_names as "specNames", s.code, s.spec, s.price_fen as "priceFen",
        s.list_price_fen as "listPriceFen", s.available + s.reserved as stock,
        s.limit_per_order as "limitPerOrder", s.image
      from products p join categories c on c.id = p.category_id join skus s on s.product_id = p.id
      order by p.position, p.id, s.position, s.id`,
  )
  let product: string | null = null
  const records = rows.map((row) => {
    const isFirst = row.productCode !== product
    product = row.productCode
    return { ...(isFirst ? productCells(row) : {}), ...skuCells(row) }
  })
  return stringify(records, { header: true, columns: [...COLUMNS], record_delimiter: 'unix' })
}

const productCells = (row: ExportedSku): Partial<Record<Column, string>> => ({
  title: row.title,
  subtitle: row.subtitle,
  category: row.category,
  tags: row.tags.join('|'),
  description: row.description,
  images: row.images.join('|'),
  service: row.service,
  status: row.isOnSale ? 'on' : 'off',
})

const skuCells = (row: ExportedSku): Partial<Record<Column, string>> => ({
  product_code: row.productCode,
  sku_code: row.code,
  spec: row.specNames.map((name) => `${name}=${row.spec[name] ?? ''}`).join(';'),
  price_yuan: yuanText(row.priceFen),
  list_price_yuan: row.listPriceFen === null ? '' : yuanText(row.listPriceFen),
  stock: String(row.stock),
  limit_per_order: row.limitPerOrder === null ? '' : String(row.limitPerOrder),
  sku_image: row.image ?? '',
})
