import type { EditFault } from '@domain/coupon/edit'
import type { CampaignFault } from '@domain/coupon/faults'
import type { ApiError } from '../../../../platform/http'
import { yuanText } from '../../../../ui/yuan'

/** A fault as the form shows it: at the tier (from 1) and the field it names. */
export interface FaultAt {
  readonly tier: number | null
  readonly field: string
  readonly text: string
}

type Fault = CampaignFault | EditFault

const WORDS: Readonly<Record<Fault['code'], string>> = {
  'campaign.no_title': '请给活动起个名字',
  'campaign.time_invalid': '时间不对',
  'campaign.window_reversed': '结束要晚于开始',
  'campaign.count_invalid': '至少 1',
  'campaign.stock_over_total': '不能多过总数',
  'campaign.stock_unreachable': '各档库存加起来不够总数',
  'campaign.scope_empty': '请选择适用范围',
  'campaign.scope_repeated': '有重复的',
  'campaign.scope_unknown': '有一项已经不在了，请重新选择',
  'campaign.no_tiers': '至少要有一档',
  'campaign.too_many_tiers': '档数太多了',
  'tier.rank_wrong': '档位顺序不对',
  'tier.amount_invalid': '金额不对，优惠至少 0.01 元',
  'tier.threshold_unsorted': '门槛要不低于下面一档',
  'tier.benefit_not_below_threshold': '优惠要小于门槛，不能倒贴',
  'tier.rate_invalid': '折扣要在 0.1 折到 9.9 折之间',
  'tier.cap_missing': '打折要有封顶金额',
  'tier.not_better': '要比下面一档更划算',
  'tier.count_invalid': '至少 1 张，不限就留空',
  'tier.stock_over_total': '不能多过活动总数',
  'tier.validity_reversed': '结束要晚于开始',
  'tier.validity_invalid': '有效期不对，最长 366 天',
  'tier.validity_ends_before_claims': '领取还没结束，券就先过期了',
  'tier.gate_empty': '请选择对象',
  'tier.gate_repeated': '有重复的对象',
  'tier.gate_unknown': '请选择对象',
  'tier.gate_target_unknown': '有一个对象已经不在了，请重新选择',
  'tier.milestone_invalid': '人数至少 1',
  'tier.milestone_too_high': '人数太多了',
  'edit.ended': '活动已结束，不能再改',
  'edit.frozen': '已经有人领过，这一项不能再改',
  'edit.only_up': '已经有人领过，只能加不能减',
  'edit.only_later': '已经有人领过，只能往后延',
}

function textOf(fault: Fault): string {
  const words = WORDS[fault.code]
  if (fault.code === 'tier.not_better') return `${words}（买 ${yuanText(fault.atFen)} 时没有更省）`
  if (fault.code === 'tier.milestone_too_high') return `最多 ${fault.max} 人`
  if (fault.code === 'campaign.too_many_tiers') return `最多 ${fault.max} 档`
  if (fault.code === 'campaign.stock_unreachable') return `${words}，现在一共 ${fault.tierSum} 张`
  return words
}

/** What a refusal to save says about each field; null where it is about something else. */
export function faultsIn(error: ApiError): FaultAt[] | null {
  if (error.code === 'campaign.code_taken') return [{ tier: null, field: 'code', text: '这个编号已经用过了' }]
  if (error.code !== 'campaign.invalid' && error.code !== 'campaign.edit_refused') return null
  const { faults = [] } = (error.detail ?? {}) as { faults?: readonly Fault[] }
  return faults.map((fault) => ({ tier: fault.tier, field: fault.field, text: textOf(fault) }))
}

/** The first fault of a field, as `Field` shows it. */
export const faultOf = (faults: readonly FaultAt[], tier: number | null, field: string): string | null =>
  faults.find((it) => it.tier === tier && it.field === field)?.text ?? null
