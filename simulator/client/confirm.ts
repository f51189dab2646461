import { Type } from '@sinclair/typebox'
import type { Endpoint } from '../http/endpoint'
import { MCHID } from '../identity'
import { openidOf } from '../names'
import { confirmReceipt } from '../weixin/receipt'
import { byTransactionId } from '../weixin/shipping-rules'
import type { World } from '../world'
import { bodyOf, done } from './manners'
import { Name } from './names'

const Body = Type.Object({
  user: Name,
  /** As wx.openBusinessView takes it: one or the other. */
  extraData: Type.Object({
    transaction_id: Type.Optional(Type.String()),
    merchant_id: Type.Optional(Type.String()),
    merchant_trade_no: Type.Optional(Type.String()),
  }),
  /** What the user does in the component. */
  outcome: Type.Optional(Type.Union([Type.Literal('success'), Type.Literal('cancel'), Type.Literal('fail')])),
})

/** WeChat's own mini-program that draws the component; it is named in `referrerInfo` on the way back. */
export const ORDER_CENTRE = 'wx1183b055aeec94d1'

/**
 * POST /client/confirm-receipt: `wx.openBusinessView({ businessType: 'weappOrderConfirm' })`. Answers what
 * `App.onShow` gets as `referrerInfo` afterwards.
 */
export const confirm = (world: World): Endpoint => ({
  name: 'client_confirm_receipt',
  method: 'POST',
  path: '/client/confirm-receipt',
  answer(call) {
    const { user, extraData, outcome = 'success' } = bodyOf(call, Body)
    const { transaction_id: id, merchant_id: merchant, merchant_trade_no: no } = extraData
    const order = id
      ? byTransactionId(world, id)
      : merchant === MCHID && no
        ? world.state.orders[no]
        : undefined
    const shipping = order && world.state.shippings[order.outTradeNo]
    const isMine = order?.openid === openidOf(user)
    const back = (status: string, errormsg = '') =>
      done(
        'openBusinessView',
        { referrerInfo: { appId: ORDER_CENTRE, extraData: { status, errormsg, req_extradata: extraData } } },
        order?.outTradeNo,
      )
    if (!isMine || shipping?.finishedAt == null) return back('fail', '订单不存在或未发货')
    if (shipping.confirmedAt !== null) return back('fail', '订单已确认收货')
    if (outcome !== 'success') return back(outcome, outcome === 'fail' ? '系统繁忙' : '')
    confirmReceipt(world, shipping, 'user', world.now())
    return back('success')
  },
})
