import { createPrivateKey } from 'node:crypto'
import { authorization } from '../../server/wechat/pay/signature'
import { aWeChatPay } from './pay-client'
import { pay } from './vectors'

const privateKey = createPrivateKey(pay.merchant_private_key_TEST_ONLY)
const { notifications, requests } = pay
const arrivedAt = (n: { headers: { 'Wechatpay-Timestamp': string } }, late = 0) =>
  Number(n.headers['Wechatpay-Timestamp']) * 1000 + late

describe('a request to WeChat Pay', () => {
  it.each(Object.entries(requests))('is signed as documented: %s', (_, vector) => {
    const header = authorization(
      {
        method: vector.method as 'GET' | 'POST',
        pathAndQuery: vector.urlPath,
        body: vector.body,
        timestamp: Number(vector.timestamp),
        nonce: vector.nonce_str,
      },
      { mchid: pay.mchid, serialNo: pay.merchant_serial_no, privateKey },
    )

    expect(header).toBe(vector.authorization)
  })
})

describe('what wx.requestPayment takes', () => {
  it('is signed by the merchant as documented', () => {
    const { timeStamp, nonceStr, package: pack, signType, paySign } = pay.request_payment
    const client = aWeChatPay({ now: () => Number(timeStamp) * 1000, nonce: () => nonceStr })

    const params = client.paymentParams(pack.replace('prepay_id=', ''))

    expect(params).toEqual({ timeStamp, nonceStr, package: pack, signType, paySign })
  })
})

describe('a notification', () => {
  const read = (n: { headers: Record<string, string>; body: string }, nowMs: number, body = n.body) =>
    aWeChatPay({ now: () => nowMs }).readNotification(n.headers, Buffer.from(body))

  it('of a payment is opened and told in our words', () => {
    const paid = notifications.transaction_success

    const event = read(paid, arrivedAt(paid))

    expect(event).toEqual({
      ok: true,
      value: {
        kind: 'paid',
        id: 'EV-2026010112001000001',
        transaction: {
          outTradeNo: 'T20260101000001',
          state: 'SUCCESS',
          transactionId: '4200002026010100000000000001',
          openid: 'oTESTopenid0000000000000001',
          totalFen: 1990,
          payerTotalFen: 1990,
          paidAt: Date.UTC(2026, 0, 1, 4, 0, 8),
          attach: 'o=1001',
        },
      },
    })
  })

  it('of a refund is opened and told in our words', () => {
    const refunded = notifications.refund_success

    const event = read(refunded, arrivedAt(refunded))

    expect(event).toMatchObject({
      ok: true,
      value: {
        kind: 'refund',
        refund: { outRefundNo: 'R20260101000001', state: 'SUCCESS', totalFen: 1990, refundFen: 990 },
      },
    })
  })

  it('that is only a signature probe is refused', () => {
    const probe = notifications.negative_signtest

    expect(read(probe, arrivedAt(probe))).toEqual({ ok: false, error: { code: 'signature.probe' } })
  })

  it.each([
    [300_000, true],
    [300_001, false],
    [-300_001, false],
  ])('that comes %d ms after it was signed is believed: %s', (late, believed) => {
    const paid = notifications.transaction_success

    expect(read(paid, arrivedAt(paid, late)).ok).toBe(believed)
  })

  it('whose body was changed by one character is refused', () => {
    const paid = notifications.transaction_success

    const event = read(paid, arrivedAt(paid), paid.body.replace('支付成功', '支付失败'))

    expect(event).toEqual({ ok: false, error: { code: 'signature.bad' } })
  })

  it('whose JSON was only written anew is refused, for the signature is over the bytes', () => {
    const paid = notifications.transaction_success

    const event = read(paid, arrivedAt(paid), JSON.stringify(JSON.parse(paid.body), null, 1))

    expect(event).toEqual({ ok: false, error: { code: 'signature.bad' } })
  })

  it('signed by a key we do not hold is refused', () => {
    const paid = notifications.transaction_success
    const headers = { ...paid.headers, 'Wechatpay-Serial': 'PUB_KEY_ID_9' }

    const event = read({ ...paid, headers }, arrivedAt(paid))

    expect(event).toEqual({ ok: false, error: { code: 'signature.unknown_serial', serial: 'PUB_KEY_ID_9' } })
  })

  it('without a signature is refused', () => {
    const paid = notifications.transaction_success

    expect(read({ ...paid, headers: {} }, arrivedAt(paid))).toEqual({
      ok: false,
      error: { code: 'signature.missing' },
    })
  })

  it('for another merchant or mini-program is refused though it is genuine', () => {
    const paid = notifications.transaction_success
    const client = aWeChatPay({ now: () => arrivedAt(paid), appid: 'wxffffffffffffffff' })

    const event = client.readNotification(paid.headers, Buffer.from(paid.body))

    expect(event).toEqual({ ok: false, error: { code: 'notification.foreign' } })
  })

  it('cannot be opened with another APIv3 key', () => {
    const paid = notifications.transaction_success
    const client = aWeChatPay({ now: () => arrivedAt(paid), apiV3Key: 'x'.repeat(32) })

    const event = client.readNotification(paid.headers, Buffer.from(paid.body))

    expect(event).toEqual({ ok: false, error: { code: 'resource.undecryptable' } })
  })
})
