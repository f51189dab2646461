import type { ManagedAfterSale, RefundPreview } from '@contract/after-sale'
import type { ShippingOrder } from '@contract/shipment'
import type { RefundReason } from '@domain/after-sale/reasons'
import { useRef, useState } from 'react'
import { errorText } from '../../../platform/error-text'
import { toast } from '../../../platform/feedback'
import { newId } from '../../../platform/id'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { useQuery } from '../../../platform/use-query'

type Line = ShippingOrder['lines'][number]

/** Pieces nobody has given or asked back yet. */
export const leftOf = (line: Line): number => line.quantity - line.refunded

/** Giving pieces of an order back without being asked: which, why, whose fault, and what that pays. */
export function useGive(order: ShippingOrder, onGiven: (request: ManagedAfterSale) => void) {
  const [pieces, setPieces] = useState<Readonly<Record<string, number>>>({})
  const [reason, setReason] = useState<RefundReason>('out_of_stock')
  const [isShopAtFault, setFault] = useState(true)
  const lines = Object.entries(pieces)
    .filter(([, quantity]) => quantity > 0)
    .map(([lineId, quantity]) => ({ lineId, quantity }))
  const wish = `${lines.map(({ lineId, quantity }) => `${lineId}:${quantity}`).join(',')}|${isShopAtFault}`
  const params = { id: order.id }
  const preview = useQuery<RefundPreview>(lines.length > 0 ? `give-preview.${order.id}.${wish}` : null, () =>
    call('POST /manage/orders/:id/refund-preview', { params, body: { lines, isShopAtFault } }),
  )
  const named = useRef<{ wish: string; id: string } | null>(null)
  const { isBusy, run } = useAction(async () => {
    if (preview.status !== 'ready') return
    // A second try of the same wish is the same request.
    if (named.current?.wish !== wish) named.current = { wish, id: newId(Date.now()) }
    const expectedFen = preview.value.amountFen
    const body = { requestId: named.current.id, lines, reason, isShopAtFault, expectedFen }
    const answer = await call('POST /manage/orders/:id/refunds', { params, body })
    if (answer.ok) return onGiven(answer.value)
    toast(
      answer.error.code === 'refund.amount_changed' ? '退款金额有变化，请再看一眼' : errorText(answer.error),
    )
    await preview.reload()
  })
  const take = (lineId: string, quantity: number) =>
    setPieces((before) => ({ ...before, [lineId]: quantity }))
  return { pieces, take, reason, setReason, isShopAtFault, setFault, preview, isBusy, give: run }
}
