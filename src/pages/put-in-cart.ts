import { addToCart } from '../features/cart/actions'
import { refusalText } from '../features/cart/refusal-text'

/** Puts pieces into the cart. Answers why not, in words for the visitor, or null when they are in. */
export async function putInCart(skuId: string, quantity: number): Promise<string | null> {
  const answer = await addToCart(skuId, quantity)
  return answer.ok ? null : refusalText(answer.error)
}
