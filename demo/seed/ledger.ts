import type { LedgerEntry, LedgerOrder } from '@domain/ledger/entry'
import type { CouponRow } from '../../server/modules/coupon/coupon-store'
import { rowOf } from '../../server/modules/ledger/rows'
import type { orderLines, orders } from '../../server/schema/order'
import type { Stage } from './stage'

/** An order with all that later parts of its life change or add. */
export interface SeededOrder {
  readonly order: typeof orders.$inferSelect
  readonly lines: (typeof orderLines.$inferSelect)[]
  readonly ledger: LedgerOrder
  readonly entries: LedgerEntry[]
  /** What it was priced with. */
  readonly coupons: readonly CouponRow[]
}

/** Adds ledger lines to an order. */
export function keepEntries(
  stage: Stage,
  { order, lines, entries }: SeededOrder,
  booked: readonly LedgerEntry[],
): void {
  for (const entry of booked) {
    const quantity = lines.find(({ id }) => id === entry.lineId)?.quantity ?? 0
    stage.rows.ledgerEntries.push(rowOf(stage.id(entry.at), entry, { groupId: order.groupId, quantity }))
    entries.push(entry)
  }
}
