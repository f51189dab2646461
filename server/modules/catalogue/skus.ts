import type { Fen } from '@domain/money'
import type { StockMove } from '@domain/order/stock'
import type { Queryable, Tx } from '../../platform/database'

/** A SKU with what its product adds to it: what carts, quotes and orders work on. */
export interface SkuRow {
  readonly skuId: string
  readonly productId: string
  readonly categoryId: string
  readonly title: string
  readonly spec: Readonly<Record<string, string>>
  readonly specNames: readonly string[]
  /** The SKU's own picture, else the product's cover. */
  readonly image: string
  readonly priceFen: Fen
  readonly available: number
  readonly reserved: number
  readonly limitPerOrder: number | null
  /** False where the SKU or its product is withdrawn. */
  readonly isOnSale: boolean
}

const COLUMNS = `s.id as "skuId", s.product_id as "productId", p.category_id as "categoryId", p.title, s.spec, p.spec_names as "specNames",
  coalesce(s.image, p.images[1], '') as image, s.price_fen as "priceFen", s.available, s.reserved,
  s.limit_per_order as "limitPerOrder", s.is_on_sale and p.is_on_sale as "isOnSale"`

/** SKUs by id, in no particular order; unknown ids are missing from the answer. */
export async function findSkus(db: Queryable, ids: readonly string[]): Promise<SkuRow[]> {
  const { rows } = await db.$client.query<SkuRow>({
    name: 'skus.find',
    text: `select ${COLUMNS} from skus s join products p on p.id = s.product_id where s.id = any($1::uuid[])`,
    values: [ids],
  })
  return rows
}

/** The same rows, locked until the transaction ends, always in the order of ids: locks never meet crosswise. */
export async function lockSkus(tx: Tx, ids: readonly string[]): Promise<SkuRow[]> {
  const { rows } = await tx.$client.query<SkuRow>({
    name: 'skus.lock',
    text: `select ${COLUMNS} from skus s join products p on p.id = s.product_id
      where s.id = any($1::uuid[]) order by s.id for update of s`,
    values: [ids],
  })
  return rows
}

/**
 * Moves the counters of locked SKUs as the rules in domain/order/stock say. The rules count pieces in the house
 * (`onHand`, of which some are reserved); the row keeps what may still be ordered, so that a check guards it, and
 * what left the house as sold.
 */
export async function moveStock(tx: Tx, moves: readonly StockMove[]): Promise<void> {
  await tx.$client.query({
    name: 'skus.move',
    text: `update skus s set available = s.available + m.on_hand - m.reserved,
        reserved = s.reserved + m.reserved, sold = s.sold - m.on_hand
      from unnest($1::uuid[], $2::int[], $3::int[]) as m(id, on_hand, reserved) where s.id = m.id`,
    values: [moves.map((m) => m.skuId), moves.map((m) => m.onHand), moves.map((m) => m.reserved)],
  })
}

/** A spec in the order in which the product asks for it. */
export const orderedSpec = ({
  spec,
  specNames,
}: Pick<SkuRow, 'spec' | 'specNames'>): Record<string, string> =>
  Object.fromEntries(specNames.flatMap((name) => (name in spec ? [[name, spec[name]!]] : [])))
