import type { LeaverFact, TouchFact } from '@domain/attribution/types'
import { bornBinding } from '@domain/member/binding'
import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import type { Ids } from '../../platform/ids'
import { bindings } from '../../schema/staff'
import { staffSelfOf } from '../staff/store'

/** The staff member of a member's first valid share touch serves them from then on. */
export async function bindByFirstShare(
  db: Queryable,
  ids: Ids,
  memberId: string,
  touch: TouchFact,
  leavers: readonly LeaverFact[],
): Promise<void> {
  if (touch.share?.status !== 'ok' || touch.share.staffId === null) return
  const [current] = await db
    .select({ staffId: bindings.staffId })
    .from(bindings)
    .where(and(eq(bindings.memberId, memberId), isNull(bindings.until)))
  if (current) return
  const self = await staffSelfOf(db, memberId)
  const born = bornBinding({
    memberId,
    memberStaffId: self?.staffId ?? null,
    // A blocked member has no session to report a touch with.
    isMemberBlocked: false,
    current: null,
    touch,
    leavers,
  })
  if (!born) return
  const { staffId, since } = born
  // Two first touches at once: the database keeps the one that is written first.
  await db
    .insert(bindings)
    .values({ id: ids.next(), memberId, staffId, source: 'share', since })
    .onConflictDoNothing()
}
