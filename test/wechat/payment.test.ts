import { WeChatPayError } from '../../server/wechat/pay/pay-error'
import { anOrder, aPaidOrder, payInApp } from './purchase'
import { type Running, startSimulator } from './running-simulator'

const MINUTE = 60_000
let wechat: Running
beforeEach(async () => {
  wechat = await startSimulator()
})
afterEach(() => wechat.stop())

const failureOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof WeChatPayError ? { kind: error.kind, code: error.code } : error
}

describe('a purchase', () => {
  it('is prepaid, paid, notified and found by query, with one and the same truth', async () => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat, { attach: 'o=1001' })

    const { prepayId } = await pay.prepay(order)
    const unpaid = await pay.queryByOutTradeNo(order.outTradeNo)
    const { json: app } = await payInApp(wechat, pay.paymentParams(prepayId))
    await wechat.flush()

    const paid = await pay.queryByOutTradeNo(order.outTradeNo)
    expect(unpaid).toMatchObject({ state: 'NOTPAY', totalFen: null, openid: null, paidAt: null })
    expect(app.errMsg).toBe('requestPayment:ok')
    expect(wechat.shop.events).toEqual([{ kind: 'paid', id: expect.any(String), transaction: paid }])
    expect(paid).toMatchObject({ state: 'SUCCESS', totalFen: 3990, openid: order.openid, attach: 'o=1001' })
    expect(paid?.paidAt).toBe(wechat.now())
  })

  it('can be prepaid again with the same parameters, each prepay_id paying the same order once', async () => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat)

    const first = await pay.prepay(order)
    const second = await pay.prepay(order)
    await payInApp(wechat, pay.paymentParams(second.prepayId))
    const again = await payInApp(wechat, pay.paymentParams(first.prepayId))

    expect(second.prepayId).not.toBe(first.prepayId)
    expect(again.json.errMsg).toMatch(/^requestPayment:fail/)
  })

  it('shows its payer, and nobody else, what is to be paid before it is', async () => {
    const pay = wechat.weChatPay()
    const { prepayId } = await pay.prepay(await anOrder(wechat))

    const shown = await wechat.get(`/client/prepays/${prepayId}?user=lin`)
    const toAnother = await wechat.get(`/client/prepays/${prepayId}?user=wu`)
    await payInApp(wechat, pay.paymentParams(prepayId))
    const afterwards = await wechat.get(`/client/prepays/${prepayId}?user=lin`)

    expect(shown.json).toEqual({ totalFen: 3990, description: '赣南脐橙 5斤' })
    expect([toAnother.status, afterwards.status]).toEqual([400, 400])
  })

  it('cannot be prepaid again with another amount', async () => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat)
    await pay.prepay(order)

    const dearer = pay.prepay({ ...order, totalFen: order.totalFen + 1 })

    expect(await failureOf(dearer)).toEqual({ kind: 'refused', code: 'OUT_TRADE_NO_USED' })
  })

  it('cannot be prepaid again once it is paid', async () => {
    const pay = wechat.weChatPay()
    const order = await aPaidOrder(wechat, pay)

    expect(await failureOf(pay.prepay(order))).toMatchObject({ kind: 'refused' })
  })

  it('can be paid with a prepay_id for two hours, then with a fresh one', async () => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat)
    const { prepayId } = await pay.prepay(order)

    wechat.pass(120 * MINUTE)
    const late = await payInApp(wechat, pay.paymentParams(prepayId))
    const fresh = await payInApp(wechat, pay.paymentParams((await pay.prepay(order)).prepayId))

    expect([late.status, fresh.status]).toEqual([400, 200])
  })

  it('closes by itself when its time is over', async () => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat, { expiresAt: wechat.now() + 15 * MINUTE })
    const { prepayId } = await pay.prepay(order)

    wechat.pass(15 * MINUTE)
    const late = await payInApp(wechat, pay.paymentParams(prepayId))

    expect(late.json.errMsg).toBe('requestPayment:fail 订单已关闭')
    expect((await pay.queryByOutTradeNo(order.outTradeNo))?.state).toBe('CLOSED')
  })

  it('needs parameters the merchant signed, and the customer who ordered', async () => {
    const pay = wechat.weChatPay()
    const params = pay.paymentParams((await pay.prepay(await anOrder(wechat))).prepayId)

    const tampered = await payInApp(wechat, { ...params, nonceStr: 'other' })
    const stranger = await payInApp(wechat, params, { user: 'wang' })

    expect(tampered.json.errMsg).toBe('requestPayment:fail 支付验证签名失败')
    expect(stranger.status).toBe(400)
  })

  it.each([
    ['cancel', 'NOTPAY', 'requestPayment:fail cancel'],
    ['fail', 'NOTPAY', 'requestPayment:fail 余额不足'],
    ['unknown', 'SUCCESS', 'requestPayment:fail 网络异常'],
  ])('whose app says "%s" is told truly by query alone: %s', async (outcome, state, errMsg) => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat)
    const params = pay.paymentParams((await pay.prepay(order)).prepayId)

    const { json } = await payInApp(wechat, params, { outcome })

    expect(json.errMsg).toBe(errMsg)
    expect((await pay.queryByOutTradeNo(order.outTradeNo))?.state).toBe(state)
  })

  it('nobody began is null to a query', async () => {
    expect(await wechat.weChatPay().queryByOutTradeNo('T00000000')).toBeNull()
  })
})

describe('closing an order', () => {
  it('makes it unpayable, however often it is asked', async () => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat)
    const { prepayId } = await pay.prepay(order)

    const outcomes = [await pay.close(order.outTradeNo), await pay.close(order.outTradeNo)]

    expect(outcomes).toEqual(['closed', 'closed'])
    expect((await payInApp(wechat, pay.paymentParams(prepayId))).status).toBe(400)
    expect(await failureOf(pay.prepay(order))).toMatchObject({ kind: 'refused' })
  })

  it('that was paid a moment before says so', async () => {
    const pay = wechat.weChatPay()
    const order = await aPaidOrder(wechat, pay)

    expect(await pay.close(order.outTradeNo)).toBe('paid')
  })

  it('WeChat Pay never heard of says so', async () => {
    expect(await wechat.weChatPay().close('T00000000')).toBe('unknown')
  })
})

describe('WeChat Pay', () => {
  it.each([
    ['of another key', { privateKeyPem: 'stranger' }],
    ['with another serial', { serialNo: 'FFFF' }],
    ['as another merchant', { mchid: '1900000110' }],
    ['ten minutes late', { now: () => Date.UTC(2026, 0, 1, 3, 50) }],
  ])('refuses a request signed %s', async (_, options) => {
    const { generateKeyPairSync } = await import('node:crypto')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const pay = wechat.weChatPay('privateKeyPem' in options ? { privateKeyPem: pem } : options)

    const refused = await failureOf(pay.prepay(await anOrder(wechat)))

    expect(refused).toEqual({ kind: 'unauthorized', code: 'SIGN_ERROR' })
  })

  it('refuses the simulator’s merchant with a foreign mini-program or a foreign customer', async () => {
    const order = await anOrder(wechat)

    const foreignApp = wechat.weChatPay({ appid: 'wxffffffffffffffff' }).prepay(order)
    const foreignUser = wechat.weChatPay().prepay({ ...order, openid: 'oTESTopenid0000000000000001' })

    expect(await failureOf(foreignApp)).toMatchObject({ code: 'APPID_MCHID_NOT_MATCH' })
    expect(await failureOf(foreignUser)).toEqual({ kind: 'refused', code: 'OPENID_MISMATCH' })
  })

  it.each(['bad_signature', 'unsigned'] as const)('is not believed when its answer is %s', async (kind) => {
    await wechat.misbehave({ on: 'endpoint', endpoint: 'prepay', kind })

    const answer = wechat.weChatPay().prepay(await anOrder(wechat))

    expect(await failureOf(answer)).toMatchObject({ kind: 'untrusted' })
  })

  it.each([
    ['http_error', { status: 500 }],
    ['http_error', { status: 502 }],
    ['reset', {}],
    ['timeout', {}],
    ['slow', { ms: 2_000 }],
    ['lost_answer', {}],
  ] as const)('leaves the outcome open on %s %p', async (kind, more) => {
    await wechat.misbehave({ on: 'endpoint', endpoint: 'mch', kind, ...more })
    const pay = wechat.weChatPay({ timeoutMs: 300 })

    const error = await pay.prepay(await anOrder(wechat)).catch((thrown) => thrown)

    expect(error).toMatchObject({ kind: 'unavailable', isOutcomeUnknown: true })
  })

  it('has taken an order whose answer was lost: the same prepay again is safe', async () => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat)
    await wechat.misbehave({ on: 'endpoint', endpoint: 'prepay', kind: 'lost_answer' })
    await failureOf(pay.prepay(order))

    const known = await pay.queryByOutTradeNo(order.outTradeNo)
    const { prepayId } = await pay.prepay(order)

    expect(known?.state).toBe('NOTPAY')
    expect(prepayId).toMatch(/^wx\d{14}/)
  })

  it('that asks for patience is told apart from a refusal', async () => {
    const fault = { on: 'endpoint', endpoint: 'query', kind: 'http_error', status: 429 } as const
    await wechat.misbehave({ ...fault, code: 'FREQUENCY_LIMITED' })

    const answer = wechat.weChatPay().queryByOutTradeNo('T00000000')

    expect(await failureOf(answer)).toEqual({ kind: 'rate_limited', code: 'FREQUENCY_LIMITED' })
  })
})
