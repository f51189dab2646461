import type { Tx } from '../../../platform/database'
import type { Fault, FileProduct } from './columns'

/** A SKU that the shop has already and an import may touch: named in the file, or a sister of one. */
export interface StandingSku {
  readonly code: string
  readonly productCode: string
  readonly spec: Readonly<Record<string, string>>
  readonly specNames: readonly string[]
  readonly reserved: number
}

/** Locks and reads the SKUs of the file's products and codes, in the order of ids as every writer does. */
export async function lockStanding(tx: Tx, products: readonly FileProduct[]): Promise<StandingSku[]> {
  const skuCodes = products.flatMap((product) => product.skus.map((sku) => sku.code))
  await tx.$client.query(
    `select 1 from skus s join products p on p.id = s.product_id
      where s.code = any($1) or p.code = any($2) order by s.id for update of s`,
    [skuCodes, products.map((product) => product.code)],
  )
  const { rows } = await tx.$client.query<StandingSku>(
    `select s.code, p.code as "productCode", s.spec, p.spec_names as "specNames", s.reserved
      from skus s join products p on p.id = s.product_id
      where s.code = any($1) or p.code = any($2) order by s.position, s.id`,
    [skuCodes, products.map((product) => product.code)],
  )
  return rows
}

/** SKUs by the code of their product, in the product's order. */
export function sistersOf(standing: readonly StandingSku[]): Map<string, StandingSku[]> {
  const sisters = new Map<string, StandingSku[]>()
  for (const sku of standing) {
    const known = sisters.get(sku.productCode)
    if (known) known.push(sku)
    else sisters.set(sku.productCode, [sku])
  }
  return sisters
}

/** Where a file contradicts what it leaves alone: a SKU of another product, or sisters told apart otherwise. */
export function standingFaults(products: readonly FileProduct[], standing: readonly StandingSku[]): Fault[] {
  const byCode = new Map(standing.map((sku) => [sku.code, sku]))
  const sisters = sistersOf(standing)
  const faults: Fault[] = []
  for (const product of products) {
    const inFile = new Set(product.skus.map((sku) => sku.code))
    const left = (sisters.get(product.code) ?? []).filter((sku) => !inFile.has(sku.code))
    for (const { line, code, spec } of product.skus) {
      const known = byCode.get(code)
      if (known && known.productCode !== product.code) {
        const reason = `"${code}" belongs to product ${known.productCode} already`
        faults.push({ line, column: 'sku_code', reason })
      }
      const twin = left.find((sister) => isSameSpec(sister.spec, spec, product.specNames))
      if (twin)
        faults.push({ line, column: 'spec', reason: `is the same as SKU ${twin.code} of the shop has` })
    }
    const other = left.find((sister) => sister.specNames.join(';') !== product.specNames.join(';'))
    if (other) {
      const names = other.specNames.join(';') || 'no spec'
      const reason = `SKU ${other.code}, which the file leaves out, is told by ${names}; name all SKUs to change that`
      faults.push({ line: product.line, column: 'spec', reason })
    }
  }
  return faults
}

const isSameSpec = (
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
  names: readonly string[],
): boolean => names.every((name) => a[name] === b[name])
