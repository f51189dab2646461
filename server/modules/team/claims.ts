import type { Refusal } from '@contract/errors'
import type { GroupClaimRow } from '@contract/team'
import { ok, type Result, refuse } from '@domain/result'
import { eq } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { groupClaims } from '../../schema/staff'
import { ownerInForce, renameGroup } from '../group/store'
import { recordAudit } from '../staff/audit'
import { findTouch } from '../touch/store'
import { isInService, moveGroup } from './group-list'

const CLAIMS = `
  select c.id, c.group_id as "groupId", g.name as "groupName", c.name as "claimedName", c.staff_id as "claimantId",
         s.name as "claimantName", o.staff_id as "ownerId", own.name as "ownerName", c.note,
         c.claimed_at as "claimedAt", c.state, c.decided_at as "decidedAt", c.reason
    from group_claims c
    join groups g on g.id = c.group_id
    join staff s on s.id = c.staff_id
    left join group_owners o on o.group_id = c.group_id and o.until is null
    left join staff own on own.id = o.staff_id`

async function claims(
  db: Queryable,
  name: string,
  where: string,
  values: unknown[],
): Promise<GroupClaimRow[]> {
  const { rows } = await db.$client.query<GroupClaimRow>({ name, text: `${CLAIMS} ${where}`, values })
  return rows
}

/** Conflicts over groups: those to decide first. */
export const listClaims = (db: Queryable): Promise<GroupClaimRow[]> =>
  claims(db, 'claims-all', `order by c.state <> 'open', c.claimed_at desc, c.id limit 100`, [])

/** The groups this staff member asked for. */
export const myClaims = (db: Queryable, staffId: string): Promise<GroupClaimRow[]> =>
  claims(db, 'claims-mine', 'where c.staff_id = $1 order by c.claimed_at desc, c.id limit 50', [staffId])

const claimOf = async (db: Queryable, id: string): Promise<GroupClaimRow | null> =>
  (await claims(db, 'claims-one', 'where c.id = $1', [id]))[0] ?? null

/** Asks the manager for a group somebody else owns, proven by an own opening. Asking twice is one claim. */
export async function contest(
  deps: Deps,
  caller: StaffCaller,
  wish: { readonly touchId: string; readonly name: string; readonly note?: string },
  nowMs: number,
): Promise<Result<GroupClaimRow, Refusal>> {
  const { staffId } = caller.staff
  const made = await inTransaction(deps.db, async (tx): Promise<Result<string, Refusal>> => {
    const touch = await findTouch(tx, wish.touchId)
    if (!touch || touch.memberId !== caller.memberId || touch.groupId === null) return refuse(UNPROVEN)
    const { groupId } = touch
    const owner = await ownerInForce(tx, groupId)
    if (owner === null || owner === staffId) return refuse(NEEDLESS)
    const [name, note] = [wish.name.trim(), wish.note?.trim() ?? '']
    const id = deps.ids.next()
    const { rows } = await tx.$client.query<{ id: string }>(
      `insert into group_claims (id, group_id, staff_id, touch_id, name, note, claimed_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, 'open')
       on conflict (group_id, staff_id) where state = 'open' do update set name = excluded.name, note = excluded.note
       returning id`,
      [id, groupId, staffId, touch.id, name, note, new Date(nowMs).toISOString()],
    )
    const claimId = rows[0]?.id ?? id
    if (claimId === id) {
      const audit = {
        at: nowMs,
        actorStaffId: staffId,
        action: 'group.contested',
        subject: groupId,
        detail: name,
      }
      await recordAudit(tx, deps.ids, audit)
    }
    return ok(claimId)
  })
  if (!made.ok) return made
  const view = await claimOf(deps.db, made.value)
  return view ? ok(view) : refuse(NOT_FOUND)
}

/** The manager's word on a conflict: approved, the group moves from now on. */
export async function decideClaim(
  deps: Deps,
  caller: StaffCaller,
  id: string,
  { approve, reason }: { readonly approve: boolean; readonly reason: string },
  nowMs: number,
): Promise<Result<GroupClaimRow, Refusal>> {
  const decided = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    const [claim] = await tx.select().from(groupClaims).where(eq(groupClaims.id, id)).for('update')
    if (!claim) return refuse(NOT_FOUND)
    if (claim.state !== 'open') return refuse(DECIDED)
    const { groupId, staffId, name } = claim
    if (approve) {
      if (!(await isInService(tx, staffId))) return refuse(DECIDED)
      await moveGroup(tx, deps, { groupId, staffId, at: nowMs })
      await renameGroup(tx, groupId, name)
    }
    const state = approve ? ('approved' as const) : ('refused' as const)
    const decidedBy = caller.staff.staffId
    await tx
      .update(groupClaims)
      .set({ state, decidedAt: nowMs, decidedBy, reason })
      .where(eq(groupClaims.id, id))
    const detail = JSON.stringify({ claimantId: staffId, name, reason })
    const audit = { at: nowMs, actorStaffId: decidedBy, action: `claim.${state}`, subject: groupId, detail }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  if (!decided.ok) return decided
  const view = await claimOf(deps.db, id)
  return view ? ok(view) : refuse(NOT_FOUND)
}

const UNPROVEN: Refusal = {
  code: 'group.unproven',
  message: 'This opening proves no group; open the shop from a card in the group and try again.',
}
const NEEDLESS: Refusal = {
  code: 'claim.needless',
  message: 'Nobody else owns this group: take it without asking.',
}
const DECIDED: Refusal = {
  code: 'claim.decided',
  message: 'This claim is decided already, or the claimant has left.',
}
