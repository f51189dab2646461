import type { MeView } from '@contract/session'
import { LEVEL_WINDOW_MS, levelOf } from '@domain/member/level'
import { maskPhone } from '@domain/member/mask'
import { ZERO } from '@domain/money'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database'
import { members } from '../../schema/member'
import { servingStaffOf } from '../staff/serving'
import { staffSelfOf } from '../staff/store'
import { LEVEL_NAMES } from './level-names'
import { netSpends } from './net-spend'

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
  const netSpend = (await netSpends(db, [memberId], nowMs - LEVEL_WINDOW_MS)).get(memberId) ?? ZERO
  const spentFen = netSpend > ZERO ? netSpend : ZERO
  const { level, next, shortBy } = levelOf(spentFen)
  return {
    code: level,
    name: LEVEL_NAMES[level],
    spentFen,
    nextName: next === null ? null : LEVEL_NAMES[next],
    toNextFen: next === null ? null : shortBy,
  }
}

async function countOrders(db: Db, memberId: string): Promise<MeView['orderCounts']> {
  const { rows } = await db.execute<{ state: string; n: number }>(
    sql`select state, count(*)::int as n from orders where member_id = ${memberId} group by state`,
  )
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0
  return { unpaid: of('unpaid'), paid: of('paid'), shipped: of('shipped'), received: of('received') }
}
