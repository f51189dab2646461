import { APPID, MCHID } from '../identity'
import { rfc3339 } from '../time'
import type { World } from '../world'
import { MchRefusal } from './manners'
import type { Order } from './records'

/** An order as it is now: one whose time has run out is closed by looking at it. */
export function orderNow(world: World, outTradeNo: string): Order | undefined {
  const order = world.state.orders[outTradeNo]
  if (order?.state === 'NOTPAY' && world.now() >= order.expiresAt) {
    order.state = 'CLOSED'
    world.changed()
  }
  return order
}

/** The order, or WeChat Pay's 404. */
export function requireOrder(world: World, outTradeNo: string): Order {
  const order = orderNow(world, outTradeNo)
  if (order === undefined) throw new MchRefusal(404, 'ORDER_NOT_EXIST', '订单不存在')
  return order
}

const STATE_TEXT = {
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
} as const

/** What query and notification tell about an order; amount and payer only once it is paid. */
export function transactionView(order: Order): Record<string, unknown> {
  const base = {
    appid: APPID,
    mchid: MCHID,
    out_trade_no: order.outTradeNo,
    trade_type: 'JSAPI',
    trade_state: order.state,
    trade_state_desc: STATE_TEXT[order.state],
    ...(order.attach !== null && { attach: order.attach }),
  }
  if (order.transactionId === null || order.paidAt === null) return base
  return {
    ...base,
    transaction_id: order.transactionId,
    bank_type: 'OTHERS',
    success_time: rfc3339(order.paidAt),
    payer: { openid: order.openid },
    amount: { total: order.totalFen, payer_total: order.totalFen, currency: 'CNY', payer_currency: 'CNY' },
  }
}
