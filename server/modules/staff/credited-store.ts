import { instantToText } from '../../platform/column-types'
import type { Db, Queryable } from '../../platform/database'

/** One credited order as its row tells it; `decision` is what attribution answered when it was placed. */
export interface CreditedRow {
  readonly id: string
  readonly number: string
  readonly state: string
  /** Whose credit it is now. */
  readonly holderId: string | null
  readonly holderName: string | null
  readonly createdAt: number
  readonly paidAt: number | null
  readonly memberName: string
  readonly itemCount: number
  readonly firstTitle: string
  readonly image: string | null
  readonly payableFen: number
  readonly creditFen: number
  readonly groupName: string | null
  readonly reason: string
  readonly policyVersion: number
  readonly decision: unknown
  /** The latest correction by a manager. */
  readonly correctedAt: number | null
  readonly correctionReason: string | null
}

const COLUMNS = `
  o.id, o.number, o.state, o.holder_id as "holderId", hs.name as "holderName", o.created_at as "createdAt",
  o.paid_at as "paidAt", coalesce(m.nickname, o.address ->> 'name') as "memberName", lines.items as "itemCount",
  lines.titles[1] as "firstTitle", lines.images[1] as image, o.payable_fen as "payableFen",
  coalesce(o.net_fen, 0)::bigint as "creditFen", g.name as "groupName", o.reason,
  o.policy_version as "policyVersion", a.decision, k.at as "correctedAt", k.reason as "correctionReason"`

const JOINS = `
  join members m on m.id = o.member_id
  join order_attributions a on a.order_id = o.id
  left join staff hs on hs.id = o.holder_id
  left join groups g on g.id = o.group_id
  cross join lateral (
    select sum(l.quantity) as items, array_agg(l.title order by l.position) as titles,
           array_agg(coalesce(l.image, p.images[1]) order by l.position) as images
      from order_lines l join products p on p.id = l.product_id where l.order_id = o.id
  ) lines
  left join lateral (
    select at, reason from corrections where order_id = o.id order by at desc, id desc limit 1
  ) k on true`

export interface CreditedPage {
  /** Whose credit; null for anybody's. */
  readonly staffId: string | null
  readonly isNobody?: boolean
  readonly groupId?: string | null
  readonly memberId?: string | null
  readonly number?: string | null
  readonly from: number | null
  readonly until: number | null
  readonly after: readonly [number, string] | null
  readonly limit: number
}

/** Paid orders by who holds their credit now, latest payment first. */
export async function creditedPage(db: Queryable, page: CreditedPage): Promise<CreditedRow[]> {
  const moment = (at: number | null | undefined) =>
    at === null || at === undefined ? null : instantToText(at)
  const { rows } = await db.$client.query<CreditedRow>({
    // One plan for a staff member's list, another for the shop's.
    name: page.staffId === null ? 'credited-page-shop' : 'credited-page',
    text: `select ${COLUMNS} from (
             select o.*, c.staff_id as holder_id, c.net_fen, c.paid_at as credited_at
               from order_credits c join orders o on o.id = c.order_id
              where ${page.staffId === null ? '($1::uuid is null)' : 'c.staff_id = $1'}
                and ($2::timestamptz is null or c.paid_at >= $2) and ($3::timestamptz is null or c.paid_at < $3)
                and ($4::timestamptz is null or (c.paid_at, c.order_id) < ($4, $5::uuid))
                and ($6::uuid is null or c.group_id = $6) and ($7::uuid is null or c.member_id = $7)
                and ($8::text is null or o.number = $8) and (not $9::boolean or c.staff_id is null)
              order by c.paid_at desc, c.order_id desc limit $10
           ) o ${JOINS}
           order by o.credited_at desc, o.id desc`,
    values: [
      page.staffId,
      moment(page.from),
      moment(page.until),
      moment(page.after?.[0]),
      page.after?.[1] ?? null,
      page.groupId ?? null,
      page.memberId ?? null,
      page.number ?? null,
      page.isNobody ?? false,
      page.limit,
    ],
  })
  return rows
}

/** One order with its credit; null where there is none. An unpaid one is held by whom it was attributed to. */
export async function creditedOrder(db: Db, id: string): Promise<CreditedRow | null> {
  const { rows } = await db.$client.query<CreditedRow>({
    name: 'credited-order',
    text: `select ${COLUMNS} from (
             select o.*, case when c.order_id is null then o.staff_id else c.staff_id end as holder_id, c.net_fen
               from orders o left join order_credits c on c.order_id = o.id where o.id = $1
           ) o ${JOINS}`,
    values: [id],
  })
  return rows[0] ?? null
}

/** Whether the ledger ever booked anything of this order to this staff member. */
export async function hasHeld(db: Queryable, orderId: string, staffId: string): Promise<boolean> {
  const { rows } = await db.$client.query({
    name: 'credited-held',
    text: 'select 1 from ledger_entries where order_id = $1 and staff_id = $2 limit 1',
    values: [orderId, staffId],
  })
  return rows.length > 0
}

export interface LedgerRow {
  readonly kind: 'earned' | 'matured' | 'reversed' | 'corrected'
  readonly lineTitle: string
  readonly amountFen: number
  readonly commissionFen: number
  readonly units: number
  readonly staffName: string | null
  readonly at: number
}

/** The ledger lines of an order in the order they were booked. */
export async function ledgerLinesOf(db: Queryable, orderId: string): Promise<LedgerRow[]> {
  const { rows } = await db.$client.query<LedgerRow>({
    name: 'ledger-lines-of-order',
    text: `select e.kind, l.title as "lineTitle", e.amount_fen as "amountFen", e.commission_fen as "commissionFen",
                  e.units, s.name as "staffName", e.at
             from ledger_entries e
             join order_lines l on l.id = e.order_line_id
             left join staff s on s.id = e.staff_id
            where e.order_id = $1
            order by e.at, l.position, e.id`,
    values: [orderId],
  })
  return rows
}
