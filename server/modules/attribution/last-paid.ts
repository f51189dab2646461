import { resolveStaff } from '@domain/attribution/successor'
import type { LeaverFact } from '@domain/attribution/types'
import { and, desc, eq, inArray, isNotNull, lte, max } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { orders } from '../../schema/order'
import { bindings } from '../../schema/staff'

/**
 * When the member last paid an order credited to this staff member, or to somebody whose credit they took over: a
 * leaver, or the one who handed this very member on.
 */
export async function lastPaidThrough(
  db: Queryable,
  memberId: string,
  staffId: string,
  leavers: readonly LeaverFact[],
  at: number,
): Promise<number | null> {
  const scope = { groupId: null, memberId }
  const taken = leavers.filter((leaver) => resolveStaff(leaver.staffId, leavers, scope, at) === staffId)
  const through = [staffId, ...taken.map((leaver) => leaver.staffId), ...(await handedOnBy(db, memberId, at))]
  const [row] = await db
    .select({ at: max(orders.paidAt) })
    .from(orders)
    .where(
      and(
        eq(orders.memberId, memberId),
        inArray(orders.staffId, through),
        isNotNull(orders.paidAt),
        lte(orders.paidAt, at),
      ),
    )
  return row?.at ?? null
}

/** Who served the member before the handovers that led to the binding in force. */
async function handedOnBy(db: Queryable, memberId: string, at: number): Promise<string[]> {
  const history = await db
    .select({ staffId: bindings.staffId, source: bindings.source })
    .from(bindings)
    .where(and(eq(bindings.memberId, memberId), lte(bindings.since, at)))
    .orderBy(desc(bindings.since), desc(bindings.id))
  const firstOther = history.findIndex(({ source }) => source !== 'handover')
  const handedOver = firstOther < 0 ? history : history.slice(0, firstOther + 1)
  return handedOver.slice(1).map((row) => row.staffId)
}
