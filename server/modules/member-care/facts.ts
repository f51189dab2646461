import { lifecycleOf } from '@domain/member/lifecycle'
import type { ServeFacts } from '@domain/member/serve'
import type { LifecycleStage } from '@domain/member/types'
import { instantToText } from '../../platform/column-types'
import type { Queryable } from '../../platform/database'

/** What is known of one member somebody serves. */
export interface CareFacts extends ServeFacts {
  readonly memberId: string
  readonly name: string | null
  readonly phone: string | null
  readonly boundSince: number
  readonly lifecycle: LifecycleStage
  readonly orders: number
  readonly netSpentFen: number
}

interface Row {
  readonly memberId: string
  readonly name: string | null
  readonly phone: string | null
  readonly boundSince: number
  readonly registeredAt: number | null
  readonly lastOpenAt: number | null
  readonly lastPaidAt: number | null
  readonly orders: number
  readonly netSpentFen: number
  readonly lastTitle: string | null
  readonly contactedAt: number | null
  readonly unpaidTitle: string | null
  readonly unpaidUntil: number | null
  readonly unshippedTitle: string | null
  readonly unshippedSince: number | null
  readonly couponTitle: string | null
  readonly couponUntil: number | null
}

const FIRST_TITLE = `(select l.title from order_lines l where l.order_id = o.id order by l.position limit 1)`

// One row per served member, each part by an index on the member.
const FACTS = {
  name: 'member-care-facts',
  text: `
    select b.member_id as "memberId", coalesce(m.nickname, known.receiver) as name, m.phone, b.since as "boundSince",
           least(known.first_at, case when m.phone is not null then m.created_at end) as "registeredAt",
           seen.at as "lastOpenAt", bought.last_at as "lastPaidAt", bought.orders, bought.net as "netSpentFen",
           latest.title as "lastTitle", written.at as "contactedAt",
           unpaid.title as "unpaidTitle", unpaid.expires_at as "unpaidUntil",
           waiting.title as "unshippedTitle", waiting.paid_at as "unshippedSince",
           coupon.title as "couponTitle", coupon.valid_until as "couponUntil"
      from bindings b
      join members m on m.id = b.member_id and m.erased_at is null
      left join lateral (
        select min(o.created_at) as first_at,
               (array_agg(o.address ->> 'name' order by o.created_at desc))[1] as receiver
          from orders o where o.member_id = m.id
      ) known on true
      left join lateral (select max(t.at) as at from touches t where t.member_id = m.id) seen on true
      left join lateral (
        select count(*) as orders, max(c.paid_at) as last_at, coalesce(sum(c.net_fen), 0)::bigint as net
          from order_credits c where c.member_id = m.id
      ) bought on true
      left join lateral (
        select ${FIRST_TITLE} as title from order_credits c join orders o on o.id = c.order_id
         where c.member_id = m.id order by c.paid_at desc limit 1
      ) latest on true
      left join lateral (select max(k.at) as at from member_contacts k where k.member_id = m.id) written on true
      left join lateral (
        select ${FIRST_TITLE} as title, o.expires_at from orders o
         where o.member_id = m.id and o.state = 'unpaid' order by o.created_at desc limit 1
      ) unpaid on true
      left join lateral (
        select ${FIRST_TITLE} as title, o.paid_at from orders o
         where o.member_id = m.id and o.state = 'paid' order by o.paid_at limit 1
      ) waiting on true
      left join lateral (
        select k.title, k.valid_until from coupons k
         where k.member_id = m.id and k.state = 'claimed' and k.valid_until > $3 order by k.valid_until limit 1
      ) coupon on true
     where b.staff_id = $1 and b.until is null and ($2::uuid is null or b.member_id = $2)`,
} as const

/** The members a staff member serves, or one of them. */
export async function careFacts(
  db: Queryable,
  staffId: string,
  nowMs: number,
  memberId: string | null = null,
): Promise<CareFacts[]> {
  const { rows } = await db.$client.query<Row>({
    ...FACTS,
    values: [staffId, memberId, instantToText(nowMs)],
  })
  return rows.map((row) => factsOf(row, nowMs))
}

function factsOf(row: Row, nowMs: number): CareFacts {
  const { registeredAt, lastPaidAt, lastOpenAt } = row
  return {
    memberId: row.memberId,
    name: row.name,
    phone: row.phone,
    boundSince: row.boundSince,
    lifecycle: lifecycleOf({ registeredAt, lastPaidAt, lastTouchAt: lastOpenAt, nowMs }),
    orders: row.orders,
    netSpentFen: row.netSpentFen,
    contactedAt: row.contactedAt,
    lastPaidAt,
    lastOpenAt,
    lastTitle: row.lastTitle,
    unpaid: row.unpaidTitle === null ? null : { title: row.unpaidTitle, expiresAt: row.unpaidUntil ?? 0 },
    unshipped:
      row.unshippedTitle === null ? null : { title: row.unshippedTitle, paidAt: row.unshippedSince ?? 0 },
    coupon: row.couponTitle === null ? null : { title: row.couponTitle, validUntil: row.couponUntil ?? 0 },
  }
}
