import type { Refusal } from '@contract/errors'
import type { InvitationRow } from '@contract/team'
import { ok, type Result, refuse } from '@domain/result'
import { desc, eq } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { staff, staffInvitations } from '../../schema/staff'
import { recordAudit } from '../staff/audit'

const SHOWN = 100

/** Invitations, newest first. */
export async function listInvitations(db: Queryable, nowMs: number): Promise<InvitationRow[]> {
  const rows = await joined(db)
    .orderBy(desc(staffInvitations.createdAt), desc(staffInvitations.id))
    .limit(SHOWN)
  return rows.map((row) => viewOf(row, nowMs))
}

/** Revokes an invitation nobody has used. */
export async function revokeInvitation(
  deps: Deps,
  caller: StaffCaller,
  id: string,
  nowMs: number,
): Promise<Result<InvitationRow, Refusal>> {
  const revoked = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    const [kept] = await tx.select().from(staffInvitations).where(eq(staffInvitations.id, id)).for('update')
    if (!kept) return refuse(NOT_FOUND)
    if (kept.usedAt !== null) return refuse(USED)
    if (kept.revokedAt !== null) return ok(null)
    await tx.update(staffInvitations).set({ revokedAt: nowMs }).where(eq(staffInvitations.id, id))
    const audit = { at: nowMs, actorStaffId: caller.staff.staffId, action: 'staff.uninvited', detail: '' }
    await recordAudit(tx, deps.ids, { ...audit, subject: kept.staffId })
    return ok(null)
  })
  if (!revoked.ok) return revoked
  const [row] = await joined(deps.db).where(eq(staffInvitations.id, id))
  return row ? ok(viewOf(row, nowMs)) : refuse(NOT_FOUND)
}

const joined = (db: Queryable) =>
  db
    .select({ invitation: staffInvitations, name: staff.name, title: staff.title, role: staff.role })
    .from(staffInvitations)
    .innerJoin(staff, eq(staff.id, staffInvitations.staffId))

type Row = Awaited<ReturnType<typeof joined>>[number]

function viewOf({ invitation, name, title, role }: Row, nowMs: number): InvitationRow {
  const { id, staffId, createdAt, expiresAt, usedAt, revokedAt } = invitation
  const unused = revokedAt !== null ? 'revoked' : expiresAt <= nowMs ? 'expired' : 'open'
  return { id, staffId, name, title, role, createdAt, expiresAt, state: usedAt !== null ? 'used' : unused }
}

const USED: Refusal = { code: 'invitation.taken', message: 'Somebody has joined by this invitation already.' }
