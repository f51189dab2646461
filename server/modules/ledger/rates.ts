import { commissionRate } from '@domain/ledger/rate'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { products } from '../../schema/catalogue'
import { categoryCommissions } from '../../schema/credit'
import { orderLines } from '../../schema/order'

/**
 * The commission rate of each line of an order for a staff member with this rate of their own, by line id; null where
 * no category of the shop has a rate, so that the one rate of the order says it all.
 */
export async function lineRates(
  db: Queryable,
  orderId: string,
  staffBps: number,
): Promise<Record<string, number | null> | null> {
  const ofCategories = await db.select().from(categoryCommissions)
  if (ofCategories.length === 0) return null
  const bpsOf = new Map(ofCategories.map(({ categoryId, bps }) => [categoryId, bps]))
  const lines = await db
    .select({ id: orderLines.id, categoryId: products.categoryId })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, orderId))
  return Object.fromEntries(
    lines.map(({ id, categoryId }) => [id, commissionRate(staffBps, bpsOf.get(categoryId) ?? null)]),
  )
}
