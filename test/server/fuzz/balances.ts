import type { PayShop } from '../../support/server/pay-shop'
import type { Model } from './model'

const byId = <T extends { readonly id: string }>(rows: readonly T[]): Record<string, Omit<T, 'id'>> =>
  Object.fromEntries([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, ...rest }) => [id, rest]))

/** Every balance of these members and their shop, as the database has it. */
async function balancesOf({ deps }: PayShop, model: Model, memberIds: readonly string[], nowMs: number) {
  const ask = async <T>(text: string, values: unknown[]) =>
    (await deps.db.$client.query(text, values)).rows as T[]
  const now = new Date(nowMs).toISOString()
  return {
    skus: byId(
      await ask<{ id: string }>('select id, available, reserved, sold from skus where id = any($1)', [
        [...model.skus.keys()],
      ]),
    ),
    campaigns: byId(
      await ask<{ id: string }>(
        `select c.id, (select "left" from campaign_stock s where s.campaign_id = c.id and kind = 'total') as left,
            (select coalesce(json_object_agg(key, "left"), '{}') from campaign_stock s
              where s.campaign_id = c.id and kind = 'tier') as tiers,
            (select coalesce(json_object_agg(key, "left"), '{}') from campaign_stock s
              where s.campaign_id = c.id and kind = 'group') as groups
          from campaigns c where id = any($1)`,
        [[...model.campaigns.keys()]],
      ),
    ),
    coupons: byId(
      await ask<{ id: string }>(
        `select id, tier_rank as rank, group_id as "groupId", order_id as "orderId", valid_until as "validUntil",
            case when state = 'claimed' and valid_until <= $2 then 'expired' else state end as state
          from coupons where member_id = any($1)`,
        [memberIds, now],
      ),
    ),
    orders: byId(
      await ask<{ id: string }>(
        `select o.id, o.state, o.payable_fen as payable, coalesce(p.state = 'paid', false) as "isPaid",
            (select json_object_agg(sku_id, unit_paid_fen) from order_lines l where l.order_id = o.id) as units,
            (select json_object_agg(sku_id, refunded_units) from order_lines l where l.order_id = o.id) as back,
            coalesce((select sum(amount_fen) from refunds r where r.order_id = o.id and r.state = 'succeeded'), 0)::bigint as refunded,
            coalesce((select sum(amount_fen) from ledger_entries e where e.order_id = o.id), 0)::bigint as ledger
          from orders o left join payments p on p.order_id = o.id where o.member_id = any($1)`,
        [memberIds],
      ),
    ),
  }
}

/** The same as the model has it. */
function expected(model: Model) {
  return {
    skus: byId(
      [...model.skus.values()].map(({ id, available, reserved, sold }) => ({
        id,
        available,
        reserved,
        sold,
      })),
    ),
    campaigns: byId(
      [...model.campaigns.values()].map(({ id, left, tierLeft, groupLeft }) => ({
        id,
        left,
        groups: groupLeft,
        tiers: Object.fromEntries(tierLeft.flatMap((n, i) => (n === null ? [] : [[String(i + 1), n]]))),
      })),
    ),
    coupons: byId(
      [...model.coupons.values()].map(({ id, rank, groupId, orderId, validUntil, state }) => ({
        id,
        rank,
        groupId,
        orderId,
        validUntil,
        state: state === 'claimed' && validUntil <= model.now ? ('expired' as const) : state,
      })),
    ),
    orders: byId(
      [...model.orders.values()].map((order) => ({
        id: order.id,
        state: order.state,
        payable: order.bill.payable,
        isPaid: order.wasPaid || order.refunded > 0,
        units: order.bill.unitPaid,
        back: Object.fromEntries(
          order.pieces.map(({ skuId, quantity }) => [
            skuId,
            order.state === 'refunded' ? quantity : (order.back[skuId] ?? 0),
          ]),
        ),
        refunded: order.refunded,
        ledger: order.ledger,
      })),
    ),
  }
}

/** Holds the shop against the model. */
export async function expectSameBalances(
  shop: PayShop,
  model: Model,
  memberIds: readonly string[],
): Promise<void> {
  expect(await balancesOf(shop, model, memberIds, model.now)).toEqual(expected(model))
}
