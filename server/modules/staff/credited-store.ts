import { instantToText } from '../../platform/column-types'
import type { Db, Queryable } from '../../platform/database'

/** One credited order as its row tells it; `decision` is what attribution answered. */
export interface CreditedRow {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly staffId: string | null
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
}

const COLUMNS = `
  o.id, o.number, o.state, o.staff_id as "staffId", o.created_at as "createdAt", o.paid_at as "paidAt",
  coalesce(m.nickname, o.address ->> 'name') as "memberName", lines.items as "itemCount",
  lines.titles[1] as "firstTitle", lines.images[1] as image, o.payable_fen as "payableFen",
  coalesce(credit.amount, 0)::bigint as "creditFen", g.name as "groupName", o.reason,
  o.policy_version as "policyVersion", a.decision`

const JOINS = `
  join members m on m.id = o.member_id
  join order_attributions a on a.order_id = o.id
  left join groups g on g.id = o.group_id
  cross join lateral (
    select sum(l.quantity) as items, array_agg(l.title order by l.position) as titles,
           array_agg(coalesce(l.image, p.images[1]) order by l.position) as images
      from order_lines l join products p on p.id = l.product_id where l.order_id = o.id
  ) lines
  left join lateral (
    select sum(e.amount_fen) as amount from ledger_entries e
     where e.order_id = o.id and e.staff_id is not distinct from o.staff_id
  ) credit on true`

export interface CreditedPage {
  readonly staffId: string
  readonly from: number | null
  readonly until: number | null
  readonly after: readonly [number, string] | null
  readonly limit: number
}

/** The paid orders of a staff member, latest payment first. */
export async function creditedPage(db: Db, page: CreditedPage): Promise<CreditedRow[]> {
  const moment = (at: number | null | undefined) =>
    at === null || at === undefined ? null : instantToText(at)
  const { rows } = await db.$client.query<CreditedRow>({
    name: 'credited-page',
    text: `select ${COLUMNS} from (
             select * from orders
              where staff_id = $1 and paid_at is not null
                and ($2::timestamptz is null or paid_at >= $2) and ($3::timestamptz is null or paid_at < $3)
                and ($4::timestamptz is null or (paid_at, id) < ($4, $5::uuid))
              order by paid_at desc, id desc limit $6
           ) o ${JOINS}
           order by o.paid_at desc, o.id desc`,
    values: [
      page.staffId,
      moment(page.from),
      moment(page.until),
      moment(page.after?.[0]),
      page.after?.[1] ?? null,
      page.limit,
    ],
  })
  return rows
}

/** One order with its credit; null where there is none. */
export async function creditedOrder(db: Db, id: string): Promise<CreditedRow | null> {
  const { rows } = await db.$client.query<CreditedRow>({
    name: 'credited-order',
    text: `select ${COLUMNS} from orders o ${JOINS} where o.id = $1`,
    values: [id],
  })
  return rows[0] ?? null
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
