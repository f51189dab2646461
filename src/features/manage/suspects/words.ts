import type { SuspectRow, TrustLimits } from '@contract/trust'

type Rule = SuspectRow['rule']

export const RULE_TEXT: Readonly<Record<Rule, string>> = {
  flood: '短时间打开太多次',
  token_cycling: '一个人换着卡片点',
  own_share_only: '只有自己点自己的卡片',
}

/** Each rule as it stands, in a sentence a manager can hold the shop to. */
export const ruleSentences = (
  limits: TrustLimits,
): readonly { readonly rule: Rule; readonly text: string }[] => [
  {
    rule: 'flood',
    text: `${limits.floodWindowMinutes} 分钟内打开超过 ${limits.floodTouches} 次`,
  },
  {
    rule: 'token_cycling',
    text: `${limits.cycleWindowMinutes} 分钟内换着点超过 ${limits.cycleTokens} 张不同的卡片`,
  },
  { rule: 'own_share_only', text: `自己的卡片自己点了 ${limits.ownOpens} 次以上，没有别人点过` },
]

interface Limit {
  readonly key: keyof TrustLimits
  readonly title: string
  readonly unit: string
  readonly min: number
  readonly max: number
}

/** What can be set, within what the shop takes (contract/trust). */
export const LIMITS: readonly Limit[] = [
  { key: 'floodTouches', title: '一个人最多打开', unit: '次', min: 5, max: 1000 },
  { key: 'floodWindowMinutes', title: '打开次数看', unit: '分钟内', min: 1, max: 1440 },
  { key: 'cycleTokens', title: '一个人最多换着点', unit: '张卡片', min: 3, max: 1000 },
  { key: 'cycleWindowMinutes', title: '换卡片看', unit: '分钟内', min: 1, max: 1440 },
  { key: 'ownOpens', title: '自己点自己', unit: '次起', min: 1, max: 100 },
  { key: 'cardLifeDays', title: '店员卡片有效', unit: '天', min: 1, max: 3650 },
]
