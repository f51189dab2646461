/** The columns of a catalogue file, in the order in which an export writes them. See demo/data/README.md. */
export const PRODUCT_COLUMNS = [
  'title',
  'subtitle',
  'category',
  'tags',
  'description',
  'images',
  'service',
  'status',
] as const
const SKU_COLUMNS = [
  'sku_code',
  'spec',
  'price_yuan',
  'list_price_yuan',
  'stock',
  'limit_per_order',
  'sku_image',
] as const
export const COLUMNS = ['product_code', ...PRODUCT_COLUMNS, ...SKU_COLUMNS] as const

export type ProductColumn = (typeof PRODUCT_COLUMNS)[number]
export type Column = (typeof COLUMNS)[number]

/** One row of the file; `line` is where it begins, as an editor counts. */
export interface Row<C extends string = Column> {
  readonly line: number
  readonly cells: Readonly<Record<C, string>>
}

/** What is wrong in a file, and where. `column` is null where the whole line (or file) is at fault. */
export interface Fault {
  readonly line: number
  readonly column: string | null
  readonly reason: string
}

/** A product of a file with its SKUs. */
export interface FileProduct {
  readonly line: number
  readonly code: string
  readonly title: string
  readonly subtitle: string
  readonly category: string
  readonly tags: readonly string[]
  readonly description: string
  readonly images: readonly string[]
  readonly service: readonly string[]
  readonly isOnSale: boolean
  readonly specNames: readonly string[]
  readonly skus: readonly FileSku[]
}

export interface FileSku {
  readonly line: number
  readonly code: string
  readonly spec: Readonly<Record<string, string>>
  readonly priceFen: number
  readonly listPriceFen: number | null
  /** Pieces in the house, those reserved by unpaid orders counted in. */
  readonly stock: number
  readonly limitPerOrder: number | null
  readonly image: string | null
}
