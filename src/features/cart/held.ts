import type { CartView } from '@contract/cart'
import { useSession } from '../../platform/session'
import { primeQuery } from '../../platform/use-query'
import { type LineChange, piecesIn, withChanges } from './preview'
import { useCart } from './store'

/** The cart as the server last told it; what the visitor changed since lies on top until it is answered. */
let answered: CartView | null = null
const changes = new Map<string, LineChange>()
let adding = 0
let writes = 0

/** One cart per member: another person at the same phone sees their own. */
export const cartKey = (memberId: string | null): string => `cart.${memberId ?? 'nobody'}`

/** Counts writes, so that a read that ran beside one is known to be old. */
export const writesSoFar = (): number => writes

/** What the visitor sees: the server's word with the unanswered changes on top. */
export const shownCart = (): CartView | null => answered && withChanges(answered, changes)

function show(): void {
  const view = shownCart()
  useCart.setState({ count: (view ? piecesIn(view) : 0) + adding })
  if (view) primeQuery(cartKey(useSession.getState().session?.memberId ?? null), view)
}

/** Takes the server's answer. */
export function takeCart(view: CartView): void {
  answered = view
  show()
}

/** Another person holds the phone: what was known is not theirs. */
export function forgetCart(): void {
  answered = null
  changes.clear()
  useCart.setState({ count: null })
}

/** Pieces on their way into the cart; negative once they arrived or were refused. */
export function noteAdding(pieces: number): void {
  adding += pieces
  writes += 1
  show()
}

/** Lays a change on top; later ones of the same line join it. */
export function layChange(skuId: string, change: LineChange): void {
  changes.set(skuId, { ...changes.get(skuId), ...change })
  writes += 1
  show()
}

export const nextChange = (): readonly [string, LineChange] | null => changes.entries().next().value ?? null

/** The server answered for `change`: what came after it stays on top. */
export function liftChange(skuId: string, change: LineChange): void {
  if (changes.get(skuId) === change) changes.delete(skuId)
  writes += 1
}

/** A change was refused: everything that waited behind it rested on a cart that does not exist. */
export function dropChanges(): void {
  changes.clear()
  writes += 1
  show()
}
