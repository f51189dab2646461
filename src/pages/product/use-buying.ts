import { addToCart } from '../../features/cart/actions'
import { refusalText } from '../../features/cart/refusal-text'
import type { SkuChoice } from '../../features/sku/use-sku-choice'
import { toast } from '../../platform/feedback'
import { go } from '../../platform/navigate'
import { useAction } from '../../platform/use-action'

/** The two ways to buy what is chosen; `onDone` once it is in the cart or on its way to checkout. */
export function useBuying({ sku, quantity }: SkuChoice, onDone: () => void) {
  const adding = useAction(async () => {
    if (!sku) return
    const answer = await addToCart(sku.id, quantity)
    toast(answer.ok ? '已加入购物车' : refusalText(answer.error), answer.ok ? 'done' : 'plain')
    if (answer.ok) onDone()
  })
  const buy = () => {
    if (!sku) return
    onDone()
    go('checkout', { lines: `${sku.id}:${quantity}` })
  }
  return { add: adding.run, buy, isBusy: adding.isBusy }
}
