import type { Names } from '@domain/attribution/explain'
import type { Attribution } from '@domain/attribution/types'
import { inArray } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { groups, staff } from '../../schema/staff'

/** The names the sentences about these decisions need. */
export async function namesFor(db: Queryable, decisions: readonly Attribution[]): Promise<Names> {
  const candidates = decisions.flatMap((decision) => decision.candidates)
  const staffIds = distinct(candidates.flatMap(({ staffId, foundStaffId }) => [staffId, foundStaffId]))
  const groupIds = distinct(candidates.map(({ groupId }) => groupId))
  const staffRows =
    staffIds.length === 0
      ? []
      : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, staffIds))
  const groupRows =
    groupIds.length === 0
      ? []
      : await db.select({ id: groups.id, name: groups.name }).from(groups).where(inArray(groups.id, groupIds))
  return {
    staff: Object.fromEntries(staffRows.map(({ id, name }) => [id, name])),
    groups: Object.fromEntries(groupRows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]]))),
  }
}

const distinct = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
]
