import { ok, type Result, refuse } from '../result'

/**
 * Every state of a wish to give goods back, and every move out of it. `refunding`: the money is owed and on its way.
 * The same table draws the buttons.
 */
export const AFTER_SALE_FLOW = {
  requested: { approve: 'approved', grant: 'refunding', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { send: 'returning', takeBack: 'refunding', withdraw: 'withdrawn', lapse: 'withdrawn' },
  // The parcel's number may be put right; goods that come back spoiled, or not at all, are refused.
  returning: { send: 'returning', takeBack: 'refunding', refuse: 'refused' },
  refunding: { settle: 'refunded' },
  refunded: {},
  refused: {},
  withdrawn: {},
} as const satisfies Record<string, Record<string, string>>

export type AfterSaleState = keyof typeof AFTER_SALE_FLOW
type EventOf<S extends AfterSaleState> = keyof (typeof AFTER_SALE_FLOW)[S]
export type AfterSaleEvent = { [S in AfterSaleState]: EventOf<S> }[AfterSaleState]
export type AfterSaleActor = 'member' | 'manager' | 'wechat' | 'clock'

/** Who may fire each move: the manager agrees, the member sends, WeChat says when the money is back. */
export const AFTER_SALE_ACTORS = {
  requested: { approve: ['manager'], grant: ['manager'], refuse: ['manager'], withdraw: ['member'] },
  approved: { send: ['member'], takeBack: ['manager'], withdraw: ['member'], lapse: ['clock'] },
  returning: { send: ['member'], takeBack: ['manager'], refuse: ['manager'] },
  refunding: { settle: ['wechat'] },
  refunded: {},
  refused: {},
  withdrawn: {},
} as const satisfies { [S in AfterSaleState]: Record<EventOf<S>, readonly AfterSaleActor[]> }

export const AFTER_SALE_STATES = Object.keys(AFTER_SALE_FLOW) as AfterSaleState[]

export type AfterSaleMoveError = {
  readonly code: 'after_sale.state_refused' | 'after_sale.actor_refused'
  readonly state: AfterSaleState
  readonly event: AfterSaleEvent
}

/** Where `event`, fired by `actor`, takes a request; a refused move is a typed answer. */
export function nextAfterSale(
  state: AfterSaleState,
  event: AfterSaleEvent,
  actor: AfterSaleActor,
): Result<AfterSaleState, AfterSaleMoveError> {
  const moves: Partial<Record<AfterSaleEvent, AfterSaleState>> = AFTER_SALE_FLOW[state]
  const to = moves[event]
  if (!to) return refuse({ code: 'after_sale.state_refused', state, event })
  if (!mayFireAfterSale(state, event, actor))
    return refuse({ code: 'after_sale.actor_refused', state, event })
  return ok(to)
}

export function mayFireAfterSale(
  state: AfterSaleState,
  event: AfterSaleEvent,
  actor: AfterSaleActor,
): boolean {
  const actors: Partial<Record<AfterSaleEvent, readonly AfterSaleActor[]>> = AFTER_SALE_ACTORS[state]
  return actors[event]?.includes(actor) ?? false
}

/** The buttons of a request, the main one first. */
export const afterSaleActions = (state: AfterSaleState, viewer: 'member' | 'manager'): AfterSaleEvent[] =>
  (Object.keys(AFTER_SALE_FLOW[state]) as AfterSaleEvent[]).filter((event) =>
    mayFireAfterSale(state, event, viewer),
  )

/** Its units are spoken for: nobody can ask for them again, and what has not left the house does not leave. */
export const holdsUnits = (state: AfterSaleState): boolean => state !== 'refused' && state !== 'withdrawn'

/** The money of its units is owed or has gone back. */
export const isOwed = (state: AfterSaleState): boolean => state === 'refunding' || state === 'refunded'

/** Something is still to happen to it. */
export const isOpen = (state: AfterSaleState): boolean => Object.keys(AFTER_SALE_FLOW[state]).length > 0

export const OPEN_STATES = AFTER_SALE_STATES.filter(isOpen)
