import type { Refusal } from '@contract/errors'
import type { GroupRow } from '@contract/team'
import { rangeOf } from '@domain/figures/range'
import { ok, type Result, refuse } from '@domain/result'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import { inTransaction, type Queryable, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { groupOwners, groups, staff } from '../../schema/staff'
import { ownerInForce, renameGroup } from '../group/store'
import { recordAudit } from '../staff/audit'

// Members and openings of 30 days: openings as domain/figures counts them.
const GROUPS = {
  name: 'team-groups',
  text: `
    select g.id, g.name, g.first_seen_at as "firstSeenAt", o.staff_id as "ownerId", s.name as "ownerName", o.since,
           seen.members, seen.opens as "opens30d", sold.orders as "paidOrders30d", sold.net as "netSales30dFen"
      from groups g
      left join group_owners o on o.group_id = g.id and o.until is null
      left join staff s on s.id = o.staff_id
      cross join lateral (
        select count(*) as opens, count(distinct t.member_id) as members from touches t
         where t.group_id = g.id and t.suspect_rule is null and t.at >= $1 and t.at < $2
      ) seen
      cross join lateral (
        select count(*) as orders, coalesce(sum(c.net_fen), 0)::bigint as net from order_credits c
         where c.group_id = g.id and c.paid_at >= $1 and c.paid_at < $2
      ) sold
     where $3::uuid is null or g.id = $3
     order by o.staff_id is not null, sold.net desc, g.first_seen_at, g.id`,
} as const

/** Every group the shop was opened from, those without an owner first. */
export async function groupList(db: Queryable, nowMs: number, id: string | null = null): Promise<GroupRow[]> {
  const { from, until } = rangeOf('30d', nowMs)
  const values = [instantToText(from), instantToText(until), id]
  const { rows } = await db.$client.query<GroupRow>({ ...GROUPS, values })
  return rows
}

export interface OwnerChange {
  readonly groupId: string
  /** null: nobody owns it. */
  readonly staffId: string | null
  readonly at: number
}

/** Ends the owner in force and puts another in their place, from this moment on. Call in a transaction. */
export async function moveGroup(tx: Tx, deps: Pick<Deps, 'ids'>, change: OwnerChange): Promise<void> {
  const { groupId, staffId, at } = change
  // Two moves of one group happen one after the other.
  await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('update')
  if ((await ownerInForce(tx, groupId)) === staffId) return
  await tx
    .update(groupOwners)
    .set({ until: at })
    .where(and(eq(groupOwners.groupId, groupId), isNull(groupOwners.until)))
  if (staffId === null) return
  await tx.insert(groupOwners).values({ id: deps.ids.next(), groupId, staffId, since: at })
}

/** A manager gives a group to somebody, or to nobody. */
export async function setOwner(
  deps: Deps,
  caller: StaffCaller,
  groupId: string,
  wish: { readonly staffId: string | null; readonly name?: string; readonly reason: string },
  nowMs: number,
): Promise<Result<GroupRow, Refusal>> {
  const { staffId, name, reason } = wish
  const moved = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    const [group] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId))
    if (!group) return refuse(NOT_FOUND)
    if (staffId !== null && !(await isInService(tx, staffId))) {
      return refuse({ ...NOT_FOUND, field: '/body/staffId' })
    }
    await moveGroup(tx, deps, { groupId, staffId, at: nowMs })
    if (name?.trim()) await renameGroup(tx, groupId, name.trim())
    const detail = JSON.stringify({ ownerId: staffId, name, reason })
    const audit = {
      at: nowMs,
      actorStaffId: caller.staff.staffId,
      action: 'group.moved',
      subject: groupId,
      detail,
    }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  if (!moved.ok) return moved
  const [row] = await groupList(deps.db, nowMs, groupId)
  return row ? ok(row) : refuse(NOT_FOUND)
}

/** Holds a post now. */
export async function isInService(db: Queryable, staffId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffId), isNotNull(staff.memberId), isNull(staff.leftAt)))
  return row !== undefined
}
