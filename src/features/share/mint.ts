import type { ShareCard } from '@contract/share'
import { call } from '../../platform/request'

/** What is shared, and the token it hangs on. */
export interface ShareSubject {
  readonly kind: 'product' | 'home' | 'campaign'
  readonly productId?: string
  readonly campaignId?: string
  readonly parentToken?: string
}

const minted = new Map<string, ShareCard>()

export const shareKey = (memberId: string, subject: ShareSubject): string =>
  [memberId, subject.kind, subject.productId, subject.campaignId, subject.parentToken].join('|')

/** The card under this key, once it was minted. */
export const mintedCard = (key: string): ShareCard | null => minted.get(key) ?? null

/** Mints the card for this key unless it is there; answers whether it was made just now. */
export async function mint(key: string, subject: ShareSubject): Promise<boolean> {
  if (minted.has(key)) return false
  const answer = await call('POST /shares', { body: { ...subject, channel: 'card' } })
  if (!answer.ok) return false
  minted.set(key, answer.value)
  return true
}
