import type { Refusal } from '@contract/errors'
import type { StaffGroup } from '@contract/staff'
import { ok, type Result, refuse } from '@domain/result'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { recordAudit } from '../staff/audit'
import { findTouch } from '../touch/store'
import { groupViews } from './figures'
import { findGroupIdsFor, ownerInForce, renameGroup, takeGroup } from './store'

/** My groups first, then those without an owner that I have opened the shop from. */
export async function groupsOf({ db }: Deps, caller: StaffCaller, nowMs: number): Promise<StaffGroup[]> {
  const { staffId } = caller.staff
  return groupViews(db, staffId, await findGroupIdsFor(db, staffId, caller.memberId), nowMs)
}

/**
 * "This is my group": makes the caller the owner of the group that one of their own touches has proven. A group that
 * is theirs already is renamed; one that somebody else owns is a conflict for the manager.
 */
export async function claimGroup(
  deps: Deps,
  caller: StaffCaller,
  claim: { readonly touchId: string; readonly name: string },
  nowMs: number,
): Promise<Result<StaffGroup, Refusal>> {
  const { staffId } = caller.staff
  const name = claim.name.trim()
  const claimed = await inTransaction(deps.db, async (tx): Promise<Result<string, Refusal>> => {
    const touch = await findTouch(tx, claim.touchId)
    if (!touch || touch.memberId !== caller.memberId || touch.groupId === null) return refuse(UNPROVEN)
    const { groupId } = touch
    const isTaken = await takeGroup(tx, { id: deps.ids.next(), groupId, staffId, since: nowMs })
    if (!isTaken && (await ownerInForce(tx, groupId)) !== staffId) return refuse(OWNED)
    await renameGroup(tx, groupId, name)
    await recordAudit(tx, deps.ids, {
      at: nowMs,
      actorStaffId: staffId,
      action: isTaken ? 'group.claimed' : 'group.renamed',
      subject: groupId,
      detail: name,
    })
    return ok(groupId)
  })
  if (!claimed.ok) return claimed
  const [view] = await groupViews(deps.db, staffId, [claimed.value], nowMs)
  return view ? ok(view) : refuse(UNPROVEN)
}

const UNPROVEN: Refusal = {
  code: 'group.unproven',
  message: 'This opening proves no group; open the shop from a card in the group and try again.',
}
const OWNED: Refusal = {
  code: 'group.owned_by_other',
  message: 'Another staff member owns this group; a manager can move it.',
}
