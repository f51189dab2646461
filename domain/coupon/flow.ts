import { ok, type Result, refuse } from '../result'

/** Every state of a claimed coupon and every move out of it. */
export const COUPON_FLOW = {
  // `useLate`: WeChat confirmed a payment after its order was closed and had let go of the coupon.
  claimed: { reserve: 'reserved', upgrade: 'upgraded', expire: 'expired', useLate: 'used' },
  // `giveBack`: the order closed unpaid, or its last unit was refunded; `lapse`: the same, after its last day.
  reserved: { use: 'used', giveBack: 'claimed', lapse: 'expired' },
  used: { giveBack: 'claimed', lapse: 'expired' },
  expired: { useLate: 'used' },
  upgraded: {},
} as const satisfies Record<string, Record<string, string>>

export type CouponState = keyof typeof COUPON_FLOW
type EventOf<S extends CouponState> = keyof (typeof COUPON_FLOW)[S]
export type CouponEvent = { [S in CouponState]: EventOf<S> }[CouponState]

/** `order`: the transaction that moves the order holding the coupon. `clock`: a job of ours. */
export type CouponActor = 'member' | 'order' | 'clock'

/** Who may fire each move. A coupon follows its order: no client call uses one or gives one back. */
export const COUPON_ACTORS = {
  claimed: { reserve: ['order'], upgrade: ['member'], expire: ['clock'], useLate: ['order'] },
  reserved: { use: ['order'], giveBack: ['order'], lapse: ['order'] },
  used: { giveBack: ['order'], lapse: ['order'] },
  expired: { useLate: ['order'] },
  upgraded: {},
} as const satisfies { [S in CouponState]: Record<EventOf<S>, readonly CouponActor[]> }

export const COUPON_STATES = Object.keys(COUPON_FLOW) as CouponState[]

export type CouponMoveError = {
  readonly code: 'coupon.state_refused' | 'coupon.actor_refused'
  readonly state: CouponState
  readonly event: CouponEvent
}

/** Where `event`, fired by `actor`, takes a coupon; a refused move is a typed answer, never silence. */
export function next(
  state: CouponState,
  event: CouponEvent,
  actor: CouponActor,
): Result<CouponState, CouponMoveError> {
  const moves: Partial<Record<CouponEvent, CouponState>> = COUPON_FLOW[state]
  const to = moves[event]
  if (!to) return refuse({ code: 'coupon.state_refused', state, event })
  if (!mayFire(state, event, actor)) return refuse({ code: 'coupon.actor_refused', state, event })
  return ok(to)
}

export function mayFire(state: CouponState, event: CouponEvent, actor: CouponActor): boolean {
  const actors: Partial<Record<CouponEvent, readonly CouponActor[]>> = COUPON_ACTORS[state]
  return actors[event]?.includes(actor) ?? false
}
