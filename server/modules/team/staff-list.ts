import type { Refusal } from '@contract/errors'
import type { StaffRow } from '@contract/team'
import { ok, type Result, refuse } from '@domain/result'
import { and, count, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { staff } from '../../schema/staff'
import { recordAudit } from '../staff/audit'

type Row = Omit<StaffRow, 'isMe'>

// A post whose invitation was revoked or ran out unused is nobody.
const STAFF = {
  name: 'team-staff',
  text: `
    select s.id as "staffId", s.name, s.title, s.role, s.commission_bps as "commissionBps", s.left_at as "leftAt",
           case when s.member_id is null then null else s.joined_at end as "joinedAt",
           case when s.left_at is not null then 'left' when s.member_id is null then 'invited'
                else 'in_service' end as state,
           (select count(*) from bindings b where b.staff_id = s.id and b.until is null) as members,
           (select count(*) from group_owners g where g.staff_id = s.id and g.until is null) as groups,
           (select count(*) from shares h where h.root_staff_id = s.id and h.depth = 0 and h.revoked_at is null
               and (h.expires_at is null or h.expires_at > $1)) as "openShares"
      from staff s
     where s.member_id is not null or s.left_at is not null
        or exists (select 1 from staff_invitations i where i.staff_id = s.id and i.used_at is null
                      and i.revoked_at is null and i.expires_at > $1)
     order by s.left_at is not null, s.member_id is null, s.joined_at, s.id`,
} as const

/** Everybody with a post, then those invited, then those who left. */
export async function staffList(db: Queryable, caller: StaffCaller, nowMs: number): Promise<StaffRow[]> {
  const { rows } = await db.$client.query<Row>({ ...STAFF, values: [instantToText(nowMs)] })
  return rows.map((row) => ({ ...row, isMe: row.staffId === caller.staff.staffId }))
}

/** Whether the shop would still have a manager in service without this one. */
export async function hasOtherManager(db: Queryable, staffId: string): Promise<boolean> {
  const [row] = await db
    .select({ n: count() })
    .from(staff)
    .where(
      and(eq(staff.role, 'manager'), ne(staff.id, staffId), isNotNull(staff.memberId), isNull(staff.leftAt)),
    )
  return (row?.n ?? 0) > 0
}

export const LAST_MANAGER: Refusal = {
  code: 'staff.last_manager',
  message: 'The shop needs a manager: make somebody else one first.',
}

/** Renames a staff member or changes their role; those who left stay as they were. */
export async function editStaff(
  deps: Deps,
  caller: StaffCaller,
  staffId: string,
  post: { readonly name: string; readonly title: string; readonly role: 'staff' | 'manager' },
  nowMs: number,
): Promise<Result<StaffRow, Refusal>> {
  const edited = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    const [before] = await tx.select().from(staff).where(eq(staff.id, staffId)).for('update')
    if (!before || before.leftAt !== null) return refuse(NOT_FOUND)
    if (before.role === 'manager' && post.role === 'staff') {
      // Two managers who step down at once must not both find the other.
      await tx
        .select({ id: staff.id })
        .from(staff)
        .where(eq(staff.role, 'manager'))
        .orderBy(staff.id)
        .for('update')
      if (!(await hasOtherManager(tx, staffId))) return refuse(LAST_MANAGER)
    }
    const [name, title] = [post.name.trim(), post.title.trim()]
    await tx.update(staff).set({ name, title, role: post.role }).where(eq(staff.id, staffId))
    const detail = `${before.name}（${before.title}，${before.role}）→ ${name}（${title}，${post.role}）`
    const audit = {
      at: nowMs,
      actorStaffId: caller.staff.staffId,
      action: 'staff.edited',
      subject: staffId,
      detail,
    }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  if (!edited.ok) return edited
  const row = (await staffList(deps.db, caller, nowMs)).find((found) => found.staffId === staffId)
  return row ? ok(row) : refuse(NOT_FOUND)
}
