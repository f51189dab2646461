import type { PaymentParams, WeChatPay } from '../../server/wechat/pay/client'
import type { PrepayOrder } from '../../server/wechat/pay/requests'
import type { Reply, Running } from './running-simulator'

let count = 0

/** An order of lin's over 39.90 yuan, with a number of its own. */
export async function anOrder(wechat: Running, more: Partial<PrepayOrder> = {}): Promise<PrepayOrder> {
  const { json: known } = await wechat.get('/client/identity?user=lin')
  count += 1
  return {
    outTradeNo: `T20260101${String(count).padStart(6, '0')}`,
    description: '赣南脐橙 5斤',
    totalFen: 3990,
    openid: known.openid,
    ...more,
  }
}

/** What the app does with the parameters of wx.requestPayment. */
export const payInApp = (wechat: Running, params: PaymentParams, more: object = {}): Promise<Reply> =>
  wechat.post('/client/pay', { user: 'lin', ...params, ...more })

/** An order that is prepaid and paid; its notification is on its way. */
export async function aPaidOrder(
  wechat: Running,
  pay: WeChatPay,
  more: Partial<PrepayOrder> = {},
): Promise<PrepayOrder> {
  const order = await anOrder(wechat, more)
  const { prepayId } = await pay.prepay(order)
  await payInApp(wechat, pay.paymentParams(prepayId))
  return order
}
