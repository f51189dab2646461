import type { ServeReason } from '@contract/member-care'

interface ReasonWords {
  readonly text: string
  readonly tone: 'bad' | 'warning' | 'accent' | 'plain'
}

const WORDS: Readonly<Record<ServeReason, ReasonWords>> = {
  parcel_problem: { text: '发货晚了', tone: 'bad' },
  unpaid_order: { text: '还没付款', tone: 'warning' },
  coupon_expiring: { text: '券快到期', tone: 'accent' },
  gone_quiet: { text: '好久没来', tone: 'plain' },
}

/** Why somebody is on the list, in a word. */
export const reasonWords = (reason: ServeReason): ReasonWords => WORDS[reason]

/** The same, of a contact noted long ago: reasons may have been given other names since. */
export const contactText = (reason: string): string => WORDS[reason as ServeReason]?.text ?? '联系过'
