import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { cartLines } from '../../schema/order'
import type { SkuRow } from '../catalogue/skus'

export interface CartRow {
  readonly skuId: string
  readonly quantity: number
  readonly isChosen: boolean
  readonly seenPriceFen: number
}

/** The member's lines, the latest added first. */
export const findLines = (db: Queryable, memberId: string): Promise<CartRow[]> =>
  db
    .select({
      skuId: cartLines.skuId,
      quantity: cartLines.quantity,
      isChosen: cartLines.isChosen,
      seenPriceFen: cartLines.seenPriceFen,
    })
    .from(cartLines)
    .where(eq(cartLines.memberId, memberId))
    .orderBy(sql`${cartLines.addedAt} desc, ${cartLines.skuId}`)

export async function findLine(db: Queryable, memberId: string, skuId: string): Promise<CartRow | null> {
  const lines = await findLines(db, memberId)
  return lines.find((line) => line.skuId === skuId) ?? null
}

export async function countLines(db: Queryable, memberId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(cartLines).where(eq(cartLines.memberId, memberId))
  return row?.n ?? 0
}

/** Puts the line there or changes it; its place in the cart stays. The price is what the member has now seen. */
export async function saveLine(
  db: Queryable,
  memberId: string,
  sku: SkuRow,
  line: { readonly quantity: number; readonly isChosen: boolean },
  nowMs: number,
): Promise<void> {
  const seen = { quantity: line.quantity, isChosen: line.isChosen, seenPriceFen: sku.priceFen }
  await db
    .insert(cartLines)
    .values({ memberId, skuId: sku.skuId, ...seen, addedAt: nowMs })
    .onConflictDoUpdate({ target: [cartLines.memberId, cartLines.skuId], set: seen })
}

/** Takes lines out; those that are not there are no fault. */
export async function removeLines(db: Queryable, memberId: string, skuIds: readonly string[]): Promise<void> {
  await db
    .delete(cartLines)
    .where(and(eq(cartLines.memberId, memberId), inArray(cartLines.skuId, [...skuIds])))
}
