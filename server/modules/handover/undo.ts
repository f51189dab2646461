import type { Refusal } from '@contract/errors'
import type { HandoverRow } from '@contract/handover'
import { ok, type Result, refuse } from '@domain/result'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { handovers, staff, successions } from '../../schema/staff'
import { recordAudit } from '../staff/audit'
import { lockPosts } from './carry-out'
import { handoverRow, UNDO_WITHIN_MS } from './list'

type Handover = typeof handovers.$inferSelect

/**
 * Within a day, everything the handover moved and nobody has moved since goes back, and a leaver is back in service.
 * Orders placed meanwhile keep whom they name. The latest handover of a chain is undone first.
 */
export async function undoHandover(
  deps: Deps,
  caller: StaffCaller,
  id: string,
  reason: string,
  nowMs: number,
): Promise<Result<HandoverRow, Refusal>> {
  const undone = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    await lockPosts(tx)
    const [kept] = await tx.select().from(handovers).where(eq(handovers.id, id)).for('update')
    if (!kept) return refuse(NOT_FOUND)
    if (kept.undoneAt !== null) return ok(null)
    if (nowMs - kept.at >= UNDO_WITHIN_MS)
      return refuse(refused('too_late', 'A handover can be undone for a day.'))
    if (await isBuiltUpon(tx, kept)) {
      return refuse(refused('built_upon', 'A later handover builds on this one: undo that first.'))
    }
    const byStaffId = caller.staff.staffId
    await giveBack(tx, deps, kept, nowMs)
    await tx
      .update(handovers)
      .set({ undoneAt: nowMs, undoneBy: byStaffId, undoReason: reason })
      .where(eq(handovers.id, id))
    const audit = {
      at: nowMs,
      actorStaffId: byStaffId,
      action: 'handover.undone',
      subject: kept.staffId,
      detail: reason,
    }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  if (!undone.ok) return undone
  const row = await handoverRow(deps.db, id, nowMs)
  return row ? ok(row) : refuse(NOT_FOUND)
}

/** A successor has handed on since, or the same person has handed over again. */
async function isBuiltUpon(tx: Tx, kept: Handover): Promise<boolean> {
  const { rows } = await tx.$client.query(
    `select 1 from handovers later
      where later.undone_at is null and later.id <> $1 and (later.at, later.id) > ($2, $1)
        and (later.staff_id = $3 or later.staff_id in (
              select (move ->> 'staffId')::uuid from jsonb_array_elements($4::jsonb) move))
      limit 1`,
    [kept.id, instantToText(kept.at), kept.staffId, JSON.stringify(kept.moves)],
  )
  return rows.length > 0
}

async function giveBack(tx: Tx, { ids }: Pick<Deps, 'ids'>, { id, staffId, form }: Handover, at: number) {
  await tx
    .update(successions)
    .set({ until: at })
    .where(and(eq(successions.handoverId, id), isNull(successions.until)))
  if (form === 'leaver') await tx.update(staff).set({ leftAt: null }).where(eq(staff.id, staffId))
  const now = instantToText(at)
  const bound = await tx.execute<{ id: string }>(
    sql`update bindings set until = ${now} where handover_id = ${id} and until is null returning member_id as id`,
  )
  const members = bound.rows.map((row) => row.id)
  await tx.$client.query(
    `insert into bindings (id, member_id, staff_id, source, since)
     select row_id, member_id, $3, 'handover', $4 from unnest($1::uuid[], $2::uuid[]) as back (row_id, member_id)`,
    [members.map(() => ids.next()), members, staffId, now],
  )
  const owned = await tx.execute<{ id: string }>(
    sql`update group_owners set until = ${now} where handover_id = ${id} and until is null returning group_id as id`,
  )
  const groupIds = owned.rows.map((row) => row.id)
  await tx.$client.query(
    `insert into group_owners (id, group_id, staff_id, since)
     select row_id, group_id, $3, $4 from unnest($1::uuid[], $2::uuid[]) as back (row_id, group_id)`,
    [groupIds.map(() => ids.next()), groupIds, staffId, now],
  )
}

const refused = (fault: string, message: string): Refusal => ({
  code: 'handover.refused',
  message,
  detail: { fault },
})
