import type { Lifecycle } from '@contract/member-care'
import { dayNumberOf, dayText } from '@domain/shop-time'

interface StageWords {
  readonly text: string
  readonly tone: 'good' | 'accent' | 'warning' | 'plain'
}

const STAGES: Readonly<Record<Lifecycle, StageWords>> = {
  visitor: { text: '来看过', tone: 'plain' },
  registered: { text: '还没买过', tone: 'accent' },
  active: { text: '常来', tone: 'good' },
  dormant: { text: '最近少来', tone: 'warning' },
  churned: { text: '很久没来', tone: 'plain' },
}

export const stageWords = (stage: Lifecycle): StageWords => STAGES[stage]

/** The stages as tabs, everybody first. */
export const STAGE_TABS: readonly { readonly key: Lifecycle | 'all'; readonly text: string }[] = [
  { key: 'all', text: '全部' },
  ...(['active', 'registered', 'dormant', 'churned', 'visitor'] as const).map((key) => ({
    key,
    text: STAGES[key].text,
  })),
]

const MONTH = 30

/** How long ago, in days: 今天, 昨天, 5 天前, then the day itself. */
export function agoText(at: number, nowMs: number): string {
  const days = dayNumberOf(nowMs) - dayNumberOf(at)
  if (days <= 0) return '今天'
  if (days === 1) return '昨天'
  return days <= MONTH ? `${days} 天前` : dayText(at)
}
