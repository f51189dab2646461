import { ok, type Result, refuse } from '@domain/result'
import { type Db, inTransaction } from '../../../platform/database'
import type { Fault, FileProduct } from './columns'
import type { ImportOptions } from './options'
import { placeProducts, saveCategories, saveProducts } from './save-products'
import { saveSkus } from './save-skus'
import { lockStanding, type StandingSku, standingFaults } from './standing'

export interface ImportSummary {
  readonly products: { readonly added: number; readonly updated: number }
  readonly skus: { readonly added: number; readonly updated: number }
  /** SKUs whose new stock is below what unpaid orders hold: nothing more can be ordered of them. */
  readonly overbooked: readonly string[]
}

/**
 * Brings a catalogue into the shop in one transaction, all of it or nothing. The file's stock is what is in the house;
 * what unpaid orders have reserved is taken off it, so an import never sells a reserved piece twice.
 */
export function importProducts(
  db: Db,
  products: readonly FileProduct[],
  options: ImportOptions,
): Promise<Result<ImportSummary, Fault[]>> {
  return inTransaction(db, async (tx) => {
    // Two imports at once would each place the products they know of; orders go on meanwhile.
    await tx.$client.query('lock table products in share row exclusive mode')
    const standing = await lockStanding(tx, products)
    const faults = standingFaults(products, standing)
    if (faults.length > 0) return refuse(faults)
    await saveCategories(tx, products, options)
    const codes = await saveProducts(tx, products, options)
    await saveSkus(tx, products, standing, options)
    const named = products.map((product) => product.code)
    const added = named.filter((code) => !codes.has(code))
    await placeProducts(tx, named, added)
    return ok(summarise(products, standing, codes, options))
  })
}

function summarise(
  products: readonly FileProduct[],
  standing: readonly StandingSku[],
  codes: ReadonlySet<string>,
  { keepStock = false }: ImportOptions,
): ImportSummary {
  const byCode = new Map(standing.map((sku) => [sku.code, sku]))
  const skus = products.flatMap((product) => product.skus)
  const updated = skus.filter((sku) => byCode.has(sku.code)).length
  const isOver = ({ code, stock }: (typeof skus)[number]) => stock < (byCode.get(code)?.reserved ?? 0)
  return {
    products: { added: products.length - codes.size, updated: codes.size },
    skus: { added: skus.length - updated, updated },
    overbooked: keepStock ? [] : skus.filter(isOver).map((sku) => sku.code),
  }
}
