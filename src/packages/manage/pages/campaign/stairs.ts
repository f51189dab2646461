import type { CampaignInput } from '@contract/campaign'
import { offText, thresholdText } from '../../../../features/coupon/words'
import type { Step } from '../../../../ui/staircase'

/** The ladder as it was written, nobody standing on it. */
export const stairsOf = ({ tiers, slot }: Pick<CampaignInput, 'tiers' | 'slot'>): Step[] =>
  tiers.map((tier, place) => ({
    key: `tier-${place + 1}`,
    title: offText(tier.off, slot),
    note: thresholdText(tier.thresholdFen),
    state: 'reached',
  }))
