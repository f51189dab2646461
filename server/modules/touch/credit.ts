import { resolveStaff } from '@domain/attribution/successor'
import type { LeaverFact } from '@domain/attribution/types'
import type { Queryable } from '../../platform/database'
import { loadOwnerships } from '../group/store'

export interface Opening {
  readonly memberId: string
  readonly at: number
  /** Of a share in force at the opening. */
  readonly rootStaffId: string | null
  readonly groupId: string | null
}

/** To whom an opening counts in the figures: the share's root, else the group's owner then; successors for leavers. */
export async function staffOfOpening(
  db: Queryable,
  { memberId, at, rootStaffId, groupId }: Opening,
  leavers: readonly LeaverFact[],
): Promise<string | null> {
  if (rootStaffId !== null) return resolveStaff(rootStaffId, leavers, { groupId: null, memberId }, at)
  if (groupId === null) return null
  const history = await loadOwnerships(db, [groupId])
  const owner = history.find(({ from, until }) => from <= at && (until === null || at < until))
  return owner ? resolveStaff(owner.staffId, leavers, { groupId, memberId: null }, at) : null
}
