import type { FoundMember } from '@contract/trust'
import { maskName, maskPhone } from '@domain/member/mask'
import type { Queryable } from '../../platform/database'

type Row = Omit<FoundMember, 'maskedName' | 'maskedPhone'> & {
  readonly name: string | null
  readonly phone: string | null
}

const FIND = {
  name: 'members-find',
  text: `
    select m.id as "memberId", m.nickname as name, m.phone, m.created_at as "joinedAt",
           m.last_seen_at as "lastSeenAt", m.blocked_at is not null as "isBlocked",
           (select count(*) from order_credits c where c.member_id = m.id) as orders,
           s.name as "servingStaffName"
      from (
        select o.member_id as id from orders o where o.number = $1
        union
        select id from members where erased_at is null and $2 <> '' and phone like '%' || $2
        union
        select id from members where erased_at is null and nickname like $3
        union
        select o.member_id from orders o where o.address ->> 'name' = $1
      ) found
      join members m on m.id = found.id
      left join bindings b on b.member_id = m.id and b.until is null
      left join staff s on s.id = b.staff_id
     order by m.last_seen_at desc, m.id limit 20`,
} as const

/** Customers by order number, the last four digits or more of a phone, a nickname, or the name on a parcel. */
export async function findMembers(db: Queryable, q: string): Promise<FoundMember[]> {
  const words = q.trim()
  const digits = /^\d{4,11}$/.test(words) ? words : ''
  const pattern = `${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await db.$client.query<Row>({ ...FIND, values: [words, digits, pattern] })
  return rows.map(({ name, phone, ...row }) => ({
    ...row,
    maskedName: maskName(name ?? '微信用户'),
    maskedPhone: phone === null ? null : maskPhone(phone),
  }))
}
