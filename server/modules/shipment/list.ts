import type { QueryOf, ResponseOf } from '@contract/route'
import type { listShipping, ShippingFilter } from '@contract/shipment'
import { SHIP_WITHIN_MS } from '@domain/shipment/parcels'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { orders } from '../../schema/order'
import { shippings } from '../../schema/shipment'
import { packedOf, shippingOrder } from './view'

const PAGE = 20

/** Orders of which something is still in the house: all paid ones, and those of which only a part was sent. */
const UNSENT = sql`${orders.id} in (
  select id from orders where state = 'paid'
  union all
  select s.order_id from shippings s join orders p on p.id = s.order_id
   where s.completed_at is null and s.revision > 0 and p.state = 'shipped')`
const overdueAt = (nowMs: number): SQL => sql`${orders.paidAt} <= ${instantToText(nowMs - SHIP_WITHIN_MS)}`
const SENT = sql`${orders.state} in ('shipped', 'received') and ${orders.shippedAt} is not null and not exists (
  select 1 from shippings s where s.order_id = ${orders.id} and s.completed_at is null and s.revision > 0)`
const REFUSED = sql`${orders.id} in (select order_id from shippings where upload = 'refused')`

const conditionOf = (filter: ShippingFilter, nowMs: number): SQL | undefined =>
  ({ toShip: UNSENT, overdue: and(UNSENT, overdueAt(nowMs)), sent: SENT, refused: REFUSED })[filter]

/** What a manager types: a whole order or parcel number, or the beginning of a name or phone. */
function matching(search: string | undefined): SQL | undefined {
  const text = search?.trim()
  if (!text) return undefined
  const start = `${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`(${orders.number} like ${start}
    or ${orders.address} ->> 'name' like ${start} or ${orders.address} ->> 'phone' like ${start}
    or exists (select 1 from shipments p where p.order_id = ${orders.id} and p.tracking_number = ${text}))`
}

/** Orders to send, the oldest payment first; those sent or refused by WeChat, the newest shipment first. */
export async function listToShip(
  { db, config }: Deps,
  { filter = 'toShip', search, cursor, limit = PAGE }: QueryOf<typeof listShipping>,
  nowMs: number,
): Promise<ResponseOf<typeof listShipping>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const isWaiting = filter === 'toShip' || filter === 'overdue'
  const moment = isWaiting ? orders.paidAt : orders.shippedAt
  const sign = isWaiting ? sql`>` : sql`<`
  const rows = await db
    .select({ order: orders })
    .from(orders)
    .leftJoin(shippings, eq(shippings.orderId, orders.id))
    .where(
      and(
        conditionOf(filter, nowMs),
        matching(search),
        after
          ? sql`(${moment}, ${orders.id}) ${sign} (${instantToText(after[0])}, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(isWaiting ? asc(moment) : desc(moment), isWaiting ? asc(orders.id) : desc(orders.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit).map(({ order }) => order)
  const packed = await packedOf(
    db,
    shown.map(({ id }) => id),
  )
  const last = shown.at(-1)
  const at = (isWaiting ? last?.paidAt : last?.shippedAt) ?? 0
  return {
    items: shown.map((order) => shippingOrder(config, order, packed.get(order.id)!, nowMs)),
    next: rows.length > limit && last ? cursorOf(at, last.id) : null,
    counts: await countsOf(db, nowMs),
  }
}

async function countsOf(db: Queryable, nowMs: number) {
  const [row] = await db
    .select({
      toShip: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${overdueAt(nowMs)}))::int`,
    })
    .from(orders)
    .where(UNSENT)
  const [refused] = await db
    .select({ refused: sql<number>`count(*)::int` })
    .from(shippings)
    .where(eq(shippings.upload, 'refused'))
  return { toShip: row?.toShip ?? 0, overdue: row?.overdue ?? 0, refused: refused?.refused ?? 0 }
}
