import type { AfterSaleView } from '@contract/after-sale'
import { momentText } from '@domain/shop-time'

export interface Step {
  readonly key: string
  readonly title: string
  readonly note?: string
  readonly state: 'done' | 'now' | 'next'
}

type Request = Pick<
  AfterSaleView,
  'kind' | 'state' | 'createdAt' | 'decidedAt' | 'parcel' | 'refundedAt' | 'decisionNote'
>

/** Steps a request still has before it, by where it stands. */
const aheadOf = ({ kind, state }: Request): readonly string[] => {
  const back = kind === 'return' ? ['寄回商品', '店里收货'] : []
  switch (state) {
    case 'requested':
      return ['店里处理', ...back, '退款到账']
    case 'approved':
      return [...back, '退款到账']
    case 'returning':
      return ['店里收货', '退款到账']
    case 'refunding':
      return ['退款到账']
    default:
      return []
  }
}

/** What happened to a request and what comes next; what the manager said where it stands nowhere else. */
export function stepsOf(request: Request, isNoteShown = false): Step[] {
  const { state, createdAt, decidedAt, parcel, refundedAt, decisionNote } = request
  const past: { title: string; at: number; text?: string }[] = [{ title: '提交申请', at: createdAt }]
  // Before shipment nobody has to agree: it is decided in the moment it is asked.
  if (decidedAt !== null && decidedAt !== createdAt && state !== 'withdrawn') {
    const title = state === 'refused' ? '店里没有同意' : '店里已同意'
    past.push({ title, at: decidedAt, text: isNoteShown || state === 'refused' ? undefined : decisionNote })
  }
  if (parcel) past.push({ title: `已寄回 · ${parcel.company} ${parcel.number}`, at: parcel.sentAt })
  if (refundedAt !== null) past.push({ title: '退款到账', at: refundedAt })
  past.sort((a, b) => a.at - b.at)
  const ahead = aheadOf(request)
  const done = past.map(({ title, at, text }, place) => ({
    key: `${title}-${at}`,
    title,
    note: [momentText(at), text].filter(Boolean).join(' · '),
    state: place === past.length - 1 ? ('now' as const) : ('done' as const),
  }))
  const ended = state === 'withdrawn' ? [{ key: 'end', title: '已撤销', state: 'now' as const }] : []
  const last = ended.length > 0 ? done.map((step) => ({ ...step, state: 'done' as const })) : done
  return [...last, ...ended, ...ahead.map((title) => ({ key: title, title, state: 'next' as const }))]
}
