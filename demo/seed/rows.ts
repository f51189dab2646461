import { getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../server/platform/database'
import { afterSaleEvents, afterSales } from '../../server/schema/after-sale'
import { coupons, orderCoupons } from '../../server/schema/coupon'
import { ledgerEntries, orderAttributions } from '../../server/schema/credit'
import { addresses, members } from '../../server/schema/member'
import { cartLines, orderEvents, orderLines, orders } from '../../server/schema/order'
import { jobs, payments, refunds } from '../../server/schema/payment'
import { shipments, shippings } from '../../server/schema/shipment'
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
  coupons,
  orderCoupons,
  payments,
  refunds,
  afterSales,
  afterSaleEvents,
  orderAttributions,
  ledgerEntries,
  cartLines,
  shipments,
  shippings,
  jobs,
}

type Tables = typeof TABLES

/** Everything the seed will write, table by table. */
export type Rows = { readonly [T in keyof Tables]: Tables[T]['$inferInsert'][] }

export const noRows = (): Rows =>
  Object.fromEntries(Object.keys(TABLES).map((name) => [name, []])) as unknown as Rows

/** Rows sent at once, as one JSON text: thousands of parameters take the database longer to read than to store. */
const BATCH = 2000

export async function writeRows(db: Queryable, rows: Rows): Promise<void> {
  for (const [name, table] of Object.entries(TABLES)) {
    const all = rows[name as keyof Rows] as readonly Readonly<Record<string, unknown>>[]
    const columns = Object.entries(getTableColumns(table)).filter(([key]) => all.some((row) => key in row))
    const names = columns.map(([key]) => toSnakeCase(key)).join(', ')
    for (let start = 0; start < all.length; start += BATCH) {
      const records = all.slice(start, start + BATCH).map((row) => recordOf(columns, row))
      await db.$client.query(
        `insert into ${getTableName(table)} (${names})
         select ${names} from json_populate_recordset(null::${getTableName(table)}, $1::json)`,
        [JSON.stringify(records)],
      )
    }
  }
}

/** A row under the database's own names and in its own forms. */
function recordOf(columns: readonly [string, PgColumn][], row: Readonly<Record<string, unknown>>): object {
  const entries = columns.map(([key, column]) => {
    const value = row[key] ?? null
    const isPlain = value === null || column.dataType === 'json'
    return [toSnakeCase(key), isPlain ? value : column.mapToDriverValue(value)]
  })
  return Object.fromEntries(entries)
}
