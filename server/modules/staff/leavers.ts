import type { LeaverFact } from '@domain/attribution/types'
import { isNotNull } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { staff, successions } from '../../schema/staff'

/** Everybody who has left, with who took over when. Few rows: a shop's leavers, not its members. */
export async function loadLeavers(db: Queryable): Promise<LeaverFact[]> {
  const left = await db
    .select({ staffId: staff.id, leftAt: staff.leftAt })
    .from(staff)
    .where(isNotNull(staff.leftAt))
    .orderBy(staff.id)
  if (left.length === 0) return []
  const handed = await db.select().from(successions).orderBy(successions.since, successions.id)
  return left.map(({ staffId, leftAt }) => ({
    staffId,
    leftAt: leftAt!,
    successions: handed
      .filter((row) => row.staffId === staffId)
      .map((row) => ({
        successorId: row.successorId,
        from: row.since,
        until: row.until,
        groupId: null,
        memberId: null,
      })),
  }))
}
