export type CampaignField =
  | 'title'
  | 'claimFrom'
  | 'claimUntil'
  | 'totalStock'
  | 'stockPerGroup'
  | 'limitPerMember'
  | 'scope'
  | 'tiers'

export type TierField = 'rank' | 'threshold' | 'off' | 'stock' | 'validity' | 'gate'

interface OfCampaign<Code extends string, Field extends CampaignField> {
  readonly code: `campaign.${Code}`
  readonly tier: null
  readonly field: Field
}

interface OfTier<Code extends string, Field extends TierField> {
  readonly code: `tier.${Code}`
  /** Its place on the ladder, 1 for the lowest. */
  readonly tier: number
  readonly field: Field
}

/** What is wrong with a campaign, and where. */
export type CampaignFault =
  | OfCampaign<'no_title', 'title'>
  | OfCampaign<'time_invalid', 'claimFrom' | 'claimUntil'>
  | OfCampaign<'window_reversed', 'claimUntil'>
  | OfCampaign<'count_invalid', 'totalStock' | 'stockPerGroup' | 'limitPerMember'>
  | OfCampaign<'stock_over_total', 'stockPerGroup'>
  /** Every tier has its own stock, and together they are fewer than the total promises. */
  | (OfCampaign<'stock_unreachable', 'totalStock'> & { readonly tierSum: number })
  | OfCampaign<'scope_empty' | 'scope_repeated', 'scope'>
  /** Names a category or product that the shop does not have. */
  | (OfCampaign<'scope_unknown', 'scope'> & { readonly id: string })
  | OfCampaign<'no_tiers', 'tiers'>
  | (OfCampaign<'too_many_tiers', 'tiers'> & { readonly max: number })
  | OfTier<'rank_wrong', 'rank'>
  | OfTier<'amount_invalid', 'threshold' | 'off'>
  | OfTier<'threshold_unsorted', 'threshold'>
  | OfTier<'benefit_not_below_threshold', 'off'>
  | OfTier<'rate_invalid', 'off'>
  | OfTier<'cap_missing', 'off'>
  /** At this amount (goods, or the freight fee) the tier gives no more than the one below it. */
  | (OfTier<'not_better', 'off'> & { readonly atFen: number })
  | OfTier<'count_invalid' | 'stock_over_total', 'stock'>
  | OfTier<'validity_reversed' | 'validity_invalid', 'validity'>
  /** Someone claiming at the last moment would get a dead coupon. */
  | OfTier<'validity_ends_before_claims', 'validity'>
  | OfTier<'gate_empty' | 'gate_repeated' | 'gate_unknown', 'gate'>
  /** Names a group or segment that the shop does not have. */
  | (OfTier<'gate_target_unknown', 'gate'> & { readonly id: string })
  | OfTier<'milestone_invalid', 'gate'>
  | (OfTier<'milestone_too_high', 'gate'> & { readonly max: number })
