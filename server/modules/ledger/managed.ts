import type { listManagedOrders as listRoute, ManagedOrder } from '@contract/ledger'
import type { QueryOf, ResponseOf } from '@contract/route'
import { dayRange } from '@domain/figures/range'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Deps } from '../../platform/deps'
import { creditedView, decisionOf } from '../staff/credited'
import { creditedPage } from '../staff/credited-store'
import { namesFor } from '../staff/names'

const PAGE = 20

/** Paid orders of the shop with who holds their credit and why, latest payment first. */
export async function managedOrders(
  { db, config }: Deps,
  query: QueryOf<typeof listRoute>,
): Promise<ResponseOf<typeof listRoute>> {
  const { from, to, staffId = null, groupId, number, nobody, cursor, limit = PAGE } = query
  const rows = await creditedPage(db, {
    staffId,
    groupId,
    number,
    isNobody: nobody,
    from: from === undefined ? null : dayRange(from, from).from,
    until: to === undefined ? null : dayRange(to, to).until,
    after: keysOf(cursor, ['number', 'uuid']),
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const names = await namesFor(db, shown.map(decisionOf))
  const last = shown.at(-1)
  return {
    items: shown.map((row): ManagedOrder => {
      const { holderId, holderName } = row
      return { ...creditedView(config, row, names, 'manager'), holderId, holderName }
    }),
    next: rows.length > limit && last ? cursorOf(last.paidAt ?? 0, last.id) : null,
  }
}
