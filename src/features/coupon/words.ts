import type { CouponOff, CouponScopeView, CouponView, Missing, RungView } from '@contract/coupon'
import { dayNumberOf, dayText, momentText } from '@domain/shop-time'
import { yuanText } from '../../ui/yuan'

type Slot = CouponView['slot']

/** Without the sign: `50`, `12.5`. */
const bare = (fen: number): string => yuanText(fen).slice(1)

/** What it takes off, as it is drawn on a step: `减50`, `8.8折`, `运费减6`. */
export function offText(off: CouponOff, slot: Slot): string {
  const prefix = slot === 'freight' ? '运费' : ''
  return off.kind === 'amount' ? `${prefix}减${bare(off.amountOff)}` : `${prefix}${rateText(off.offBps)}`
}

/** 1,200 off is 8.8折. */
export const rateText = (offBps: number): string => `${(10_000 - offBps) / 1000}折`

/** `满199`, or that nothing is asked. */
export const thresholdText = (fen: number): string => (fen > 0 ? `满${bare(fen)}` : '无门槛')

interface Benefit {
  readonly thresholdFen: number
  readonly off: CouponOff
}

/** The whole of it in one breath: `满199减50`, `满99打8.8折`, `无门槛运费减6`. */
export function benefitText({ thresholdFen, off }: Benefit, slot: Slot): string {
  const strike = off.kind === 'rate' && slot === 'goods' && thresholdFen > 0 ? '打' : ''
  return `${thresholdText(thresholdFen)}${strike}${offText(off, slot)}`
}

/** `最高减¥30` for a rate with a cap. */
export const capText = (off: CouponOff): string | null =>
  off.kind === 'rate' && off.capFen !== null ? `最高减${yuanText(off.capFen)}` : null

/** What it may be spent on, in a few words. */
export function scopeText({ kind, items }: CouponScopeView): string {
  if (kind === 'all') return '全店可用'
  const names = items.slice(0, 2).map(({ name }) => name)
  const more = items.length > 2 ? `等 ${items.length} ${kind === 'products' ? '件商品' : '类'}` : ''
  return `限${names.join('、')}${more}`
}

const STAGES: Readonly<Record<string, string>> = {
  visitor: '新客',
  registered: '新客',
  active: '常客',
  dormant: '久未下单的老客',
  churned: '久未下单的老客',
}

/** For whom stages of life are meant, each word once. */
export const stagesText = (stages: readonly string[]): string =>
  [...new Set(stages.map((stage) => STAGES[stage] ?? stage))].join('、')

const LEVELS: Readonly<Record<string, string>> = {
  standard: '新邻居',
  silver: '银卡邻居',
  gold: '金卡邻居',
  diamond: '钻石邻居',
}
export const levelText = (level: string): string => LEVELS[level] ?? level

type Asked = Pick<RungView, 'gate'> & { readonly missing: Missing }

/** On the riser of a step, where six characters fit. */
export function riserText({ gate, missing }: Asked): string {
  switch (missing.code) {
    case 'level':
      return `还差${yuanText(missing.needSpendFen)}`
    case 'milestone':
      return `还差${missing.need - missing.have}人`
    case 'group':
      return gate === 'milestone' ? '同群一起买' : '限指定群'
    case 'lifecycle':
      return `限${stagesText(missing.stages)}`
    case 'segment':
      return '定向发放'
  }
}

/** What is missing, as the beginning of a sentence that ends in the benefit: `再消费 ¥38 升级 …`. */
export function stepUpText({ gate, missing }: Asked, benefit: string): string {
  switch (missing.code) {
    case 'level':
      return `再消费 ${yuanText(missing.needSpendFen)} 升级 ${benefit}`
    case 'milestone':
      return `同群再有 ${missing.need - missing.have} 人下单，升级 ${benefit}`
    case 'group':
      return gate === 'milestone' ? `从群里打开，和群友一起升到 ${benefit}` : `指定的群可升到 ${benefit}`
    case 'lifecycle':
      return `${stagesText(missing.stages)}可升到 ${benefit}`
    case 'segment':
      return `${benefit} 由店里定向发放`
  }
}

/** Why it is not for me, kindly. */
export function notForYouText(missing: Missing): string {
  switch (missing.code) {
    case 'level':
      return `${levelText(missing.level)}可领，近 12 个月再消费 ${yuanText(missing.needSpendFen)} 就到`
    case 'milestone':
      return `同群已有 ${missing.have} 人买过，满 ${missing.need} 人这一档就开`
    case 'group':
      return '这是发给指定群的券，请从那个群的卡片打开'
    case 'lifecycle':
      return `这张券只发给${stagesText(missing.stages)}`
    case 'segment':
      return '这张券由店里定向发放，这次没有发到你'
  }
}

const KINDS: Readonly<Partial<Record<RungView['gate'] | 'mixed', string>>> = {
  lifecycle: '专属',
  level: '会员阶梯',
  segment: '专属',
  groups: '群专享',
  milestone: '同群共享',
}

/** What drives the ladder; null where it stands open to all. */
export const kindText = (kind: RungView['gate'] | 'mixed'): string | null => KINDS[kind] ?? null

/** The last moment a coupon serves. Ends are exclusive, so midnight belongs to the day before. */
export function untilText(untilMs: number, nowMs: number): string {
  const last = untilMs - 1
  const away = dayNumberOf(last) - dayNumberOf(nowMs)
  const isMidnight = momentText(untilMs).endsWith('00:00')
  const clock = isMidnight ? '24:00' : momentText(untilMs).split(' ')[1]
  if (away === 0) return `今天 ${clock} 到期`
  if (away === 1) return `明天 ${clock} 到期`
  return isMidnight ? `${dayText(last)}前可用` : `${momentText(untilMs)} 前可用`
}
