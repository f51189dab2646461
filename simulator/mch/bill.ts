import { createHash } from 'node:crypto'
import { randomText } from '../crypto/random'
import { type Endpoint, json } from '../http/endpoint'
import { APPID, MCHID } from '../identity'
import { rfc3339 } from '../time'
import type { World } from '../world'
import { requireMerchant } from './authorization'
import { MchRefusal } from './manners'
import type { Order, RefundRecord } from './records'

const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000
const LINK_LIFE_MS = 5 * 60_000
/** WeChat makes the bill of a day in the morning after it. */
const READY_HOUR = 10
const KEPT_DAYS = 90

const COLUMNS =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const SUMMARY = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

const yuan = (fen: number): string => (fen / 100).toFixed(2)
/** Every field behind a backtick, so that no spreadsheet takes a number for a number. */
const line = (fields: readonly string[]): string => fields.map((field) => `\`${field}`).join(',')
const clockText = (at: number): string => rfc3339(at).slice(0, 19).replace('T', ' ')

const REFUND_WORD = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  ABNORMAL: 'FAIL',
  CLOSED: 'FAIL',
} as const

function row(order: Order, at: number, refund: RefundRecord | null): string {
  const paid = refund === null
  return line([
    clockText(at),
    APPID,
    MCHID,
    '0',
    '',
    order.transactionId ?? '',
    order.outTradeNo,
    order.openid,
    'JSAPI',
    paid ? 'SUCCESS' : 'REFUND',
    'OTHERS',
    'CNY',
    paid ? yuan(order.totalFen) : '0.00',
    '0.00',
    refund?.refundId ?? '0',
    refund?.outRefundNo ?? '0',
    yuan(refund?.refundFen ?? 0),
    '0.00',
    paid ? '' : 'ORIGINAL',
    refund ? REFUND_WORD[refund.status] : '',
    order.description,
    order.attach ?? '',
    '0.00000',
    '0.60%',
    paid ? yuan(order.totalFen) : '0.00',
    yuan(refund?.refundFen ?? 0),
    '',
  ])
}

/** The bill of a day as WeChat writes it, or null where nothing happened. */
function billOf(world: World, from: number): string | null {
  const isOf = (at: number | null): at is number => at !== null && at >= from && at < from + DAY_MS
  const { orders, refunds } = world.state
  const paid = Object.values(orders).filter(({ paidAt }) => isOf(paidAt))
  const given = Object.values(refunds).filter(({ createdAt }) => isOf(createdAt))
  if (paid.length + given.length === 0) return null
  const rows = [
    ...paid.map((order) => row(order, order.paidAt ?? from, null)),
    ...given.map((refund) => row(orders[refund.outTradeNo]!, refund.createdAt, refund)),
  ]
  const total = paid.reduce((sum, { totalFen }) => sum + totalFen, 0)
  const back = given.reduce((sum, { refundFen }) => sum + refundFen, 0)
  const sums = [String(rows.length), yuan(total), yuan(back), '0.00', '0.00000', yuan(total), yuan(back)]
  return `\uFEFF${[COLUMNS, ...rows, SUMMARY, line(sums)].join('\r\n')}\r\n`
}

function startOf(day: string | undefined, now: number): number {
  const from = /^\d{4}-\d\d-\d\d$/.test(day ?? '') ? Date.parse(`${day}T00:00:00+08:00`) : Number.NaN
  if (Number.isNaN(from)) throw new MchRefusal(400, 'PARAM_ERROR', 'bill_date格式错误')
  const today = Math.floor((now + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS
  if (from >= today || from < today - KEPT_DAYS * DAY_MS)
    throw new MchRefusal(400, 'INVALID_REQUEST', 'bill_date不在可下载范围内')
  if (from === today - DAY_MS && now < today + READY_HOUR * 3_600_000)
    throw new MchRefusal(400, 'STATEMENT_CREATING', '账单生成中')
  return from
}

/** GET /v3/bill/tradebill: where the bill of a day can be fetched, and the hash by which to know it; and that place. */
export function bills(world: World): readonly [Endpoint, Endpoint] {
  const links = new Map<string, { readonly body: string; readonly until: number }>()
  return [
    {
      name: 'trade_bill',
      method: 'GET',
      path: '/v3/bill/tradebill',
      answer(call) {
        requireMerchant(call, world)
        const body = billOf(world, startOf(call.query.bill_date, world.now()))
        if (body === null) throw new MchRefusal(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
        const token = randomText(32)
        links.set(token, { body, until: world.now() + LINK_LIFE_MS })
        const hash = createHash('sha1').update(body).digest('hex')
        return json(200, {
          hash_type: 'SHA1',
          hash_value: hash,
          download_url: `https://api.mch.weixin.qq.com/v3/billdownload/file?token=${token}`,
        })
      },
    },
    {
      name: 'bill_download',
      method: 'GET',
      path: '/v3/billdownload/file',
      answer(call) {
        requireMerchant(call, world)
        const link = links.get(call.query.token ?? '')
        if (!link || world.now() > link.until) throw new MchRefusal(403, 'NO_AUTH', '下载链接已失效')
        // A test may order bytes that were broken on the way.
        const body = call.fault?.kind === 'bad_signature' ? link.body.slice(0, -4) : link.body
        return { status: 200, type: 'text/plain; charset=utf-8', body }
      },
    },
  ]
}
