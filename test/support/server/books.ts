import { auditLedger } from '../../../server/modules/ledger/audit'
import type { Db } from '../../../server/platform/database'

/** Each answers the rows that break it; `what` says how in a sentence. */
const RULES: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'an order and its payment tell the same story',
    sql: `select o.number, o.state, p.state as payment from orders o left join payments p on p.order_id = o.id
      where case o.state
        when 'unpaid' then coalesce(p.state, 'open') <> 'open'
        when 'closed' then coalesce(p.state, 'closed') = 'paid'
        else coalesce(p.state, 'none') <> 'paid' or p.amount_fen <> o.payable_fen end`,
  },
  {
    what: 'the history of an order ends in the state the order is in, and each step begins where the last one ended',
    sql: `select o.number, o.state, e.said from orders o join (
        select order_id, array_agg(from_state order by at, id) as froms,
          array_agg(to_state order by at, id) as tos, array_agg(event order by at, id) as said
        from order_events group by order_id) e on e.order_id = o.id
      where e.tos[cardinality(e.tos)] <> o.state or e.froms[2:] is distinct from e.tos[:cardinality(e.tos) - 1]`,
  },
  {
    what: 'what is reserved is what unpaid orders hold',
    sql: `select s.code, s.reserved, h.held from skus s left join (
        select l.sku_id, sum(l.quantity) as held from order_lines l join orders o on o.id = l.order_id
        where o.state = 'unpaid' group by l.sku_id) h on h.sku_id = s.id
      where s.reserved <> coalesce(h.held, 0)`,
  },
  {
    what: 'a line counts the pieces whose refund has succeeded, and none twice',
    sql: `select l.id, l.refunded_units, u.n, u.different from order_lines l left join (
        select u->>'lineId' as line_id, count(n) as n, count(distinct n) as different
        from refunds r, jsonb_array_elements(r.units) u, jsonb_array_elements(u->'unitNumbers') n
        where r.state = 'succeeded' group by 1) u on u.line_id = l.id::text
      where l.refunded_units <> coalesce(u.n, 0) or u.n <> u.different`,
  },
  {
    what: 'no piece is given back, or asked back, twice',
    sql: `select a.order_id, u->>'lineId' as line_id, n from after_sales a,
        jsonb_array_elements(a.units) u, jsonb_array_elements(u->'unitNumbers') n
      where a.state not in ('refused', 'withdrawn') group by 1, 2, 3 having count(*) > 1`,
  },
  {
    what: 'nobody is given more than was paid',
    sql: `select o.number, o.payable_fen, sum(r.amount_fen) as refunded from orders o
      join refunds r on r.order_id = o.id and r.state <> 'closed'
      group by o.id having sum(r.amount_fen) > o.payable_fen`,
  },
  {
    what: 'a request and its money tell the same story',
    sql: `select a.id, a.state, r.state as money from after_sales a left join refunds r on r.id = a.refund_id
      where case a.state when 'refunded' then r.state is distinct from 'succeeded'
        when 'refunding' then r.state is null or r.state = 'succeeded'
        else r.state is not null end`,
  },
  {
    what: 'a refund pays what the requests that share it were promised',
    sql: `select r.out_refund_no, r.amount_fen, sum(a.goods_fen + a.freight_fen) as promised from refunds r
      join after_sales a on a.refund_id = r.id group by r.id
      having r.amount_fen <> sum(a.goods_fen + a.freight_fen)`,
  },
  {
    what: 'an order is refunded exactly when every piece of it is owed or back',
    sql: `select o.number, o.state, q.pieces, g.owed from orders o
      join (select order_id, sum(quantity) as pieces from order_lines group by 1) q on q.order_id = o.id
      left join (select r.order_id, count(n) as owed from refunds r,
          jsonb_array_elements(r.units) u, jsonb_array_elements(u->'unitNumbers') n
        where r.state <> 'closed' or exists (select 1 from after_sales a where a.refund_id = r.id)
        group by 1) g on g.order_id = o.id
      where (o.state = 'refunded') <> (q.pieces = coalesce(g.owed, 0))`,
  },
  {
    what: 'a coupon is held by the unpaid order that reserved it and used by the paid one',
    sql: `select c.id, c.state, o.state as order_state from coupons c join orders o on o.id = c.order_id
      where (c.state = 'reserved') <> (o.state = 'unpaid') or (c.state = 'used' and o.paid_at is null)`,
  },
  {
    what: 'the coupon of an unpaid or paid order is with that order',
    sql: `select o.number, o.state, c.state as coupon from order_coupons oc
      join orders o on o.id = oc.order_id join coupons c on c.id = oc.coupon_id
      where o.state in ('unpaid', 'paid', 'shipped', 'received') and c.order_id is distinct from o.id`,
  },
  {
    what: 'a coupon is with an order that was priced with it',
    sql: `select c.id, c.state, c.order_id from coupons c
      where c.order_id is not null and not exists (
        select 1 from order_coupons oc where oc.order_id = c.order_id and oc.coupon_id = c.id)`,
  },
  {
    what: 'what coupons took off an order is in what the order and its lines were reduced by',
    sql: `select o.number, o.discount_fen, o.freight_discount_fen, f.goods, f.freight, l.off from orders o
      join (select order_id, coalesce(sum(off_fen) filter (where slot = 'goods'), 0) as goods,
          coalesce(sum(off_fen) filter (where slot = 'freight'), 0) as freight
        from order_coupons group by 1) f on f.order_id = o.id
      join (select order_id, sum(discount_fen) as off from order_lines group by 1) l on l.order_id = o.id
      where o.freight_discount_fen <> f.freight or o.discount_fen < f.goods or o.discount_fen <> l.off`,
  },
  {
    what: 'what is left of a campaign is what was not claimed: in all, of each tier, for each group',
    sql: `with held as (
        select campaign_id, tier_rank, group_id from coupons where state <> 'upgraded')
      select s.campaign_id, s.kind, s.key, s."left", e.expected from campaign_stock s
      join campaigns c on c.id = s.campaign_id
      cross join lateral (select case s.kind
        when 'total' then c.total_stock - (select count(*) from held h where h.campaign_id = c.id)
        when 'tier' then (c.tiers->(s.key::int - 1)->>'stock')::int
          - (select count(*) from held h where h.campaign_id = c.id and h.tier_rank::text = s.key)
        else c.stock_per_group
          - (select count(*) from held h where h.campaign_id = c.id and h.group_id::text = s.key) end as expected) e
      where s."left" is distinct from e.expected`,
  },
]

/** Pieces sold are what paid orders took less what came back to the shelf: true where every SKU began with none sold. */
const SOLD = `select s.code, s.sold, coalesce(t.taken, 0) - coalesce(b.back, 0) as expected from skus s
  left join (select l.sku_id, sum(l.quantity) as taken from order_lines l join orders o on o.id = l.order_id
    where o.paid_at is not null group by 1) t on t.sku_id = s.id
  left join (select l.sku_id, count(*) as back from after_sales a, jsonb_array_elements(a.units) u,
      jsonb_array_elements(u->'unitNumbers') n, order_lines l, orders o
    where l.id::text = u->>'lineId' and o.id = a.order_id and o.paid_at is not null and a.state in ('refunding', 'refunded')
      and (a.is_restocked or (
        (o.shipped_at is null or exists (select 1 from shipments s where s.order_id = o.id))
        and not exists (select 1 from shipments s, jsonb_array_elements(s.units) su
          where s.order_id = o.id and su->>'lineId' = u->>'lineId' and su->'unitNumbers' @> n)))
    group by 1) b on b.sku_id = s.id
  where s.sold <> coalesce(t.taken, 0) - coalesce(b.back, 0)`

/**
 * Holds order, stock, coupon, payment, refund and ledger against each other, all of them at once: whatever happened,
 * these sentences stay true. `soldFromNone` also recounts what was sold, where the SKUs of the test began with none.
 */
export async function expectBooksAgree(db: Db, { soldFromNone = true } = {}): Promise<void> {
  const broken: Record<string, unknown[]> = {}
  const rules = soldFromNone
    ? [...RULES, { what: 'what was sold is what paid orders took and did not give back', sql: SOLD }]
    : RULES
  for (const { what, sql } of rules) {
    const { rows } = await db.$client.query(sql)
    if (rows.length > 0) broken[what] = rows.slice(0, 5)
  }
  const ledger = await auditLedger(db)
  if (!ledger.ok) broken['every ledger line is what the rules book'] = [ledger.error]
  expect(broken).toEqual({})
}
