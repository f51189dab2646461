import type { PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../server/platform/database'
import { ledgerEntries, orderAttributions } from '../../server/schema/credit'
import { addresses, members } from '../../server/schema/member'
import { cartLines, orderEvents, orderLines, orders } from '../../server/schema/order'
import { payments, refunds } from '../../server/schema/payment'
import { bindings, groupOwners, groups, staff, staffInvitations } from '../../server/schema/staff'
import { shares, touches } from '../../server/schema/touch'

/** In the order in which rows may point at each other. */
const TABLES = {
  members,
  staff,
  staffInvitations,
  groups,
  groupOwners,
  shares,
  touches,
  bindings,
  addresses,
  orders,
  orderLines,
  orderEvents,
  payments,
  refunds,
  orderAttributions,
  ledgerEntries,
  cartLines,
}

type Tables = typeof TABLES

/** Everything the seed will write, table by table. */
export type Rows = { readonly [T in keyof Tables]: Tables[T]['$inferInsert'][] }

export const noRows = (): Rows =>
  Object.fromEntries(Object.keys(TABLES).map((name) => [name, []])) as unknown as Rows

/** PostgreSQL takes 65,535 parameters at once; the widest table has about thirty columns. */
const BATCH = 1000

export async function writeRows(db: Queryable, rows: Rows): Promise<void> {
  for (const [name, table] of Object.entries(TABLES)) {
    const all: object[] = rows[name as keyof Rows]
    for (let start = 0; start < all.length; start += BATCH) {
      await db.insert(table as PgTable).values(all.slice(start, start + BATCH))
    }
  }
}
