import { createHash } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { randomText } from '../crypto/random'
import { type Endpoint, json } from '../http/endpoint'
import { APPID, MCHID } from '../identity'
import { isOwnOpenid } from '../names'
import { timeDigits } from '../time'
import type { World } from '../world'
import { requireMerchant } from './authorization'
import { requireNotifyUrl } from './loopback'
import { bodyOf, MchRefusal } from './manners'
import { orderNow } from './orders'

const MINUTE = 60_000
const DAY = 86_400_000
const PREPAY_LIFE_MS = 2 * 3_600_000

const Body = Type.Object({
  appid: Type.String({ maxLength: 32 }),
  mchid: Type.String({ maxLength: 32 }),
  description: Type.String({ minLength: 1, maxLength: 127 }),
  out_trade_no: Type.String({ pattern: '^[0-9A-Za-z_\\-|*]{6,32}$' }),
  time_expire: Type.Optional(Type.String()),
  attach: Type.Optional(Type.String({ maxLength: 128 })),
  notify_url: Type.String({ maxLength: 255 }),
  amount: Type.Object({
    total: Type.Integer({ minimum: 1 }),
    currency: Type.Optional(Type.Literal('CNY')),
  }),
  payer: Type.Object({ openid: Type.String({ minLength: 1, maxLength: 128 }) }),
})

/** Not before a minute from now, not after 90 days; 7 days where nothing is said. */
function expiryOf(text: string | undefined, now: number): number {
  if (text === undefined) return now + 7 * DAY
  const at = Date.parse(text)
  if (Number.isNaN(at) || !/(Z|[+-]\d\d:\d\d)$/.test(text))
    throw new MchRefusal(400, 'PARAM_ERROR', 'time_expire格式错误')
  return Math.min(Math.max(at, now + MINUTE), now + 90 * DAY)
}

/** POST /v3/pay/transactions/jsapi: the same order again gives a fresh prepay_id, a changed one is refused. */
export const prepay = (world: World): Endpoint => ({
  name: 'prepay',
  method: 'POST',
  path: '/v3/pay/transactions/jsapi',
  answer(call) {
    requireMerchant(call, world)
    const { time_expire, ...body } = bodyOf(call, Body)
    if (body.appid !== APPID || body.mchid !== MCHID)
      throw new MchRefusal(400, 'APPID_MCHID_NOT_MATCH', 'AppID和mch_id不匹配')
    if (!isOwnOpenid(body.payer.openid)) throw new MchRefusal(500, 'OPENID_MISMATCH', 'openid和appid不匹配')
    requireNotifyUrl(body.notify_url)
    const now = world.now()
    const outTradeNo = body.out_trade_no
    const fingerprint = createHash('sha256').update(JSON.stringify(body)).digest('hex')
    const expiresAt = expiryOf(time_expire, now)
    const known = orderNow(world, outTradeNo)
    if (known?.state === 'CLOSED') throw new MchRefusal(400, 'ORDER_CLOSED', '订单已关闭')
    if (known !== undefined && known.state !== 'NOTPAY')
      throw new MchRefusal(400, 'INVALID_REQUEST', '该订单已支付')
    if (known !== undefined && known.fingerprint !== fingerprint)
      throw new MchRefusal(403, 'OUT_TRADE_NO_USED', '商户订单号重复，参数与首次请求不一致')
    if (known === undefined)
      world.state.orders[outTradeNo] = {
        outTradeNo,
        description: body.description,
        attach: body.attach ?? null,
        notifyUrl: body.notify_url,
        totalFen: body.amount.total,
        openid: body.payer.openid,
        fingerprint,
        expiresAt,
        state: 'NOTPAY',
        transactionId: null,
        paidAt: null,
      }
    const prepayId = `wx${timeDigits(now)}${randomText(20)}`
    world.state.prepays[prepayId] = { outTradeNo, expiresAt: now + PREPAY_LIFE_MS }
    world.changed()
    return json(200, { prepay_id: prepayId }, { about: outTradeNo })
  },
})
