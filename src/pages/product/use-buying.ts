import { useState } from 'react'
import type { SkuChoice } from '../../features/sku/use-sku-choice'
import { tick, toast } from '../../platform/feedback'
import { go } from '../../platform/navigate'
import { useAction } from '../../platform/use-action'
import { putInCart } from '../put-in-cart'

/** The two ways to buy what is chosen; `onDone` once it is in the cart or on its way to checkout. */
export function useBuying({ sku, quantity }: SkuChoice, onDone: () => void) {
  const [added, setAdded] = useState(0)
  const adding = useAction(async () => {
    if (!sku) return
    const refusal = await putInCart(sku.id, quantity)
    toast(refusal ?? '已加入购物车', refusal ? 'plain' : 'done')
    if (refusal) return
    tick()
    setAdded((times) => times + 1)
    onDone()
  })
  const buy = () => {
    if (!sku) return
    onDone()
    go('checkout', { lines: `${sku.id}:${quantity}` })
  }
  /** `added`: how often something went into the cart from here. */
  return { add: adding.run, buy, isBusy: adding.isBusy, added }
}
