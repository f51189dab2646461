import type { EditFault } from '@domain/coupon/edit'
import type { CampaignFault } from '@domain/coupon/faults'

const CAMPAIGN: Readonly<Record<CampaignFault['code'], string>> = {
  'campaign.no_title': 'is empty',
  'campaign.time_invalid': 'is no moment',
  'campaign.window_reversed': 'must be after the beginning',
  'campaign.count_invalid': 'must be 1 or more',
  'campaign.stock_over_total': 'is more than the whole stock',
  'campaign.stock_unreachable': 'is more than all tiers together have',
  'campaign.scope_empty': 'names nothing',
  'campaign.scope_repeated': 'names something twice',
  'campaign.scope_unknown': 'names what the shop does not have',
  'campaign.no_tiers': 'there is no tier',
  'campaign.too_many_tiers': 'there are too many tiers',
  'tier.rank_wrong': 'stands at the wrong place',
  'tier.amount_invalid': 'is no amount a coupon can have',
  'tier.threshold_unsorted': 'is below that of the tier before; write the lowest first',
  'tier.benefit_not_below_threshold': 'must be less than what must be spent for it',
  'tier.rate_invalid': 'must be between 0 and 10折',
  'tier.cap_missing': 'a rate needs a cap',
  'tier.not_better': 'is not better than the tier before',
  'tier.count_invalid': 'must be 1 or more',
  'tier.stock_over_total': 'is more than the whole stock',
  'tier.validity_reversed': 'ends before it begins',
  'tier.validity_invalid': 'must be from 1 day to a year',
  'tier.validity_ends_before_claims': 'ends before claims do: the last to claim would get a dead coupon',
  'tier.gate_empty': 'names nobody',
  'tier.gate_repeated': 'names somebody twice',
  'tier.gate_unknown': 'is no level',
  'tier.gate_target_unknown': 'names a group or segment that the shop does not have',
  'tier.milestone_invalid': 'must be 1 or more',
  'tier.milestone_too_high': 'asks for more buyers than the shop allows',
}

const EDIT: Readonly<Record<EditFault['code'], string>> = {
  'edit.ended': 'the campaign has been ended',
  'edit.frozen': 'cannot change any more: coupons have been claimed',
  'edit.only_up': 'can only be raised: coupons have been claimed',
  'edit.only_later': 'can only be put off: coupons have been claimed',
}

/** How a file calls the fields. */
const FIELD: Readonly<Record<string, string>> = {
  claimFrom: 'claim from',
  claimUntil: 'claim until',
  totalStock: 'stock',
  limitPerMember: 'perMember',
  scope: 'for',
  threshold: 'over',
  validity: 'valid',
}

/** A fault of the rules in the words of the file. */
export function sentenceOf(
  code: string,
  fault: CampaignFault | EditFault,
): { place: string; reason: string } {
  const field = FIELD[fault.field] ?? fault.field
  const isEdit = fault.code.startsWith('edit.')
  const reason = isEdit
    ? EDIT[fault.code as EditFault['code']]
    : CAMPAIGN[fault.code as CampaignFault['code']]
  const more = 'id' in fault ? ` (${fault.id})` : 'max' in fault ? ` (${fault.max})` : ''
  const tier = fault.tier === null ? '' : `tiers ${fault.tier} `
  return { place: `${code} ${tier}${field}`, reason: `${reason}${more}` }
}
