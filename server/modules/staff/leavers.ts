import type { LeaverFact } from '@domain/attribution/types'
import type { SharePassing } from '@domain/handover/share-holder'
import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { staff, successions } from '../../schema/staff'

/**
 * Everybody who has left, with who took over when: for anybody, for a group, and for this member. Few rows: a shop's
 * leavers, not its members, whose own successors are read for the one asked about only.
 */
export async function loadLeavers(db: Queryable, memberId: string | null = null): Promise<LeaverFact[]> {
  const left = await db
    .select({ staffId: staff.id, leftAt: staff.leftAt })
    .from(staff)
    .where(isNotNull(staff.leftAt))
    .orderBy(staff.id)
  if (left.length === 0) return []
  const isConcerned =
    memberId === null
      ? isNull(successions.memberId)
      : or(isNull(successions.memberId), eq(successions.memberId, memberId))
  const handed = await db
    .select()
    .from(successions)
    .where(and(eq(successions.covers, 'all'), isConcerned))
    .orderBy(successions.since, successions.id)
  return left.map(({ staffId, leftAt }) => ({
    staffId,
    leftAt: leftAt!,
    successions: handed
      .filter((row) => row.staffId === staffId)
      .map((row) => ({
        successorId: row.successorId,
        from: row.since,
        until: row.until,
        groupId: row.groupId,
        memberId: row.memberId,
      })),
  }))
}

/** Open shares that staff in service have handed over: few rows, one per such handover. */
export async function loadSharePassings(db: Queryable): Promise<SharePassing[]> {
  const { staffId, successorId, since, until } = successions
  return db
    .select({ staffId, successorId, from: since, until })
    .from(successions)
    .where(eq(successions.covers, 'shares'))
    .orderBy(since, successions.id)
}
