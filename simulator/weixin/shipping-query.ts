import { Type } from '@sinclair/typebox'
import type { Endpoint } from '../http/endpoint'
import { MCHID } from '../identity'
import { orderNow } from '../mch/orders'
import type { Order } from '../mch/records'
import type { World } from '../world'
import { bodyOf, Errcode, fine, requireToken } from './manners'
import { confirmByRule } from './receipt'
import { byTransactionId, isRefunded, paid } from './shipping-rules'

const Named = Type.Object({
  transaction_id: Type.Optional(Type.String()),
  merchant_id: Type.Optional(Type.String()),
  merchant_trade_no: Type.Optional(Type.String()),
})

function named(
  world: World,
  key: { transaction_id?: string; merchant_id?: string; merchant_trade_no?: string },
) {
  const { transaction_id: id, merchant_id: merchant, merchant_trade_no: no } = key
  if (id) return paid(byTransactionId(world, id))
  return paid(merchant === MCHID && no ? orderNow(world, no) : undefined)
}

/** 1 to ship, 2 shipped, 3 confirmed, 5 refunded. */
function stateOf(world: World, order: Order): number {
  if (isRefunded(world, order)) return 5
  const shipping = world.state.shippings[order.outTradeNo]
  if (shipping?.confirmedAt != null) return 3
  return shipping?.finishedAt != null ? 2 : 1
}

/** POST /wxa/sec/order/get_order: what WeChat knows of parcels and receipt. */
export const getOrder = (world: World): Endpoint => ({
  name: 'get_order',
  method: 'POST',
  path: '/wxa/sec/order/get_order',
  answer(call) {
    requireToken(call, world)
    const order = named(world, bodyOf(call, Named))
    confirmByRule(world)
    const shipping = world.state.shippings[order.outTradeNo]
    const view = {
      transaction_id: order.transactionId,
      merchant_id: MCHID,
      merchant_trade_no: order.outTradeNo,
      description: order.description,
      paid_amount: order.totalFen,
      openid: order.openid,
      pay_time: Math.floor((order.paidAt ?? 0) / 1000),
      order_state: stateOf(world, order),
      in_complaint: false,
      shipping: {
        ...(shipping && { delivery_mode: shipping.mode, logistics_type: shipping.logistics }),
        finish_shipping: shipping?.finishedAt != null,
        finish_shipping_count: shipping ? 1 + shipping.reships : 0,
        shipping_list: (shipping?.parcels ?? []).map((parcel) => ({
          tracking_no: parcel.trackingNo,
          express_company: parcel.company,
          goods_desc: parcel.itemDesc,
          upload_time: Math.floor((shipping?.uploadedAt ?? 0) / 1000),
        })),
      },
    }
    return fine({ order: view }, order.outTradeNo)
  },
})

const Reminder = Type.Intersect([Named, Type.Object({ received_time: Type.Integer() })])

/** POST /wxa/sec/order/notify_confirm_receive: reminds the customer, once per order, express only. */
export const notifyConfirmReceive = (world: World): Endpoint => ({
  name: 'notify_confirm_receive',
  method: 'POST',
  path: '/wxa/sec/order/notify_confirm_receive',
  answer(call) {
    requireToken(call, world)
    const body = bodyOf(call, Reminder)
    const order = named(world, body)
    const shipping = world.state.shippings[order.outTradeNo]
    if (shipping?.finishedAt == null) throw new Errcode(10060028, '订单未发货')
    if (shipping.logistics !== 1) throw new Errcode(10060032, '仅支持快递发货')
    if (shipping.hasReminded) throw new Errcode(10060030, '已使用过提醒')
    if (body.received_time * 1000 < shipping.finishedAt || body.received_time * 1000 > world.now())
      throw new Errcode(10060029, '签收时间错误')
    shipping.hasReminded = true
    world.changed()
    return fine({}, order.outTradeNo)
  },
})
