import type { MemberLevel } from '@domain/member/types'

/** What members are called on screens, by level. */
export const LEVEL_NAMES: Readonly<Record<MemberLevel, string>> = {
  standard: '新邻居',
  silver: '银卡邻居',
  gold: '金卡邻居',
  diamond: '钻石邻居',
}
