import { type Static, Type } from '@sinclair/typebox'
import { MCHID } from '../identity'
import { orderNow } from '../mch/orders'
import type { Order } from '../mch/records'
import type { World } from '../world'
import { Errcode } from './manners'
import type { Shipping } from './shipping-records'

const DAY_MS = 86_400_000
/** Receipt by rule: ten days for express, two for all else. */
const WAIT_MS = { 1: 10 * DAY_MS, 2: 2 * DAY_MS, 3: 2 * DAY_MS, 4: 2 * DAY_MS } as const

export const OrderKey = Type.Object({
  order_number_type: Type.Optional(Type.Integer()),
  transaction_id: Type.Optional(Type.String()),
  mchid: Type.Optional(Type.String()),
  out_trade_no: Type.Optional(Type.String()),
})

export const byTransactionId = (world: World, id: string): Order | undefined =>
  Object.values(world.state.orders).find(({ transactionId }) => transactionId === id)

/** The paid order an `order_key` names, or WeChat's refusal. */
export function orderOf(world: World, key: Static<typeof OrderKey>): Order {
  if (key.order_number_type === 2) {
    if (!key.transaction_id) throw new Errcode(268485195, 'invalid transaction_id')
    return paid(byTransactionId(world, key.transaction_id))
  }
  if (key.order_number_type !== 1) throw new Errcode(268485194, 'invalid order_number_type')
  if (key.mchid !== MCHID) throw new Errcode(268485196, 'invalid mchid')
  if (!key.out_trade_no) throw new Errcode(268485197, 'invalid out_trade_no')
  return paid(orderNow(world, key.out_trade_no))
}

/** Only payments are managed: an order nobody has paid does not exist here. */
export function paid(order: Order | undefined): Order {
  if (order?.transactionId) return order
  throw new Errcode(10060001, '支付单不存在')
}

/** Whether all of the money went back. */
export function isRefunded(world: World, { outTradeNo, totalFen }: Order): boolean {
  const back = Object.values(world.state.refunds)
    .filter((refund) => refund.outTradeNo === outTradeNo && refund.status === 'SUCCESS')
    .reduce((sum, { refundFen }) => sum + refundFen, 0)
  return back >= totalFen
}

/** When receipt will be confirmed by rule; null while something is unsent, or it is confirmed already. */
export const confirmsAt = ({ finishedAt, confirmedAt, logistics }: Shipping): number | null =>
  finishedAt === null || confirmedAt !== null ? null : finishedAt + WAIT_MS[logistics]

/** What a parcel must be, with the code for each fault. */
export const Item = Type.Object({
  tracking_no: Type.Optional(Type.String()),
  express_company: Type.Optional(Type.String()),
  item_desc: Type.Optional(Type.String()),
  contact: Type.Optional(
    Type.Object({
      consignor_contact: Type.Optional(Type.String()),
      receiver_contact: Type.Optional(Type.String()),
    }),
  ),
})

export function checkItem(item: Static<typeof Item>, logistics: number): void {
  const { tracking_no: no, express_company: company, item_desc: text = '', contact } = item
  if (text === '') throw new Errcode(10060008, '商品描述不能为空')
  if ([...text].length > 120) throw new Errcode(10060009, '商品描述过长')
  if (logistics !== 1) return
  if (!no) throw new Errcode(268485226, '物流单号不能为空')
  if (!company) throw new Errcode(268485227, '物流公司编码不能为空')
  if (no.length > 128) throw new Errcode(10060025, '物流单号过长')
  const phone = contact?.consignor_contact ?? contact?.receiver_contact ?? ''
  if (company === 'SF' && !/\d{4}$/.test(phone)) throw new Errcode(10060014, '顺丰需要联系方式')
}
