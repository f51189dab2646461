import type { ShippingOrder } from '@contract/shipment'
import { useRef, useState } from 'react'
import { toast } from '../../../platform/feedback'
import { newId } from '../../../platform/id'
import { call } from '../../../platform/request'
import { keep, recall } from '../../../platform/storage'
import { useAction } from '../../../platform/use-action'
import { addParcel, inputOf, isComplete, newParcel, type ParcelDraft } from './draft'
import { refusalText } from './refusal-text'

const KEY = 'ship.company'
const VERSION = 1

/** Filling in and sending the parcels of one order. The carrier used last stands already. */
export function useShip(order: ShippingOrder, onShipped: (order: ShippingOrder) => void) {
  const [drafts, setDrafts] = useState<readonly ParcelDraft[]>(() => [
    newParcel('parcel-1', recall<string>(KEY, VERSION) ?? ''),
  ])
  const [isChecked, setChecked] = useState(false)
  const made = useRef(1)
  const sent = useRef<{ wish: string; id: string } | null>(null)
  const { isBusy, run } = useAction(async () => {
    setChecked(true)
    if (!drafts.every(isComplete)) return toast('还有没填好的地方')
    const parcels = drafts.map(inputOf)
    const wish = JSON.stringify(parcels)
    // A second try of the same parcels is the same request.
    if (sent.current?.wish !== wish) sent.current = { wish, id: newId(Date.now()) }
    const body = { requestId: sent.current.id, parcels }
    const answer = await call('POST /manage/shipping/:id/parcels', { params: { id: order.id }, body })
    if (!answer.ok) return toast(refusalText(answer.error))
    const company = drafts[0]?.company ?? ''
    keep(KEY, VERSION, company)
    setDrafts([newParcel('parcel-1', company)])
    setChecked(false)
    toast('已发货', 'done')
    onShipped(answer.value)
  })
  const change = (key: string, part: Partial<ParcelDraft>) =>
    setDrafts((before) => before.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)))
  const add = () => {
    made.current += 1
    const key = `parcel-${made.current}`
    setDrafts((before) => addParcel(order.lines, before, key, before[0]?.company ?? ''))
  }
  const remove = (key: string) =>
    setDrafts((before) => {
      const left = before.filter((draft) => draft.key !== key)
      // A single parcel takes everything again.
      return left.length === 1 ? left.map((draft) => ({ ...draft, pieces: null })) : left
    })
  return { drafts, isChecked, isBusy, submit: run, change, add, remove }
}
