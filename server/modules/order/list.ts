import type { listOrders } from '@contract/order'
import type { QueryOf, ResponseOf } from '@contract/route'
import { and, desc, eq, sql } from 'drizzle-orm'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Deps } from '../../platform/deps'
import { orders } from '../../schema/order'
import { afterSalesOf } from '../after-sale/store'
import { linesOf } from './store'
import { orderSummary } from './view'

const PAGE = 10

/** The member's orders, newest first: three queries, however many orders. */
export async function listMyOrders(
  { db, config }: Deps,
  memberId: string,
  { state, cursor, limit = PAGE }: QueryOf<typeof listOrders>,
  nowMs: number,
): Promise<ResponseOf<typeof listOrders>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.memberId, memberId),
        state && eq(orders.state, state),
        after === null
          ? undefined
          : sql`(${orders.createdAt}, ${orders.id}) < (${new Date(after[0]).toISOString()}, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(orders.createdAt), desc(orders.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const ids = shown.map((order) => order.id)
  const lines = await linesOf(db, ids)
  const afterSales = await afterSalesOf(db, ids)
  const last = shown.at(-1)
  return {
    items: shown.map((order) => {
      const own = lines.filter((line) => line.orderId === order.id)
      const asked = afterSales.filter((request) => request.orderId === order.id)
      return orderSummary(config, order, own, asked, nowMs)
    }),
    next: rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null,
  }
}
