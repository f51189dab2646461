import type { AfterSaleView, RefundPreview } from '@contract/after-sale'
import type { OrderView } from '@contract/order'
import { useRef, useState } from 'react'
import { toast } from '../../platform/feedback'
import type { ApiError } from '../../platform/http'
import { newId } from '../../platform/id'
import { call } from '../../platform/request'
import { useAction } from '../../platform/use-action'
import { primeQuery, type Query, useQuery } from '../../platform/use-query'
import { openLines, type RefundDraft, startOf, wantedOf } from './draft'
import { refusalText } from './refusal-text'
import { afterSaleKey } from './use-after-sale'

export interface RefundForm {
  readonly draft: RefundDraft
  readonly change: (change: Partial<RefundDraft>) => void
  /** The shop's word on what it pays; the one before stays while the next is asked for. */
  readonly preview: RefundPreview | null
  readonly asked: Query<RefundPreview>
  readonly isBusy: boolean
  readonly submit: () => Promise<unknown>
}

interface Then {
  readonly onAsked: (request: AfterSaleView) => void
  /** The order is not what it was: it has to be seen anew. */
  readonly onMoved: () => void
}

const MOVED: readonly ApiError['code'][] = ['order.state_refused', 'refund.not_refundable']

/** Asking for pieces of an order back: which ones, why, and what that pays to the fen. */
export function useRefund(order: OrderView, { onAsked, onMoved }: Then): RefundForm {
  const [draft, setDraft] = useState(() => startOf(order))
  const wanted = wantedOf(openLines(order), draft.pieces)
  const text = wanted.map(({ lineId, quantity }) => `${lineId}:${quantity}`).join(',')
  const { kind } = draft
  const asked = useQuery<RefundPreview>(text ? `refund-preview.${order.id}.${kind}.${text}` : null, () =>
    call('POST /orders/:id/refund-preview', { params: { id: order.id }, body: { lines: wanted, kind } }),
  )
  const last = useRef<RefundPreview | null>(null)
  if (asked.status === 'ready') last.current = asked.value
  const requestId = useRequestId(`${text}|${draft.kind}|${draft.reason}|${draft.note}`)

  const { isBusy, run } = useAction(async () => {
    if (asked.status !== 'ready' || draft.reason === null) return
    const note = draft.note.trim()
    const answer = await call('POST /orders/:id/after-sales', {
      params: { id: order.id },
      body: {
        requestId,
        lines: wanted,
        kind: draft.kind,
        reason: draft.reason,
        ...(note ? { note } : {}),
        expectedFen: asked.value.amountFen,
      },
    })
    if (answer.ok) {
      primeQuery(afterSaleKey(answer.value.id), answer.value)
      return onAsked(answer.value)
    }
    toast(refusalText(answer.error))
    if (answer.error.code === 'refund.amount_changed') await asked.reload()
    else if (MOVED.includes(answer.error.code)) onMoved()
  })
  const change = (part: Partial<RefundDraft>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, change, preview: text ? last.current : null, asked, isBusy, submit: run }
}

/** The same wish keeps its name, so that a second try after a lost answer is the same request. */
function useRequestId(wish: string): string {
  const named = useRef<{ wish: string; id: string } | null>(null)
  if (named.current?.wish !== wish) named.current = { wish, id: newId(Date.now()) }
  return named.current.id
}
