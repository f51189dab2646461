import type { CartLine } from '@contract/cart'
import { useMemo } from 'react'
import { confirm, toast } from '../../platform/feedback'
import { go } from '../../platform/navigate'
import { changeLines } from './actions'
import type { CartRowDeeds } from './cart-row'
import type { LineChange } from './preview'
import { refusalText } from './refusal-text'

/** Changes lines at once; says why where the shop took it back. */
export async function change(skuIds: readonly string[], to: LineChange): Promise<void> {
  const refused = await changeLines(skuIds, to)
  if (refused) toast(refusalText(refused))
}

async function removeAfterAsking(line: CartLine): Promise<void> {
  const isSure = await confirm({ title: '不要这件了吗', text: line.title, yes: '删除', no: '留着' })
  if (isSure) await change([line.skuId], { isRemoved: true })
}

/** Why there cannot be more: the shelf, or what one order may hold. */
const limitText = ({ maxQuantity, available }: CartLine): string =>
  maxQuantity < available ? `每单限购 ${maxQuantity} 件` : `只剩 ${available} 件了`

/** What a tap on a line does. */
export const useCartDeeds = (): CartRowDeeds =>
  useMemo(
    () => ({
      onChoose: (line) => void change([line.skuId], { isChosen: !line.isChosen }),
      onQuantity: (line, quantity) => void change([line.skuId], { quantity }),
      onLimit: (line, end) => (end === 'min' ? void removeAfterAsking(line) : toast(limitText(line))),
      onRemove: (line) => void removeAfterAsking(line),
      onOpen: (line) => go('product', { id: line.productId }),
    }),
    [],
  )
