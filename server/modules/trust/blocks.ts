import type { Refusal } from '@contract/errors'
import type { QueryOf, ResponseOf } from '@contract/route'
import type { BlockRow, listBlocks as listRoute } from '@contract/trust'
import { maskName, maskPhone } from '@domain/member/mask'
import { ok, type Result, refuse } from '@domain/result'
import { and, eq, isNull } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { members, sessions } from '../../schema/member'
import { memberBlocks } from '../../schema/trust'
import { recordAudit } from '../staff/audit'
import { staffSelfOf } from '../staff/store'

const PAGE = 20

type Row = Omit<BlockRow, 'maskedName' | 'maskedPhone'> & {
  readonly name: string | null
  readonly phone: string | null
}

const BLOCKS = `
  select b.id, b.member_id as "memberId", m.nickname as name, m.phone, b.blocked_at as "blockedAt",
         blocker.name as "blockedBy", b.reason, b.ended_at as "endedAt", e.name as "endedBy", b.end_reason as "endReason"
    from member_blocks b
    join members m on m.id = b.member_id
    left join staff blocker on blocker.id = b.blocked_by
    left join staff e on e.id = b.ended_by`

/** The blacklist and its history, newest first. */
export async function listBlocks(
  db: Queryable,
  { cursor, limit = PAGE, now = false }: QueryOf<typeof listRoute>,
): Promise<ResponseOf<typeof listRoute>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const { rows } = await db.$client.query<Row>({
    name: 'blocks',
    text: `${BLOCKS}
      where (not $1 or b.ended_at is null) and ($2::timestamptz is null or (b.blocked_at, b.id) < ($2, $3::uuid))
      order by b.blocked_at desc, b.id desc limit $4`,
    values: [now, after && instantToText(after[0]), after?.[1] ?? null, limit + 1],
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(viewOf),
    next: rows.length > limit && last ? cursorOf(last.blockedAt, last.id) : null,
  }
}

async function blockRow(db: Queryable, id: string): Promise<Result<BlockRow, Refusal>> {
  const text = `${BLOCKS} where b.id = $1`
  const { rows } = await db.$client.query<Row>({ name: 'block-one', text, values: [id] })
  return rows[0] ? ok(viewOf(rows[0])) : refuse(NOT_FOUND)
}

const viewOf = ({ name, phone, ...row }: Row): BlockRow => ({
  ...row,
  maskedName: maskName(name ?? '微信用户'),
  maskedPhone: phone === null ? null : maskPhone(phone),
})

/** Blocks a customer and ends their sessions. Blocking somebody blocked answers with the block in force. */
export async function blockMember(
  deps: Deps,
  caller: StaffCaller,
  { memberId, reason }: { readonly memberId: string; readonly reason: string },
  nowMs: number,
): Promise<Result<BlockRow, Refusal>> {
  const blocked = await inTransaction(deps.db, async (tx): Promise<Result<string, Refusal>> => {
    const [member] = await tx.select().from(members).where(eq(members.id, memberId)).for('no key update')
    if (!member || member.erasedAt !== null) return refuse(NOT_FOUND)
    if (await staffSelfOf(tx, memberId)) return refuse(HAS_POST)
    const known = await openBlock(tx, memberId)
    if (known) return ok(known)
    const id = deps.ids.next()
    const blockedBy = caller.staff.staffId
    await tx.insert(memberBlocks).values({ id, memberId, blockedAt: nowMs, blockedBy, reason })
    await tx.update(members).set({ blockedAt: nowMs }).where(eq(members.id, memberId))
    await tx
      .update(sessions)
      .set({ endedAt: nowMs })
      .where(and(eq(sessions.memberId, memberId), isNull(sessions.endedAt)))
    const audit = {
      at: nowMs,
      actorStaffId: blockedBy,
      action: 'member.blocked',
      subject: memberId,
      detail: reason,
    }
    await recordAudit(tx, deps.ids, audit)
    return ok(id)
  })
  return blocked.ok ? blockRow(deps.db, blocked.value) : blocked
}

async function openBlock(db: Queryable, memberId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: memberBlocks.id })
    .from(memberBlocks)
    .where(and(eq(memberBlocks.memberId, memberId), isNull(memberBlocks.endedAt)))
  return row?.id ?? null
}

/** Takes a customer off the blacklist; they log in anew. */
export async function endBlock(
  deps: Deps,
  caller: StaffCaller,
  id: string,
  reason: string,
  nowMs: number,
): Promise<Result<BlockRow, Refusal>> {
  const ended = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    const [block] = await tx.select().from(memberBlocks).where(eq(memberBlocks.id, id)).for('update')
    if (!block) return refuse(NOT_FOUND)
    if (block.endedAt !== null) return ok(null)
    const { memberId } = block
    const endedBy = caller.staff.staffId
    await tx
      .update(memberBlocks)
      .set({ endedAt: nowMs, endedBy, endReason: reason })
      .where(eq(memberBlocks.id, id))
    await tx.update(members).set({ blockedAt: null }).where(eq(members.id, memberId))
    const audit = {
      at: nowMs,
      actorStaffId: endedBy,
      action: 'member.unblocked',
      subject: memberId,
      detail: reason,
    }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  return ended.ok ? blockRow(deps.db, id) : ended
}

const HAS_POST: Refusal = {
  code: 'block.refused',
  message: 'A staff member is not blocked: let them leave first.',
  detail: { fault: 'has_post' },
}
