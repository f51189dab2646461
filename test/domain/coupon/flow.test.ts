import {
  COUPON_ACTORS,
  COUPON_FLOW,
  COUPON_STATES,
  type CouponActor,
  type CouponEvent,
  type CouponState,
  mayFire,
  next,
} from '@domain/coupon/flow'

const MOVES = COUPON_STATES.flatMap((state) =>
  Object.entries(COUPON_FLOW[state]).map(([event, to]) => ({
    state,
    event: event as CouponEvent,
    to: to as CouponState,
  })),
)
const EVENTS = [...new Set(MOVES.map((move) => move.event))]
const ACTORS: CouponActor[] = ['member', 'order', 'clock']

describe('a coupon', () => {
  it.each(MOVES)('moves from $state by $event to $to, fired by whoever may', ({ state, event, to }) => {
    const firing = ACTORS.filter((actor) => mayFire(state, event, actor))

    expect(firing.length).toBeGreaterThan(0)
    for (const actor of ACTORS) {
      expect(next(state, event, actor)).toEqual(
        firing.includes(actor)
          ? { ok: true, value: to }
          : { ok: false, error: { code: 'coupon.actor_refused', state, event } },
      )
    }
  })

  it('refuses every other move with the state and the event', () => {
    for (const state of COUPON_STATES) {
      for (const event of EVENTS.filter((e) => !(e in COUPON_FLOW[state]))) {
        expect(next(state, event, 'order')).toEqual({
          ok: false,
          error: { code: 'coupon.state_refused', state, event },
        })
      }
    }
  })

  it('can reach every state from claimed', () => {
    const reached = new Set<CouponState>(['claimed'])
    for (let round = 0; round < COUPON_STATES.length; round++) {
      for (const { state, to } of MOVES) if (reached.has(state)) reached.add(to)
    }

    expect([...reached].sort()).toEqual([...COUPON_STATES].sort())
  })

  it('is moved by a member only to climb: using and giving back follow the order', () => {
    const byMember = MOVES.filter(({ state, event }) => mayFire(state, event, 'member'))

    expect(byMember).toEqual([{ state: 'claimed', event: 'upgrade', to: 'upgraded' }])
    expect(COUPON_ACTORS.reserved.use).toEqual(['order'])
  })

  it('is gone for good once upgraded', () => {
    expect(COUPON_FLOW.upgraded).toEqual({})
  })
})
