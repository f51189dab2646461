import type { ShareCard, ShareChannel } from '@contract/share'
import { ok, type Result } from '@domain/result'
import type { ApiError } from '../../../platform/http'
import { call } from '../../../platform/request'
import type { Subject } from './subject'

export interface Minting {
  readonly subject: Subject
  readonly channel: ShareChannel
  /** The one of my groups it is for; null for anywhere. */
  readonly groupId: string | null
}

const minted = new Map<string, ShareCard>()

export const mintingKey = (memberId: string, { subject, channel, groupId }: Minting): string =>
  [memberId, subject.kind, subject.id, channel, groupId ?? ''].join('|')

/** A token of its own for each subject, way and group; the same wish gets the same one while the app lives. */
export async function mintFor(memberId: string, minting: Minting): Promise<Result<ShareCard, ApiError>> {
  const key = mintingKey(memberId, minting)
  const known = minted.get(key)
  if (known) return ok(known)
  const { subject, channel, groupId } = minting
  const answer = await call('POST /shares', {
    body: {
      kind: subject.kind,
      channel,
      ...(subject.kind === 'product' && { productId: subject.id }),
      ...(subject.kind === 'campaign' && { campaignId: subject.id }),
      ...(groupId !== null && { intendedGroupId: groupId }),
    },
  })
  if (answer.ok) minted.set(key, answer.value)
  return answer
}

/** A token that was taken back is never handed out again. */
export function forgetMinted(token: string): void {
  for (const [key, card] of minted) if (card.token === token) minted.delete(key)
}
