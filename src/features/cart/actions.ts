import type { CartView } from '@contract/cart'
import { ok, type Result } from '@domain/result'
import type { ApiError } from '../../platform/http'
import { type Answer, call } from '../../platform/request'
import {
  dropChanges,
  layChange,
  liftChange,
  nextChange,
  noteAdding,
  shownCart,
  takeCart,
  writesSoFar,
} from './held'
import type { LineChange } from './preview'

/** The cart from the server; reads again where a write went on meanwhile, so that no old answer undoes it. */
export async function readCart(): Promise<Result<CartView, ApiError>> {
  for (let tries = 0; ; tries++) {
    const before = writesSoFar()
    const answer = await call('GET /cart')
    if (!answer.ok) return answer
    if (before === writesSoFar()) takeCart(answer.value)
    else if (tries < 3) continue
    return ok(shownCart() ?? answer.value)
  }
}

/**
 * Puts pieces of a SKU into the cart; the tab's number counts them at once and takes them back if the shop refuses.
 * Never repeated by itself: a lost answer may have added them.
 */
export async function addToCart(skuId: string, quantity: number): Promise<Answer<'POST /cart/lines'>> {
  noteAdding(quantity)
  const answer = await call('POST /cart/lines', { body: { skuId, quantity } })
  noteAdding(-quantity)
  if (answer.ok) takeCart(answer.value)
  else if (answer.error.code === 'network') void readCart()
  return answer
}

/** Puts back what an order held: of each SKU what can be had, never less than there is. */
export async function addLines(
  lines: readonly { readonly skuId: string; readonly quantity: number }[],
): Promise<Answer<'POST /cart/merge'>> {
  const body = { lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })) }
  const answer = await call('POST /cart/merge', { body })
  if (answer.ok) takeCart(answer.value)
  return answer
}

let isSending = false

/**
 * Changes lines: seen at once, sent one after another, quick taps on one line joined into one request. Answers the
 * refusal that undid them, or null.
 */
export async function changeLines(skuIds: readonly string[], change: LineChange): Promise<ApiError | null> {
  for (const skuId of skuIds) layChange(skuId, change)
  if (isSending) return null
  isSending = true
  try {
    return await sendChanges()
  } finally {
    isSending = false
  }
}

async function sendChanges(): Promise<ApiError | null> {
  for (let next = nextChange(); next; next = nextChange()) {
    const [skuId, change] = next
    const answer = await send(skuId, change)
    if (!answer.ok) {
      dropChanges()
      await readCart()
      return answer.error
    }
    liftChange(skuId, change)
    takeCart(answer.value)
  }
  return null
}

function send(skuId: string, { isRemoved, ...body }: LineChange): Promise<Result<CartView, ApiError>> {
  if (isRemoved) return call('DELETE /cart/lines/:skuId', { params: { skuId } })
  return call('PUT /cart/lines/:skuId', { params: { skuId }, body })
}
