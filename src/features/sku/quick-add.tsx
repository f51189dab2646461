import { View } from '@tarojs/components'
import { useCallback, useRef, useState } from 'react'
import { errorText } from '../../platform/error-text'
import { tick, toast } from '../../platform/feedback'
import { useAction } from '../../platform/use-action'
import { Button } from '../../ui/button'
import { SkuSheet } from './sku-sheet'
import { useProduct } from './use-product'
import { useSkuChoice } from './use-sku-choice'

/** Puts pieces into the cart. Answers why not, in words for the visitor, or null when they are in. */
export type Put = (skuId: string, quantity: number) => Promise<string | null>

const DONE = '已加入购物车'

interface Buyable {
  readonly id: string
  readonly onlySkuId: string | null
}

export interface QuickAdd {
  /** The + of a card: at once where there is nothing to choose, else through the sheet. Answers whether at once. */
  readonly add: (card: Buyable) => boolean
  readonly productId: string | null
  readonly isOpen: boolean
  readonly close: () => void
  readonly put: Put
}

/** Adding to the cart from a list, without leaving it. `isSaid`: nothing else on the screen shows that it is in. */
export function useQuickAdd(put: Put, isSaid = false): QuickAdd {
  const [productId, setProductId] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const latest = useRef(put)
  latest.current = put
  const add = useCallback(
    ({ id, onlySkuId }: Buyable) => {
      if (onlySkuId !== null) {
        tick()
        void latest.current(onlySkuId, 1).then((refusal) => {
          if (refusal) toast(refusal)
          else if (isSaid) toast(DONE, 'done')
        })
        return true
      }
      setProductId(id)
      setOpen(true)
      return false
    },
    [isSaid],
  )
  const close = useCallback(() => setOpen(false), [])
  return { add, productId, isOpen, close, put }
}

/** The sheet behind the +, for products with something to choose. */
export function QuickAddSheet({ of: { productId, isOpen, close, put } }: { readonly of: QuickAdd }) {
  const query = useProduct(productId)
  const product = query.status === 'ready' ? query.value : null
  const choice = useSkuChoice(product)
  const { sku, quantity } = choice
  const confirm = useAction(async () => {
    if (!sku) return
    const refusal = await put(sku.id, quantity)
    toast(refusal ?? DONE, refusal ? 'plain' : 'done')
    if (!refusal) close()
  })
  const isFailed = query.status === 'failed' || query.status === 'offline'
  const foot = isFailed ? (
    <Button isBlock kind="tint" onTap={() => void query.reload()}>
      {`${errorText(query.error)}，点此重试`}
    </Button>
  ) : (
    <Button
      isBlock
      className="sku-sheet__confirm"
      isDisabled={!sku || sku.available === 0}
      isLoading={confirm.isBusy}
      onTap={() => void confirm.run()}
    >
      加入购物车
    </Button>
  )
  return (
    <SkuSheet
      isOpen={isOpen}
      onClose={close}
      product={product}
      choice={choice}
      foot={<View className="sku-sheet__actions">{foot}</View>}
    />
  )
}
