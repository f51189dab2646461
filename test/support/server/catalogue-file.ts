import { COLUMNS } from '../../../server/modules/catalogue/file/columns'
import { exportProducts } from '../../../server/modules/catalogue/file/export'
import { importProducts } from '../../../server/modules/catalogue/file/import'
import { readCatalogue } from '../../../server/modules/catalogue/file/read-catalogue'
import type { TestShop } from './shop'

export type FileRow = Record<string, string>

const quoted = (cell: string): string => (/[,"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A row of a catalogue file that is right in everything that is not said. */
export const aRow = (row: FileRow = {}): FileRow => ({
  product_code: 'fuji-apple',
  title: '红富士苹果',
  category: '水果',
  images: 'products/fuji-apple.webp',
  status: 'on',
  sku_code: 'fuji-apple-5j',
  price_yuan: '29.90',
  stock: '10',
  ...row,
})

/** A further row of a product: only its SKU is said. */
export const aSkuRow = (row: FileRow): FileRow => ({
  ...Object.fromEntries(COLUMNS.map((name) => [name, ''])),
  price_yuan: '29.90',
  stock: '10',
  ...row,
})

/** The text of a catalogue file, as an export writes it. */
export const fileOf = (...rows: FileRow[]): string =>
  `${[[...COLUMNS], ...rows.map((row) => COLUMNS.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n')}\n`

/** Reads and imports a file as `npm run shop -- import products` does. */
export async function imports(
  { deps }: TestShop,
  file: string | Uint8Array,
  options: { readonly keepStock?: boolean } = {},
) {
  const read = readCatalogue(Buffer.from(file))
  if (!read.ok) return read
  const { db, ids, clock } = deps
  return importProducts(db, read.value, { nowMs: clock.now(), nextId: () => ids.next(), ...options })
}

/** The whole catalogue as a file. */
export const exported = ({ deps }: TestShop): Promise<string> => exportProducts(deps.db)

export async function skuIdOf({ deps }: TestShop, code: string): Promise<string> {
  const { rows } = await deps.db.$client.query<{ id: string }>('select id from skus where code = $1', [code])
  if (!rows[0]) throw new Error(`no SKU ${code}`)
  return rows[0].id
}
