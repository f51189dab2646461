import type { ProductCard } from '@contract/catalogue'
import type { LadderView } from '@contract/coupon'
import { benefitText } from '../../../features/coupon/words'

/** Something a staff member may share, as the sheet shows it. */
export interface Subject {
  readonly kind: 'product' | 'campaign' | 'home'
  /** Of the product or campaign; empty for the shop itself. */
  readonly id: string
  readonly title: string
  readonly note: string
  readonly picture: string | null
}

export const productSubject = ({ id, title, subtitle, picture }: ProductCard): Subject => ({
  kind: 'product',
  id,
  title,
  note: subtitle,
  picture: picture.small,
})

export const campaignSubject = ({ campaignId, title, rungs, slot }: LadderView): Subject => ({
  kind: 'campaign',
  id: campaignId,
  title,
  note: rungs.map((rung) => benefitText(rung, slot)).join(' · '),
  picture: null,
})
