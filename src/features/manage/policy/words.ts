import type { PolicySettings, PolicyVersion } from '@contract/policy'
import { DAY_MS } from '@domain/shop-time'

type Preset = PolicyVersion['preset']
export type Kind = PolicySettings['kinds'][number]

export const PRESET_WORDS: Readonly<Record<Preset, { readonly title: string; readonly text: string }>> = {
  'last-share': {
    title: '最近分享优先',
    text: '顾客最近点开谁分享的卡片，这单就算谁的；没有分享看从谁的群来，再没有才看一直由谁服务。',
  },
  'protect-binding': {
    title: '保护老顾客',
    text: '30 天内在谁那里买过，还算谁的，别人的分享抢不走；过了 30 天再按最近分享算。',
  },
  custom: { title: '自己定的规则', text: '按下面的设置来算。' },
}

export const KIND_WORDS: Readonly<Record<Kind, { readonly title: string; readonly text: string }>> = {
  share: { title: '分享', text: '顾客点开了店员的卡片、海报，或它的转发' },
  group: { title: '群', text: '顾客从有负责人的群里打开' },
  binding: { title: '一直服务的人', text: '企业微信好友，或第一次带他来的店员' },
}

export const SELF_WORDS: Readonly<
  Record<PolicySettings['selfPurchase'], { readonly title: string; readonly text: string }>
> = {
  nobody: { title: '不算业绩', text: '店员自己下的单，本来该算自己的，就谁都不算' },
  next: { title: '算下一位', text: '店员自己下的单，划掉自己，算下一位候选人' },
  allowed: { title: '算自己的', text: '店员自己下的单，照常算业绩' },
}

/** A window in whole days, as the stepper shows it. */
export const daysOf = (windowMs: number): number => Math.max(1, Math.round(windowMs / DAY_MS))

/** The settings in one line, such as a version of the history shows them. */
export function settingsText({
  kinds,
  shareWindowMs,
  groupWindowMs,
  pick,
  protectDays,
}: PolicySettings): string {
  return [
    kinds.map((kind) => KIND_WORDS[kind].title).join(' › '),
    kinds.includes('share') && `分享 ${daysOf(shareWindowMs)} 天内`,
    kinds.includes('group') && `群 ${daysOf(groupWindowMs)} 天内`,
    pick === 'last' ? '算最后一次' : '算第一次',
    protectDays > 0 && `老顾客保护 ${protectDays} 天`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Whether two say the same, so that nothing needs to be saved. */
export const isSame = (a: PolicySettings, b: PolicySettings): boolean =>
  a.kinds.join() === b.kinds.join() &&
  a.shareWindowMs === b.shareWindowMs &&
  a.groupWindowMs === b.groupWindowMs &&
  a.pick === b.pick &&
  a.protectDays === b.protectDays &&
  a.selfPurchase === b.selfPurchase
