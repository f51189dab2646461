import { createHash } from 'node:crypto'
import { parseYuan } from '@domain/money'
import { type Static, Type } from '@sinclair/typebox'
import { parse } from 'csv-parse/sync'
import { WeChatPayError } from './pay-error'

/** Where a bill lies, and what it must hash to. */
export const BillLink = Type.Object({
  hash_type: Type.Literal('SHA1'),
  hash_value: Type.String({ minLength: 40, maxLength: 40 }),
  download_url: Type.String({ minLength: 1 }),
})

/** One line of WeChat Pay's trade bill: a payment, or a refund where it names one. */
export interface BillRow {
  readonly outTradeNo: string
  readonly transactionId: string
  /** Null for a payment. */
  readonly outRefundNo: string | null
  /** What was paid, or asked back. */
  readonly amountFen: number
}

const failed = (why: string): never => {
  throw new WeChatPayError(
    { kind: 'untrusted', api: 'bill_download', status: 200, code: null, requestId: null },
    why,
  )
}

/** Reads a trade bill of every kind of line. Its fields stand behind backticks; below them stands a summary. */
export function readBill(file: Buffer, link: Static<typeof BillLink>): BillRow[] {
  const hash = createHash('sha1').update(file).digest('hex')
  if (hash !== link.hash_value.toLowerCase()) failed('the bill is not the one WeChat vouched for')
  const rows: string[][] = parse(file, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    quote: null,
  })
  const head = rows[0] ?? []
  const end = rows.findIndex(([first]) => first === '总交易单数')
  if (end < 0) failed('the bill has no summary')
  const column = (name: string): number => {
    const at = head.indexOf(name)
    return at < 0 ? failed(`the bill has no column ${name}`) : at
  }
  const columns = {
    order: column('商户订单号'),
    transaction: column('微信订单号'),
    state: column('交易状态'),
    refund: column('商户退款单号'),
    paid: column('订单金额'),
    asked: column('申请退款金额'),
  }
  return rows.slice(1, end).map((row) => {
    const of = (name: keyof typeof columns): string => (row[columns[name]] ?? '').replace(/^`/, '').trim()
    const isRefund = of('state') !== 'SUCCESS'
    const amount = parseYuan(of(isRefund ? 'asked' : 'paid'))
    return {
      outTradeNo: of('order'),
      transactionId: of('transaction'),
      outRefundNo: isRefund ? of('refund') : null,
      amountFen: amount.ok ? amount.value : failed(`an amount that is none: ${amount.error.text}`),
    }
  })
}
