import type { CampaignSummary } from '@contract/campaign'
import { Tag } from '../../../../ui/tag'

const PHASES = {
  not_yet: { text: '未开始', tone: 'line' },
  running: { text: '进行中', tone: 'good' },
  paused: { text: '已暂停', tone: 'warning' },
  ended: { text: '已结束', tone: 'plain' },
} as const

/** Where a campaign is, by word and colour. */
export const PhaseTag = ({ phase }: { readonly phase: CampaignSummary['phase'] }) => (
  <Tag tone={PHASES[phase].tone}>{PHASES[phase].text}</Tag>
)
