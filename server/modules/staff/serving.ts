import type { ServingStaff } from '@contract/session'
import { resolveStaff } from '@domain/attribution/successor'
import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { bindings, staff } from '../../schema/staff'
import { loadLeavers } from './leavers'

/** Handovers in force are those that stand now, whatever "now" a test has set: the latest moment there is. */
const NOW_AND_LATER = Number.MAX_SAFE_INTEGER

/** Who serves this member now: the bound staff member, or the successor of one who left; null where nobody does. */
export async function servingStaffOf(db: Queryable, memberId: string): Promise<ServingStaff | null> {
  const [bound] = await db
    .select({ staffId: bindings.staffId })
    .from(bindings)
    .where(and(eq(bindings.memberId, memberId), isNull(bindings.until)))
  return bound ? publicStaffOf(db, bound.staffId, memberId) : null
}

/** A staff member as customers may know them, or who took over from them for this member. */
export async function publicStaffOf(
  db: Queryable,
  staffId: string,
  memberId: string | null = null,
): Promise<ServingStaff | null> {
  const scope = { groupId: null, memberId }
  const serving = resolveStaff(staffId, await loadLeavers(db), scope, NOW_AND_LATER)
  if (serving === null) return null
  const { id, name, title, intro, contact } = staff
  const [found] = await db
    .select({ staffId: id, name, title, intro, contact })
    .from(staff)
    .where(eq(staff.id, serving))
  return found ?? null
}
