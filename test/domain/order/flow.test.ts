import { actions } from '@domain/order/actions'
import {
  isLive,
  mayFire,
  next,
  ORDER_ACTORS,
  ORDER_FLOW,
  ORDER_STATES,
  type OrderActor,
  type OrderEvent,
  type OrderState,
} from '@domain/order/flow'

const MOVES = ORDER_STATES.flatMap((state) =>
  Object.entries(ORDER_FLOW[state]).map(([event, to]) => ({
    state,
    event: event as OrderEvent,
    to: to as OrderState,
  })),
)
const EVENTS = [...new Set(MOVES.map((move) => move.event))]
const ACTORS: OrderActor[] = ['member', 'staff', 'manager', 'wechat', 'clock']

describe('an order', () => {
  it.each(MOVES)('moves from $state by $event to $to, fired by whoever may', ({ state, event, to }) => {
    const firing = ACTORS.filter((actor) => mayFire(state, event, actor))

    expect(firing.length).toBeGreaterThan(0)
    for (const actor of ACTORS) {
      expect(next(state, event, actor)).toEqual(
        firing.includes(actor)
          ? { ok: true, value: to }
          : { ok: false, error: { code: 'order.actor_refused', state, event } },
      )
    }
  })

  it('refuses every other move with the state and the event', () => {
    for (const state of ORDER_STATES) {
      for (const event of EVENTS.filter((e) => !(e in ORDER_FLOW[state]))) {
        expect(next(state, event, 'manager')).toEqual({
          ok: false,
          error: { code: 'order.state_refused', state, event },
        })
      }
    }
  })

  it('can reach every state from unpaid', () => {
    const reached = new Set<OrderState>(['unpaid'])
    for (let round = 0; round < ORDER_STATES.length; round++) {
      for (const { state, to } of MOVES) if (reached.has(state)) reached.add(to)
    }

    expect([...reached].sort()).toEqual([...ORDER_STATES].sort())
  })

  it('is paid by the word of WeChat alone, never by a client', () => {
    expect(ORDER_ACTORS.unpaid.pay).toEqual(['wechat'])
    expect(next('unpaid', 'pay', 'member').ok).toBe(false)
  })

  it('keeps its state when a part is refunded', () => {
    for (const state of ['paid', 'shipped', 'received'] as const) {
      expect(next(state, 'refundPart', 'manager')).toEqual({ ok: true, value: state })
    }
  })

  it('can still be paid after we closed it, if WeChat says the money came', () => {
    expect(next('closed', 'payLate', 'wechat')).toEqual({ ok: true, value: 'paid' })
    expect(next('closed', 'payTooLate', 'wechat')).toEqual({ ok: true, value: 'refunded' })
  })

  it('counts as live while its goods are paid and not all given back', () => {
    expect(ORDER_STATES.filter(isLive)).toEqual(['paid', 'shipped', 'received'])
  })
})

describe('the buttons of an order', () => {
  it.each([
    ['unpaid', ['pay', 'cancel']],
    ['paid', ['refund', 'buyAgain']],
    ['shipped', ['confirmReceipt', 'askRefund', 'buyAgain']],
    ['received', ['askRefund', 'buyAgain']],
    ['closed', ['buyAgain']],
    ['refunded', ['buyAgain']],
  ] as const)('for the member of an order %s are %j', (state, buttons) => {
    expect(actions(state, 'member')).toEqual(buttons)
  })

  it.each([
    ['unpaid', ['cancel']],
    ['paid', ['ship', 'refund']],
    ['shipped', ['refund']],
    ['closed', []],
  ] as const)('for the manager of an order %s are %j', (state, buttons) => {
    expect(actions(state, 'manager')).toEqual(buttons)
  })
})
