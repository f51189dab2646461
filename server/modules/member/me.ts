import type { MeView } from '@contract/session'
import { LEVEL_WINDOW_MS, levelOf } from '@domain/member/level'
import { maskPhone } from '@domain/member/mask'
import { fen } from '@domain/money'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database'
import { members } from '../../schema/member'
import { servingStaffOf } from '../staff/serving'
import { staffSelfOf } from '../staff/store'
import { LEVEL_NAMES } from './level-names'

/** Who a member is to the shop. Throws where there is no such member: the session promised one. */
export async function meOf(db: Db, memberId: string, nowMs: number): Promise<MeView> {
  const [[member], level, orderCounts, servingStaff, staff] = await Promise.all([
    db.select().from(members).where(eq(members.id, memberId)),
    levelView(db, memberId, nowMs),
    countOrders(db, memberId),
    servingStaffOf(db, memberId),
    staffSelfOf(db, memberId),
  ])
  if (!member) throw new Error('a session without its member')
  return {
    memberId,
    nickname: member.nickname,
    maskedPhone: member.phone === null ? null : maskPhone(member.phone),
    joinedAt: member.createdAt,
    level,
    orderCounts,
    servingStaff,
    staff,
    personalised: member.personalised,
  }
}

async function levelView(db: Db, memberId: string, nowMs: number): Promise<MeView['level']> {
  const spentFen = fen(Math.max(0, await netSpendOf(db, memberId, nowMs - LEVEL_WINDOW_MS)))
  const { level, next, shortBy } = levelOf(spentFen)
  return {
    code: level,
    name: LEVEL_NAMES[level],
    spentFen,
    nextName: next === null ? null : LEVEL_NAMES[next],
    toNextFen: next === null ? null : shortBy,
  }
}

/** Merchandise paid less merchandise refunded, of orders paid since `since`: what the ledger's lines of them sum to. */
async function netSpendOf(db: Db, memberId: string, since: number): Promise<number> {
  const { rows } = await db.$client.query<{ spent: number }>({
    name: 'member-net-spend',
    text: `select coalesce(sum(e.amount_fen), 0)::bigint as spent
             from orders o join ledger_entries e on e.order_id = o.id
            where o.member_id = $1 and o.paid_at >= $2`,
    values: [memberId, new Date(since).toISOString()],
  })
  return rows[0]?.spent ?? 0
}

async function countOrders(db: Db, memberId: string): Promise<MeView['orderCounts']> {
  const { rows } = await db.execute<{ state: string; n: number }>(
    sql`select state, count(*)::int as n from orders where member_id = ${memberId} group by state`,
  )
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0
  return { unpaid: of('unpaid'), paid: of('paid'), shipped: of('shipped'), received: of('received') }
}
