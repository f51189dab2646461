import { aPaidOrder, asksBack } from '../../support/server/after-sale-builders'
import { expectBooksAgree } from '../../support/server/books'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, type Person } from '../../support/server/people-builders'
import {
  anUnpaidOrder,
  aShelf,
  pays,
  paysInWeChat,
  prepays,
  runsJobs,
  seesOrder,
  shelfOf,
  waits,
} from '../../support/server/shop-builders'

// Whoever is slower than this has not answered, so that a fault costs little time here. Everything is tried again.
const shop = openPayShop({ payTimeoutMs: 2_500 })
const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const ROUNDS = 12

afterEach(async () => {
  await shop.behave()
  await expectBooksAgree(shop.deps.db)
})

interface CallFault {
  readonly kind: string
  readonly status?: number
  readonly code?: string
  readonly ms?: number
  /** How many calls in a row suffer it. */
  readonly times: number
}

const CALL_FAULTS: readonly CallFault[] = [
  { kind: 'http_error', status: 500, code: 'SYSTEM_ERROR', times: 2 },
  { kind: 'http_error', status: 502, times: 2 },
  { kind: 'http_error', status: 429, code: 'FREQUENCY_LIMITED', times: 2 },
  { kind: 'slow', ms: 5_000, times: 1 },
  { kind: 'timeout', times: 1 },
  { kind: 'reset', times: 2 },
  { kind: 'lost_answer', times: 2 },
  { kind: 'bad_signature', times: 2 },
  { kind: 'unsigned', times: 2 },
]
const at = (endpoint: string, fault: object) => shop.faults({ on: 'endpoint', endpoint, ...fault })
const anOrder = async () => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ available: 5 }] })
  return { buyer, skuId, order: await anUnpaidOrder(shop, buyer, skuId, 2) }
}
/** Jobs run, notifications arrive and time passes until the order is in this state with this much refunded. */
const becomes = async (buyer: Person, orderId: string, state: string, refundedFen = 0) => {
  for (let round = 0; round < ROUNDS; round++) {
    await runsJobs(shop)
    await shop.flush()
    const seen = await seesOrder(shop, buyer, orderId)
    if (seen.state === state && seen.refundedFen === refundedFen) return seen
    waits(shop, MINUTE)
  }
  throw new Error(`${JSON.stringify(await seesOrder(shop, buyer, orderId))} is not ${state}`)
}
const nameOf = ({ kind, status }: CallFault) => (status === undefined ? kind : `${kind} ${status}`)

describe.each(CALL_FAULTS.map((fault) => [nameOf(fault), fault] as const))('where %s befalls', (_, fault) => {
  it('the prepay, the member taps again and pays once', async () => {
    const { buyer, skuId, order } = await anOrder()
    await at('prepay', fault)

    const taps = []
    for (let tap = 0; tap < 8; tap++) {
      const answer = await prepays(shop, buyer, order.id)
      taps.push(answer.status)
      if (answer.status === 200) {
        await paysInWeChat(shop, buyer, answer.body)
        break
      }
    }

    expect(taps[0]).toBe(503)
    expect(taps.at(-1)).toBe(200)
    await becomes(buyer, order.id, 'paid')
    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 0, sold: 2 })
  })

  it('the question for the truth, and the notification is lost as well, the order is still paid', async () => {
    const { buyer, order } = await anOrder()
    await shop.faults({ on: 'notification', kind: 'drop', outTradeNo: order.number })
    await pays(shop, buyer, order.id)
    await at('query', fault)

    const settled = await shop.call('POST', `/orders/${order.id}/settle`, { token: buyer.token })

    expect(settled.status).toBe(503)
    await becomes(buyer, order.id, 'paid')
  })

  it('the closing, the goods stay held until WeChat has closed, and are free then', async () => {
    const { buyer, skuId, order } = await anOrder()
    await prepays(shop, buyer, order.id)
    await at('close', fault)

    const cancelled = await shop.call('POST', `/orders/${order.id}/cancel`, { token: buyer.token })

    expect(cancelled.status).toBe(503)
    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 2, sold: 0 })
    waits(shop, QUARTER)
    await becomes(buyer, order.id, 'closed')
    expect((await shop.deps.pay.queryByOutTradeNo(order.number))?.state).toBe('CLOSED')
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
  })

  it('the refund, the money goes back once', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 5 }] })
    const order = await aPaidOrder(shop, buyer, skuId, 2)
    await asksBack(shop, buyer, order.id)
    await at('refund', fault)

    await becomes(buyer, order.id, 'refunded', order.payableFen)

    expect(await shop.deps.pay.queryRefund(`${order.number}R1`)).toMatchObject({
      state: 'SUCCESS',
      refundFen: order.payableFen,
    })
  })
})

const NOTIFICATION_FAULTS = [
  ['come three times', { kind: 'duplicate', copies: 2 }],
  ['are replayed byte for byte', { kind: 'replay' }],
  ['are replayed after the window', { kind: 'replay', ms: 6 * MINUTE }],
  ['come after an hour', { kind: 'delay', ms: 60 * MINUTE }],
  ['come out of order', { kind: 'reorder' }],
  ['are lost', { kind: 'drop' }],
  ['follow a forged one', { kind: 'forge' }],
  ['are forged and never true', { kind: 'forge', only: true }],
  ['follow a probe', { kind: 'signtest' }],
  ['are only a probe', { kind: 'signtest', only: true }],
  ['follow one of a wrong amount', { kind: 'wrong_amount', byFen: 100 }],
  ['are of a wrong amount and never true', { kind: 'wrong_amount', only: true }],
  ['follow another merchant’s', { kind: 'foreign' }],
  ['are another merchant’s and never true', { kind: 'foreign', only: true }],
] as const

describe.each(NOTIFICATION_FAULTS)('where notifications %s', (_, fault) => {
  it('the payment pays the order once, and the refund gives it back once', async () => {
    const { buyer, skuId, order } = await anOrder()
    await shop.faults(
      { on: 'notification', event: 'TRANSACTION', outTradeNo: order.number, ...fault },
      { on: 'notification', event: 'REFUND', outTradeNo: order.number, ...fault },
    )

    await pays(shop, buyer, order.id)
    await becomes(buyer, order.id, 'paid')
    await asksBack(shop, buyer, order.id)
    const back = await becomes(buyer, order.id, 'refunded', order.payableFen)
    await shop.flush()

    expect(back.timeline.map(({ event }: { event: string }) => event)).toEqual(['create', 'pay', 'refundAll'])
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
  })
})
