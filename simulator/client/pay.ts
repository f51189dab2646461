import { Type } from '@sinclair/typebox'
import { isSignedBy } from '../crypto/api-v3'
import { randomDigits } from '../crypto/random'
import { type Endpoint, json } from '../http/endpoint'
import { APPID, MERCHANT_PUBLIC_KEY } from '../identity'
import { orderNow } from '../mch/orders'
import type { Order } from '../mch/records'
import { openidOf } from '../names'
import { announcePayment } from '../notify/announce'
import { timeDigits } from '../time'
import type { World } from '../world'
import { AppFailure, bodyOf, done } from './manners'
import { Name } from './names'

const Body = Type.Object({
  user: Name,
  timeStamp: Type.String(),
  nonceStr: Type.String(),
  package: Type.String(),
  signType: Type.Literal('RSA'),
  paySign: Type.String(),
  /** `unknown`: the money is taken, but the app says it failed. */
  outcome: Type.Optional(
    Type.Union([Type.Literal('ok'), Type.Literal('cancel'), Type.Literal('fail'), Type.Literal('unknown')]),
  ),
})
const fail = (why: string) => new AppFailure(`requestPayment:fail ${why}`)

/** The order a prepay_id pays, if this user may pay it now. */
function payableOrder(world: World, pack: string, user: string): Order {
  const prepay = world.state.prepays[pack.replace(/^prepay_id=/, '')]
  const order = prepay && orderNow(world, prepay.outTradeNo)
  if (prepay === undefined || order === undefined) throw fail('支付参数错误')
  if (order.openid !== openidOf(user)) throw fail('下单账号与支付账号不一致')
  if (order.state === 'CLOSED') throw fail('订单已关闭')
  if (order.state !== 'NOTPAY') throw fail('该订单已支付')
  if (world.now() >= prepay.expiresAt) throw fail('支付已过期，请重新下单')
  return order
}

/** GET /client/prepays/:id?user=: what the pay sheet shows before anybody confirms; the same refusals as paying. */
export const prepaid = (world: World): Endpoint => ({
  name: 'client_prepaid',
  method: 'GET',
  path: '/client/prepays/:id',
  answer({ params: { id = '' }, query: { user = '' } }) {
    const { totalFen, description } = payableOrder(world, id, user)
    return json(200, { totalFen, description })
  },
})

/** POST /client/pay: `wx.requestPayment`, with what the user does as `outcome`. */
export const pay = (world: World): Endpoint => ({
  name: 'client_pay',
  method: 'POST',
  path: '/client/pay',
  answer(call) {
    const body = bodyOf(call, Body)
    const { user, timeStamp, nonceStr, package: pack, paySign, outcome = 'ok' } = body
    const message = `${APPID}\n${timeStamp}\n${nonceStr}\n${pack}\n`
    if (!isSignedBy(MERCHANT_PUBLIC_KEY, message, paySign)) throw fail('支付验证签名失败')
    const order = payableOrder(world, pack, user)
    if (outcome === 'cancel') throw fail('cancel')
    if (outcome === 'fail') throw fail('余额不足')
    const now = world.now()
    order.state = 'SUCCESS'
    order.paidAt = now
    order.transactionId = `4200002${timeDigits(now).slice(0, 8)}${randomDigits(13)}`
    announcePayment(world, order)
    if (outcome === 'unknown') throw fail('网络异常')
    return done('requestPayment', {}, order.outTradeNo)
  },
})
