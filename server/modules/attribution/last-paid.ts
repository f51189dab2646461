import { resolveStaff } from '@domain/attribution/successor'
import type { LeaverFact } from '@domain/attribution/types'
import { and, eq, inArray, isNotNull, lte, max } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { orders } from '../../schema/order'

/** When the member last paid an order credited to this staff member, or to a leaver whose credit they took over. */
export async function lastPaidThrough(
  db: Queryable,
  memberId: string,
  staffId: string,
  leavers: readonly LeaverFact[],
  at: number,
): Promise<number | null> {
  const scope = { groupId: null, memberId }
  const taken = leavers.filter((leaver) => resolveStaff(leaver.staffId, leavers, scope, at) === staffId)
  const through = [staffId, ...taken.map((leaver) => leaver.staffId)]
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
