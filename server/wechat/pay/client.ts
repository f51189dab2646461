import { createPrivateKey } from 'node:crypto'
import type { Result } from '@domain/result'
import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Fetch } from '../http'
import { BillLink, type BillRow, readBill } from './bill'
import { certificatesIn } from './certificates'
import { type NotificationRefusal, type PayEvent, readNotification } from './notification'
import { WeChatPayError } from './pay-error'
import { type Refund, RefundBody, refundOf } from './refund'
import { type PrepayOrder, prepayBody, type RefundRequest, refundBody } from './requests'
import { type HeaderSet, readVerifiers, signRsa } from './signature'
import { type Transaction, TransactionBody, transactionOf } from './transaction'
import { createPayTransport } from './transport'

export interface WeChatPayOptions {
  readonly mchid: string
  readonly appid: string
  /** Of the merchant certificate. */
  readonly serialNo: string
  readonly privateKeyPem: string
  /** 32 characters. */
  readonly apiV3Key: string
  /** Serial → PEM, a public key (`PUB_KEY_ID_…`) or a platform certificate; hold both during a switch. */
  readonly verifiers: Readonly<Record<string, string>>
  /** `https://api.mch.weixin.qq.com`, or the simulator's address. */
  readonly baseUrl: string
  /** Where payment and refund notifications arrive: public, without query. */
  readonly notifyUrl: string
  readonly now: () => number
  /** 16 to 32 random letters and digits, new at each call. */
  readonly nonce: () => string
  readonly fetch?: Fetch
  /** For one whole exchange; 8 s unless told. */
  readonly timeoutMs?: number
}

/** What `wx.requestPayment` takes. */
export interface PaymentParams {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: 'RSA'
  readonly paySign: string
}

/** `paid`: too late to close, the order must be kept. `unknown`: WeChat Pay has no such order. */
export type CloseOutcome = 'closed' | 'paid' | 'unknown'

/** WeChat Pay v3 for mini-programs. Methods that ask WeChat throw WeChatPayError; decide by its `kind`. */
export interface WeChatPay {
  readonly appid: string
  readonly mchid: string
  /** Where notifications arrive unless an order says otherwise. */
  readonly notifyUrl: string
  /** Valid 2 hours. May be repeated with identical parameters for a fresh one. */
  prepay(order: PrepayOrder): Promise<{ readonly prepayId: string }>
  /** Signs what the client pays with. No call to WeChat. */
  paymentParams(prepayId: string): PaymentParams
  /** The truth about a payment; null where WeChat Pay knows no such order. */
  queryByOutTradeNo(outTradeNo: string): Promise<Transaction | null>
  /** Makes an unpaid order unpayable. Close first, then release the stock. */
  close(outTradeNo: string): Promise<CloseOutcome>
  /** Asks for a refund; idempotent by `outRefundNo`. Accepted is not yet refunded. */
  refund(request: RefundRequest): Promise<Refund>
  /** null where WeChat Pay knows no such refund. */
  queryRefund(outRefundNo: string): Promise<Refund | null>
  /**
   * Every payment and refund of a day of Shanghai (`2026-07-03`), as WeChat bills it from 10 the next morning on; empty
   * where nothing happened. Throws `untrusted` where the file is not the one WeChat vouched for.
   */
  tradeBill(day: string): Promise<readonly BillRow[]>
  /** Reads a notification from its headers and exact bytes. Refusals are answered with 4xx. */
  readNotification(headers: HeaderSet, rawBody: Buffer): Result<PayEvent, NotificationRefusal>
  /** Fetches WeChat Pay's platform certificates and trusts them from now on; gives their serials. */
  fetchCertificates(): Promise<readonly string[]>
}

const BY_NUMBER = '/v3/pay/transactions/out-trade-no'
const REFUNDS = '/v3/refund/domestic/refunds'
const Prepaid = Type.Object({ prepay_id: Type.String({ minLength: 1 }) })

/** A client of WeChat Pay for one merchant and appid. Throws at once on a key it cannot read. */
export function createWeChatPay(options: WeChatPayOptions): WeChatPay {
  const { mchid, appid, serialNo, apiV3Key, notifyUrl, now, nonce } = options
  const privateKey = createPrivateKey(options.privateKeyPem)
  const verifiers = readVerifiers(options.verifiers)
  const send = createPayTransport({
    baseUrl: options.baseUrl,
    mchid,
    serialNo,
    privateKey,
    verifiers,
    now,
    nonce,
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 8_000,
  })

  function read<S extends TSchema>(api: string, shape: S, body: Buffer): Static<S> {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (Value.Check(shape, value)) return value
    const failure = { kind: 'untrusted', api, status: 200, code: null, requestId: null } as const
    throw new WeChatPayError(failure, 'answer of an unknown shape')
  }
  const orNull = async <T>(answer: Promise<T>): Promise<T | null> => {
    try {
      return await answer
    } catch (error) {
      if (error instanceof WeChatPayError && error.kind === 'not_found') return null
      throw error
    }
  }
  async function query(outTradeNo: string): Promise<Transaction> {
    const path = `${BY_NUMBER}/${encodeURIComponent(outTradeNo)}?mchid=${mchid}`
    return transactionOf(read('query', TransactionBody, await send('query', { method: 'GET', path })))
  }

  return {
    appid,
    mchid,
    notifyUrl,
    async prepay(order) {
      const body = prepayBody(order, { appid, mchid, notifyUrl })
      const answer = await send('prepay', { method: 'POST', path: '/v3/pay/transactions/jsapi', body })
      return { prepayId: read('prepay', Prepaid, answer).prepay_id }
    },
    paymentParams(prepayId) {
      const timeStamp = String(Math.floor(now() / 1000))
      const nonceStr = nonce()
      const pack = `prepay_id=${prepayId}`
      const paySign = signRsa(`${appid}\n${timeStamp}\n${nonceStr}\n${pack}\n`, privateKey)
      return { timeStamp, nonceStr, package: pack, signType: 'RSA', paySign }
    },
    queryByOutTradeNo: (outTradeNo) => orNull(query(outTradeNo)),
    async close(outTradeNo) {
      const path = `${BY_NUMBER}/${encodeURIComponent(outTradeNo)}/close`
      try {
        await send('close', { method: 'POST', path, body: { mchid } })
        return 'closed'
      } catch (error) {
        if (!(error instanceof WeChatPayError)) throw error
        if (error.kind === 'not_found') return 'unknown'
        if (error.kind !== 'refused') throw error
        // Why it was refused goes by many names; what the order is now does not.
        const { state } = await query(outTradeNo)
        if (state === 'CLOSED') return 'closed'
        if (state === 'SUCCESS' || state === 'REFUND') return 'paid'
        throw error
      }
    },
    async refund(request) {
      const body = refundBody(request, notifyUrl)
      return refundOf(
        read('refund', RefundBody, await send('refund', { method: 'POST', path: REFUNDS, body })),
      )
    },
    queryRefund: (outRefundNo) =>
      orNull(
        send('query_refund', { method: 'GET', path: `${REFUNDS}/${encodeURIComponent(outRefundNo)}` }).then(
          (answer) => refundOf(read('query_refund', RefundBody, answer)),
        ),
      ),
    async tradeBill(day) {
      const path = `/v3/bill/tradebill?bill_date=${encodeURIComponent(day)}&bill_type=ALL`
      try {
        const link = read('trade_bill', BillLink, await send('trade_bill', { method: 'GET', path }))
        // Asked of the host we are configured for, whatever the link names.
        const { pathname, search } = new URL(link.download_url)
        const file = await send('bill_download', { method: 'GET', path: pathname + search, isFile: true })
        return readBill(file, link)
      } catch (error) {
        if (error instanceof WeChatPayError && error.code === 'NO_STATEMENT_EXIST') return []
        throw error
      }
    },
    readNotification: (headers, rawBody) =>
      readNotification(headers, rawBody, { appid, mchid, apiV3Key, verifiers }, now()),
    async fetchCertificates() {
      const trust = (body: Buffer) => certificatesIn(body, apiV3Key)
      const answer = await send('certificates', { method: 'GET', path: '/v3/certificates', trust })
      const found = trust(answer)
      for (const [serial, key] of found) verifiers.set(serial, key)
      return [...found.keys()]
    },
  }
}
