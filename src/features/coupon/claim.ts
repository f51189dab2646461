import type { CouponView, LadderView } from '@contract/coupon'
import type { ApiError } from '../../platform/http'
import { newId } from '../../platform/id'
import { call } from '../../platform/request'
import { noteLadder } from './use-ladders'

export type Claiming =
  | { readonly kind: 'claimed'; readonly coupon: CouponView }
  /** The shop said no, with its reason; the ladder on the screen says it too. */
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** Nobody knows whether the shop heard it; tapping again asks under the same name. */
  | { readonly kind: 'lost'; readonly error: ApiError }

/** The name of each wish until its answer is known, so that a tap after a lost answer never takes a second copy. */
const asked = new Map<string, string>()

const isUnknown = ({ code }: ApiError) =>
  ['network', 'server.failed', 'server.unavailable', 'conflict.retry'].includes(code)

/** Takes what the ladder offers, a claim or an upgrade, and brings the ladder up to date on every page. */
export async function takeOffer({ campaignId, offer }: LadderView): Promise<Claiming> {
  const upgradeOf = offer.kind === 'upgrade' ? offer.couponId : undefined
  const wish = `${campaignId}|${upgradeOf ?? ''}`
  const requestId = asked.get(wish) ?? newId(Date.now())
  asked.set(wish, requestId)
  const params = { id: campaignId }
  const answer = await call('POST /campaigns/:id/claims', { params, body: { requestId, upgradeOf } })
  if (!answer.ok && isUnknown(answer.error)) return { kind: 'lost', error: answer.error }
  asked.delete(wish)
  const ladder = await call('GET /campaigns/:id', { params })
  if (ladder.ok) noteLadder(ladder.value)
  return answer.ok ? { kind: 'claimed', coupon: answer.value } : { kind: 'refused', error: answer.error }
}
