import type { Refusal } from '@contract/errors'
import type { QueryOf, ResponseOf } from '@contract/route'
import type { listSuspects as listRoute, SuspectRow } from '@contract/trust'
import { maskName } from '@domain/member/mask'
import { ok, type Result, refuse } from '@domain/result'
import { suspectText } from '@domain/trust/suspect'
import { eq } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { touches } from '../../schema/touch'
import { suspicions } from '../../schema/trust'
import { recordAudit } from '../staff/audit'

const PAGE = 20

type Row = Omit<SuspectRow, 'maskedName' | 'text'> & {
  readonly name: string | null
  readonly seen: number
  readonly limit: number
  readonly windowMinutes: number | null
}

const SUSPECTS = `
  select f.id, f.rule, f.member_id as "memberId", m.nickname as name, s.name as "staffName", f.touches, f.seen,
         f."limit", f.window_minutes as "windowMinutes", f.first_at as "firstAt", f.last_at as "lastAt",
         f.cleared_at as "clearedAt", c.name as "clearedBy", f.clear_reason as "clearReason"
    from suspicions f
    join members m on m.id = f.member_id
    left join staff s on s.id = f.staff_id
    left join staff c on c.id = f.cleared_by`

/** Traffic set apart, the latest first; `staffId` keeps to what would count to one staff member. */
export async function listSuspects(
  db: Queryable,
  { cursor, limit = PAGE, cleared = false }: QueryOf<typeof listRoute>,
  staffId: string | null,
): Promise<ResponseOf<typeof listRoute>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const { rows } = await db.$client.query<Row>({
    name: 'suspects',
    text: `${SUSPECTS}
      where (f.cleared_at is not null) = $1 and ($2::uuid is null or f.staff_id = $2)
        and ($3::timestamptz is null or (f.last_at, f.id) < ($3, $4::uuid))
      order by f.last_at desc, f.id desc limit $5`,
    values: [cleared, staffId, after && instantToText(after[0]), after?.[1] ?? null, limit + 1],
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(viewOf),
    next: rows.length > limit && last ? cursorOf(last.lastAt, last.id) : null,
  }
}

function viewOf({ name, seen, limit, windowMinutes, ...row }: Row): SuspectRow {
  const text = suspectText({ rule: row.rule, seen, limit, windowMinutes })
  return { ...row, text, maskedName: maskName(name ?? '微信用户') }
}

/** Clears a finding: its openings are evidence for later orders, and count in the figures again. */
export async function clearSuspect(
  deps: Deps,
  caller: StaffCaller,
  id: string,
  reason: string,
  nowMs: number,
): Promise<Result<SuspectRow, Refusal>> {
  const cleared = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    const [kept] = await tx.select().from(suspicions).where(eq(suspicions.id, id)).for('update')
    if (!kept) return refuse(NOT_FOUND)
    if (kept.clearedAt !== null) return ok(null)
    const clearedBy = caller.staff.staffId
    await tx
      .update(suspicions)
      .set({ clearedAt: nowMs, clearedBy, clearReason: reason })
      .where(eq(suspicions.id, id))
    await tx.update(touches).set({ suspectRule: null, suspectAt: null }).where(eq(touches.suspicionId, id))
    const detail = JSON.stringify({ rule: kept.rule, touches: kept.touches, reason })
    const audit = { at: nowMs, actorStaffId: clearedBy, action: 'suspect.cleared', subject: id, detail }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  if (!cleared.ok) return cleared
  const text = `${SUSPECTS} where f.id = $1`
  const { rows } = await deps.db.$client.query<Row>({ name: 'suspect-one', text, values: [id] })
  return rows[0] ? ok(viewOf(rows[0])) : refuse(NOT_FOUND)
}
