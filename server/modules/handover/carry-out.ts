import type { Refusal } from '@contract/errors'
import type { HandoverPlan, HandoverRow } from '@contract/handover'
import { ok, type Result, refuse } from '@domain/result'
import { eq } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { handovers, staff, successions } from '../../schema/staff'
import { recordAudit } from '../staff/audit'
import { handoverRow } from './list'
import { gainsOf, type Planned, planned } from './plan'

export interface Confirmation {
  readonly plan: HandoverPlan
  /** Of the preview that was looked at. */
  readonly digest: string
  readonly reason: string
}

/**
 * Carries a handover out, in one transaction: bindings and groups get a new row from now on, a leaver's successors are
 * written down for whatever of theirs is opened later. Nothing in the ledger moves.
 */
export async function confirmHandover(
  deps: Deps,
  caller: StaffCaller,
  { plan, digest, reason }: Confirmation,
  nowMs: number,
): Promise<Result<HandoverRow, Refusal>> {
  const id = deps.ids.next()
  const done = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    await lockPosts(tx)
    const found = await planned(tx, deps, plan, nowMs)
    if (!found.ok) return found
    if (found.value.digest !== digest) return refuse(CHANGED)
    const moves = gainsOf(plan, found.value).map(({ groupIds, ...gain }) => ({
      ...gain,
      groups: groupIds.length,
    }))
    const { staffId, form } = plan
    const byStaffId = caller.staff.staffId
    await tx.insert(handovers).values({ id, staffId, form, plan, moves, reason, at: nowMs, byStaffId })
    await writeSuccessions(tx, deps, plan, found.value, { id, at: nowMs })
    await moveBindings(tx, deps, found.value, { id, at: nowMs })
    await moveGroups(tx, deps, found.value, { id, at: nowMs })
    if (form === 'leaver') await leave(tx, staffId, nowMs)
    const detail = JSON.stringify({ form, moves, reason })
    const audit = { at: nowMs, actorStaffId: byStaffId, action: `handover.${form}`, subject: staffId, detail }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  if (!done.ok) return done
  const row = await handoverRow(deps.db, id, nowMs)
  return row ? ok(row) : refuse(NOT_FOUND)
}

/** Handovers, undoing and roles happen one after another: few, and each looks at who holds a post. */
export const lockPosts = (tx: Tx): Promise<unknown> =>
  tx.select({ id: staff.id }).from(staff).orderBy(staff.id).for('update')

interface Mark {
  readonly id: string
  readonly at: number
}

/** Who takes over a leaver's credit: one for all, and by name those of groups and members that go elsewhere. */
async function writeSuccessions(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  plan: HandoverPlan,
  { division }: Planned,
  { id: handoverId, at }: Mark,
): Promise<void> {
  const row = (successorId: string, scope: { groupId?: string; memberId?: string } = {}) => ({
    id: ids.next(),
    staffId: plan.staffId,
    successorId,
    since: at,
    handoverId,
    ...scope,
  })
  if (plan.form === 'in_service') {
    if (division.sharesTo !== null) {
      await tx.insert(successions).values({ ...row(division.sharesTo), covers: 'shares' })
    }
    return
  }
  const rows = [
    ...(plan.rest === null ? [] : [row(plan.rest)]),
    ...[...division.groups].filter(([, to]) => to !== plan.rest).map(([groupId, to]) => row(to, { groupId })),
    ...[...division.members]
      .filter(([, to]) => to !== plan.rest)
      .map(([memberId, to]) => row(to, { memberId })),
  ]
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx.insert(successions).values(rows.slice(from, from + BATCH))
  }
}

const BATCH = 1000

async function moveBindings(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  { division }: Planned,
  { id, at }: Mark,
): Promise<void> {
  const members = [...division.members.keys()]
  if (members.length === 0) return
  await tx.$client.query(
    `update bindings set until = $2 where member_id = any($1::uuid[]) and until is null`,
    [members, instantToText(at)],
  )
  await tx.$client.query(
    `insert into bindings (id, member_id, staff_id, source, since, handover_id)
     select row_id, member_id, staff_id, 'handover', $4, $5
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as moved (row_id, member_id, staff_id)`,
    [members.map(() => ids.next()), members, [...division.members.values()], instantToText(at), id],
  )
}

async function moveGroups(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  { division }: Planned,
  { id, at }: Mark,
): Promise<void> {
  const moved = [...division.groups.keys()]
  if (moved.length === 0) return
  await tx.$client.query(
    `update group_owners set until = $2 where group_id = any($1::uuid[]) and until is null`,
    [moved, instantToText(at)],
  )
  await tx.$client.query(
    `insert into group_owners (id, group_id, staff_id, since, handover_id)
     select row_id, group_id, staff_id, $4, $5
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as moved (row_id, group_id, staff_id)`,
    [moved.map(() => ids.next()), moved, [...division.groups.values()], instantToText(at), id],
  )
}

/** The post is left: the session sees no staff member from the next request on. */
async function leave(tx: Tx, staffId: string, at: number): Promise<void> {
  await tx.update(staff).set({ leftAt: at }).where(eq(staff.id, staffId))
  await tx.$client.query(
    `update staff_invitations set revoked_at = $2
      where created_by = $1 and used_at is null and revoked_at is null and expires_at > $2`,
    [staffId, instantToText(at)],
  )
}

const CHANGED: Refusal = {
  code: 'handover.changed',
  message: 'What there is to hand over has changed since the preview; look at it again.',
}
