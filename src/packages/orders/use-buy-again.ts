import { addLines } from '../../features/cart/actions'
import { refusalText } from '../../features/cart/refusal-text'
import { toast } from '../../platform/feedback'
import { go } from '../../platform/navigate'
import { useAction } from '../../platform/use-action'

interface Bought {
  readonly skuId: string
  readonly quantity: number
}

/** Puts what an order held into the cart and opens it; what can no longer be had is said, not hidden. */
export function useBuyAgain() {
  return useAction(async (lines: readonly Bought[]) => {
    const answer = await addLines(lines)
    if (!answer.ok) return toast(refusalText(answer.error))
    const there = new Set(answer.value.lines.filter((it) => it.state === 'ok').map((it) => it.skuId))
    const missing = lines.filter((it) => !there.has(it.skuId)).length
    if (missing === lines.length) return toast('这些商品现在都买不到了')
    go('cart')
    if (missing > 0) toast(`有 ${missing} 款买不到了，其余已加入`)
  })
}
