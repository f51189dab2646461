import { anOrder, aPaidOrder } from './purchase'
import { type Running, startSimulator } from './running-simulator'

const MINUTE = 60_000
let wechat: Running
beforeEach(async () => {
  wechat = await startSimulator()
})
afterEach(() => wechat.stop())

const part = (outTradeNo: string, outRefundNo: string, refundFen: number) => ({
  outTradeNo,
  outRefundNo,
  refundFen,
  totalFen: 3990,
  reason: '商品破损',
})

describe('a refund', () => {
  it('is accepted first and done later, which notification and query tell alike', async () => {
    const pay = wechat.weChatPay()
    const { outTradeNo } = await aPaidOrder(wechat, pay)
    await wechat.flush()

    const accepted = await pay.refund(part(outTradeNo, 'R1', 990))
    await wechat.flush()

    const done = await pay.queryRefund('R1')
    expect(accepted).toMatchObject({ state: 'PROCESSING', refundFen: 990, refundedAt: null })
    expect(done).toMatchObject({ state: 'SUCCESS', refundedAt: wechat.now() })
    expect(wechat.shop.events.at(-1)).toEqual({
      kind: 'refund',
      id: expect.any(String),
      refund: { ...done, acceptedAt: null },
    })
    expect((await pay.queryByOutTradeNo(outTradeNo))?.state).toBe('REFUND')
  })

  it('asked for twice under one number is one refund', async () => {
    const pay = wechat.weChatPay()
    const { outTradeNo } = await aPaidOrder(wechat, pay)

    const first = await pay.refund(part(outTradeNo, 'R1', 3990))
    const second = await pay.refund(part(outTradeNo, 'R1', 3990))
    await wechat.flush()

    expect(second.refundId).toBe(first.refundId)
    expect(wechat.shop.heard.filter((kind) => kind === 'refund')).toHaveLength(1)
  })

  it('whose answer was lost is found by asking again', async () => {
    const pay = wechat.weChatPay()
    const { outTradeNo } = await aPaidOrder(wechat, pay)
    await wechat.misbehave({ on: 'endpoint', endpoint: 'refund', kind: 'lost_answer' })

    await expect(pay.refund(part(outTradeNo, 'R1', 3990))).rejects.toMatchObject({ isOutcomeUnknown: true })

    expect(await pay.refund(part(outTradeNo, 'R1', 3990))).toMatchObject({
      outRefundNo: 'R1',
      refundFen: 3990,
    })
  })

  it.each([
    ['more than was paid', 'R2', 3991, 3990],
    ['of another total than was paid', 'R2', 100, 4000],
  ])('of %s is refused', async (_, outRefundNo, refundFen, totalFen) => {
    const pay = wechat.weChatPay()
    const { outTradeNo } = await aPaidOrder(wechat, pay)

    const asked = pay.refund({ outTradeNo, outRefundNo, refundFen, totalFen })

    await expect(asked).rejects.toMatchObject({ kind: 'refused', code: 'INVALID_REQUEST' })
  })

  it('under a number used for another amount is refused', async () => {
    const pay = wechat.weChatPay()
    const { outTradeNo } = await aPaidOrder(wechat, pay)
    await pay.refund(part(outTradeNo, 'R1', 100))

    await expect(pay.refund(part(outTradeNo, 'R1', 200))).rejects.toMatchObject({ kind: 'refused' })
  })

  it('less than a minute after the last of the same order must wait', async () => {
    const pay = wechat.weChatPay()
    const { outTradeNo } = await aPaidOrder(wechat, pay)
    await pay.refund(part(outTradeNo, 'R1', 100))

    await expect(pay.refund(part(outTradeNo, 'R2', 100))).rejects.toMatchObject({ kind: 'rate_limited' })
    wechat.pass(MINUTE)

    await expect(pay.refund(part(outTradeNo, 'R2', 100))).resolves.toMatchObject({ state: 'PROCESSING' })
  })

  it('of parts never adds up to more than the whole', async () => {
    const pay = wechat.weChatPay()
    const { outTradeNo } = await aPaidOrder(wechat, pay)
    await pay.refund(part(outTradeNo, 'R1', 3000))
    wechat.pass(MINUTE)

    await expect(pay.refund(part(outTradeNo, 'R2', 991))).rejects.toMatchObject({ kind: 'refused' })
    await expect(pay.refund(part(outTradeNo, 'R3', 990))).resolves.toMatchObject({ refundFen: 990 })
  })

  it('of an order nobody paid is refused, of one nobody made is not found', async () => {
    const pay = wechat.weChatPay()
    const order = await anOrder(wechat)
    await pay.prepay(order)

    await expect(pay.refund(part(order.outTradeNo, 'R1', 100))).rejects.toMatchObject({ kind: 'refused' })
    await expect(pay.refund(part('T00000000', 'R1', 100))).rejects.toMatchObject({ kind: 'not_found' })
    expect(await pay.queryRefund('R1')).toBeNull()
  })

  it.each(['ABNORMAL', 'CLOSED'] as const)('may end as %s, and the shop hears of it', async (kind) => {
    const pay = wechat.weChatPay()
    const { outTradeNo } = await aPaidOrder(wechat, pay)
    await wechat.misbehave({ on: 'refund', kind })

    await pay.refund(part(outTradeNo, 'R1', 3990))
    await wechat.flush()

    expect(wechat.shop.events.at(-1)).toMatchObject({
      kind: 'refund',
      refund: { state: kind, refundedAt: null },
    })
  })
})
