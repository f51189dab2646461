import {
  AFTER_SALE_FLOW,
  AFTER_SALE_STATES,
  type AfterSaleActor,
  type AfterSaleEvent,
  type AfterSaleState,
  afterSaleActions,
  holdsUnits,
  isOpen,
  isOwed,
  mayFireAfterSale,
  nextAfterSale,
} from '@domain/after-sale/flow'

const MOVES = AFTER_SALE_STATES.flatMap((state) =>
  Object.entries(AFTER_SALE_FLOW[state]).map(([event, to]) => ({
    state,
    event: event as AfterSaleEvent,
    to: to as AfterSaleState,
  })),
)
const EVENTS = [...new Set(MOVES.map(({ event }) => event))]
const ACTORS: AfterSaleActor[] = ['member', 'manager', 'wechat', 'clock']

describe('a request to give goods back', () => {
  it.each(MOVES)('moves from $state by $event to $to, fired by whoever may', ({ state, event, to }) => {
    const firing = ACTORS.filter((actor) => mayFireAfterSale(state, event, actor))

    expect(firing.length).toBeGreaterThan(0)
    for (const actor of ACTORS) {
      expect(nextAfterSale(state, event, actor)).toEqual(
        firing.includes(actor)
          ? { ok: true, value: to }
          : { ok: false, error: { code: 'after_sale.actor_refused', state, event } },
      )
    }
  })

  it('refuses every other move with the state and the event', () => {
    for (const state of AFTER_SALE_STATES) {
      for (const event of EVENTS.filter((e) => !(e in AFTER_SALE_FLOW[state]))) {
        expect(nextAfterSale(state, event, 'manager')).toEqual({
          ok: false,
          error: { code: 'after_sale.state_refused', state, event },
        })
      }
    }
  })

  it('can reach every state from being asked', () => {
    const reached = new Set<AfterSaleState>(['requested'])
    for (let round = 0; round < AFTER_SALE_STATES.length; round++) {
      for (const { state, to } of MOVES) if (reached.has(state)) reached.add(to)
    }

    expect([...reached].sort()).toEqual([...AFTER_SALE_STATES].sort())
  })

  it('is done by the word of WeChat alone', () => {
    expect(ACTORS.filter((actor) => mayFireAfterSale('refunding', 'settle', actor))).toEqual(['wechat'])
  })

  it('holds its pieces until it is refused or taken back, and owes their money once it is agreed', () => {
    expect(AFTER_SALE_STATES.filter((state) => !holdsUnits(state))).toEqual(['refused', 'withdrawn'])
    expect(AFTER_SALE_STATES.filter(isOwed)).toEqual(['refunding', 'refunded'])
    expect(AFTER_SALE_STATES.filter(isOpen)).toEqual(['requested', 'approved', 'returning', 'refunding'])
  })

  it.each([
    ['requested', ['withdraw'], ['approve', 'grant', 'refuse']],
    ['approved', ['send', 'withdraw'], ['takeBack']],
    ['returning', ['send'], ['takeBack', 'refuse']],
    ['refunding', [], []],
    ['refunded', [], []],
  ] as const)('%s shows the member %j and the manager %j', (state, member, manager) => {
    expect(afterSaleActions(state, 'member')).toEqual(member)
    expect(afterSaleActions(state, 'manager')).toEqual(manager)
  })
})
