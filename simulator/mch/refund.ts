import { Type } from '@sinclair/typebox'
import { randomDigits } from '../crypto/random'
import { type Endpoint, json } from '../http/endpoint'
import { timeDigits } from '../time'
import type { World } from '../world'
import { requireMerchant } from './authorization'
import { requireNotifyUrl } from './loopback'
import { bodyOf, MchRefusal } from './manners'
import { orderNow } from './orders'
import type { Order, RefundRecord } from './records'
import { refundsOf, refundView } from './refund-records'

const SETTLE_MS = 1_000
const APART_MS = 60_000
const YEAR_MS = 365 * 86_400_000
const MOST = 50

const Body = Type.Object({
  transaction_id: Type.Optional(Type.String()),
  out_trade_no: Type.Optional(Type.String()),
  out_refund_no: Type.String({ pattern: '^[0-9A-Za-z_\\-|*@]{1,64}$' }),
  reason: Type.Optional(Type.String({ maxLength: 80 })),
  notify_url: Type.Optional(Type.String({ maxLength: 256 })),
  amount: Type.Object({
    refund: Type.Integer({ minimum: 1 }),
    total: Type.Integer({ minimum: 1 }),
    currency: Type.Literal('CNY'),
  }),
})
const invalid = (why: string) => new MchRefusal(400, 'INVALID_REQUEST', why)

function paidOrder(world: World, transactionId: string | undefined, outTradeNo: string | undefined): Order {
  const order =
    transactionId === undefined
      ? orderNow(world, outTradeNo ?? '')
      : Object.values(world.state.orders).find((each) => each.transactionId === transactionId)
  if (order === undefined) throw new MchRefusal(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
  if (order.paidAt === null) throw invalid('订单未支付，不能退款')
  return order
}

/** WeChat Pay's limits: 50 per order, a minute apart, within a year, never more than was paid. */
function requireWithinLimits(world: World, order: Order, refundFen: number): void {
  const before = refundsOf(world, order.outTradeNo).filter((refund) => refund.status !== 'CLOSED')
  const given = before.reduce((sum, refund) => sum + refund.refundFen, 0)
  if (given + refundFen > order.totalFen) throw invalid('累计退款金额超过订单金额')
  if (before.length >= MOST) throw invalid('部分退款次数超限')
  if (world.now() - (order.paidAt ?? 0) > YEAR_MS) throw invalid('订单已超过一年，不能退款')
  const last = Math.max(...before.map((refund) => refund.createdAt))
  if (world.now() - last < APART_MS / world.timeScale)
    throw new MchRefusal(429, 'FREQUENCY_LIMITED', '同一笔订单两次退款需间隔1分钟')
}

/** POST /v3/refund/domestic/refunds: accepted, not yet refunded; the same out_refund_no asks for the same refund. */
export const refund = (world: World): Endpoint => ({
  name: 'refund',
  method: 'POST',
  path: '/v3/refund/domestic/refunds',
  answer(call) {
    requireMerchant(call, world)
    const body = bodyOf(call, Body)
    const order = paidOrder(world, body.transaction_id, body.out_trade_no)
    const { refund: refundFen, total } = body.amount
    const outRefundNo = body.out_refund_no
    const about = { about: outRefundNo }
    const known = world.state.refunds[outRefundNo]
    if (known !== undefined) {
      if (known.outTradeNo !== order.outTradeNo || known.refundFen !== refundFen)
        throw invalid('退款单号重复，参数与首次请求不一致')
      return json(200, refundView(known, order), about)
    }
    if (total !== order.totalFen) throw invalid('订单金额与支付时不一致')
    if (body.notify_url !== undefined) requireNotifyUrl(body.notify_url)
    requireWithinLimits(world, order, refundFen)
    const fault = world.faults.forRefund()
    const now = world.now()
    const made: RefundRecord = {
      outRefundNo,
      outTradeNo: order.outTradeNo,
      refundId: `50300${timeDigits(now)}${randomDigits(10)}`,
      refundFen,
      notifyUrl: body.notify_url ?? null,
      createdAt: now,
      settlesAt: fault?.kind === 'PROCESSING' ? null : now + (fault?.ms ?? SETTLE_MS / world.timeScale),
      outcome: fault === null || fault.kind === 'PROCESSING' ? 'SUCCESS' : fault.kind,
      status: 'PROCESSING',
      settledAt: null,
    }
    world.state.refunds[outRefundNo] = made
    order.state = 'REFUND'
    world.changed()
    return json(200, refundView(made, order), about)
  },
})

/** GET /v3/refund/domestic/refunds/{out_refund_no}. */
export const queryRefund = (world: World): Endpoint => ({
  name: 'query_refund',
  method: 'GET',
  path: '/v3/refund/domestic/refunds/:outRefundNo',
  answer(call) {
    requireMerchant(call, world)
    const found = world.state.refunds[call.params.outRefundNo ?? '']
    const order = found && world.state.orders[found.outTradeNo]
    if (found === undefined || order === undefined)
      throw new MchRefusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
    return json(200, refundView(found, order), { about: found.outRefundNo })
  },
})
