import type { ClaimRefusalView } from '@contract/coupon'
import type { Refusal } from '@contract/errors'
import type { WishRefusal } from '@domain/coupon/batch'
import type { ClaimRefusal } from '@domain/coupon/claim'
import { NOT_FOUND } from '../../../platform/http/session-hook'

const SENTENCES: Readonly<Record<ClaimRefusal['code'], string>> = {
  'claim.not_yet': 'Claims have not begun.',
  'claim.ended': 'The campaign is over.',
  'claim.paused': 'The campaign is paused.',
  'claim.limit_reached': 'No more of this campaign for this member.',
  'claim.sold_out': 'Nothing is left.',
  'claim.not_qualified': 'Something is missing for this.',
  'claim.nothing_better': 'The copy stands on the highest tier already.',
  'claim.coupon_not_unused': 'Only an unused copy can be upgraded.',
}

/** Why nothing was claimed, as the API says it, with what is missing. */
export function claimRefusal(error: WishRefusal): Refusal {
  switch (error.code) {
    case 'coupon.unknown':
      return { ...NOT_FOUND, field: '/body/upgradeOf' }
    case 'claim.request_reused': {
      const { code, couponId } = error
      const message = 'This requestId made another claim already.'
      return { code, message, field: '/body/requestId', detail: { couponId } }
    }
    default: {
      const { code, ...detail } = error
      return { code, message: SENTENCES[code], detail }
    }
  }
}

/** The same as a part of the ladder. */
export const refusalView = (refusal: ClaimRefusal): ClaimRefusalView =>
  'missing' in refusal ? { ...refusal, missing: missingView(refusal.missing) } : { ...refusal }

/** The rules' lists are read-only; the contract's are plain. */
export const missingView = (
  missing: Extract<ClaimRefusal, { missing: unknown }>['missing'],
): NonNullable<ClaimRefusalView['missing']> =>
  missing.code === 'lifecycle' ? { ...missing, stages: [...missing.stages] } : missing
