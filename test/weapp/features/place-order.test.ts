import { placeOrder, type Wish } from '../../../src/features/checkout/place'
import { call } from '../../../src/platform/request'

jest.mock('../../../src/platform/request', () => ({ call: jest.fn() }))
jest.mock('../../../src/platform/storage', () => {
  const kept = new Map<string, unknown>()
  return {
    keep: (key: string, _version: number, value: unknown) => Boolean(kept.set(key, value)),
    recall: (key: string) => kept.get(key) ?? null,
    forget: (key: string) => kept.delete(key),
  }
})

const asked = jest.mocked(call)
const NO_ANSWER = {
  ok: false as const,
  error: { code: 'network' as const, reason: 'offline' as const, message: 'request:fail' },
}
const ORDER = { ok: true as const, value: { id: 'order-1', state: 'unpaid' } }
const wish: Wish = {
  lines: [{ skuId: 'apples', quantity: 1 }],
  addressId: 'home',
  expectedPayableFen: 1000,
  couponIds: {},
  remark: ' ',
  touches: [],
}

const refusedWith = (code: string, detail: object) => ({
  ok: false as const,
  error: { code, message: '', detail },
})
const answering = (...answers: object[]) => {
  asked.mockReset()
  for (const answer of answers) asked.mockResolvedValueOnce(answer as never)
}
const bodies = () =>
  asked.mock.calls.map(([, input]) => (input as unknown as { body: { requestId: string } }).body)

describe('placing an order', () => {
  beforeEach(() => {
    // Waits between tries pass at once.
    jest.spyOn(global, 'setTimeout').mockImplementation((work) => {
      work()
      return 0 as never
    })
  })
  afterEach(() => jest.restoreAllMocks())

  it('asks again under the same name when the answer was lost, so that one order is made', async () => {
    answering(NO_ANSWER, NO_ANSWER, ORDER)

    const placing = await placeOrder(wish)

    expect(placing.kind).toBe('placed')
    expect(new Set(bodies().map((body) => body.requestId)).size).toBe(1)
    expect(bodies()).toHaveLength(3)
  })

  it('keeps the name over further tries of the customer until an answer is known', async () => {
    answering(NO_ANSWER, NO_ANSWER, NO_ANSWER, ORDER, ORDER)

    expect((await placeOrder(wish)).kind).toBe('lost')
    await placeOrder(wish)
    await placeOrder(wish)

    const names = bodies().map((body) => body.requestId)
    expect(new Set(names.slice(0, 4)).size).toBe(1)
    expect(names[4]).not.toBe(names[0])
  })

  it('finds the order that a lost request had made', async () => {
    answering(refusedWith('order.request_reused', { orderId: 'order-1' }))

    expect(await placeOrder(wish)).toEqual({ kind: 'made_before', orderId: 'order-1' })
  })

  it('hands over a changed price instead of paying it', async () => {
    answering(refusedWith('order.price_changed', { quote: { payableFen: 1200 } }))

    expect(await placeOrder(wish)).toEqual({ kind: 'price_changed', quote: { payableFen: 1200 } })
  })

  it('sends no empty remark and no empty list of openings', async () => {
    answering(ORDER)

    await placeOrder(wish)

    expect(bodies()[0]).not.toHaveProperty('remark')
    expect(bodies()[0]).not.toHaveProperty('touches')
  })
})
