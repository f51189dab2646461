import { Type } from '@sinclair/typebox'
import { type Answer, type Call, type Endpoint, json } from '../http/endpoint'
import { MCHID } from '../identity'
import type { World } from '../world'
import { requireMerchant } from './authorization'
import { bodyOf, MchRefusal } from './manners'
import { requireOrder, transactionView } from './orders'

function requireMchid(mchid: string | undefined): void {
  if (mchid !== MCHID) throw new MchRefusal(400, 'PARAM_ERROR', 'mchid与签名的商户不一致')
}

function view(world: World, call: Call, outTradeNo: string): Answer {
  requireMerchant(call, world)
  requireMchid(call.query.mchid)
  return json(200, transactionView(requireOrder(world, outTradeNo)), { about: outTradeNo })
}

/** GET …/out-trade-no/{no}: a payment by our number. */
export const queryByOutTradeNo = (world: World): Endpoint => ({
  name: 'query',
  method: 'GET',
  path: '/v3/pay/transactions/out-trade-no/:outTradeNo',
  answer: (call) => view(world, call, call.params.outTradeNo ?? ''),
})

/** GET …/id/{transaction_id}: a payment by WeChat Pay's number. */
export const queryById = (world: World): Endpoint => ({
  name: 'query_by_id',
  method: 'GET',
  path: '/v3/pay/transactions/id/:transactionId',
  answer: (call) => {
    const { transactionId } = call.params
    const order = Object.values(world.state.orders).find((each) => each.transactionId === transactionId)
    return view(world, call, order?.outTradeNo ?? '')
  },
})

/** POST …/close: an unpaid order can no longer be paid; 204. */
export const close = (world: World): Endpoint => ({
  name: 'close',
  method: 'POST',
  path: '/v3/pay/transactions/out-trade-no/:outTradeNo/close',
  answer(call) {
    requireMerchant(call, world)
    requireMchid(bodyOf(call, Type.Object({ mchid: Type.String() })).mchid)
    const order = requireOrder(world, call.params.outTradeNo ?? '')
    if (order.state === 'CLOSED') throw new MchRefusal(400, 'ORDER_CLOSED', '订单已关闭')
    if (order.state !== 'NOTPAY') throw new MchRefusal(400, 'INVALID_REQUEST', '该订单已支付')
    order.state = 'CLOSED'
    world.changed()
    return { status: 204, type: '', body: '', about: order.outTradeNo }
  },
})
