import type { ClaimRefusalView, CouponView, LadderView, RungView } from '@contract/coupon'
import { momentText } from '@domain/shop-time'
import { benefitText, notForYouText, stepUpText, untilText } from './words'

const benefitOf = (ladder: LadderView, rank: number): string => {
  const rung = ladder.rungs.find((it) => it.rank === rank)
  return rung ? benefitText(rung, ladder.slot) : ''
}

/** The copy that speaks for this member: one that can still be spent, else the newest. */
export const spokenFor = ({ held }: LadderView): CouponView | null =>
  held.find(({ state }) => state === 'claimed') ??
  held.find(({ state }) => state === 'reserved') ??
  held[0] ??
  null

const HELD: Readonly<Record<CouponView['state'], string>> = {
  claimed: '已领',
  reserved: '待付款订单占用中',
  used: '已用掉',
  expired: '已过期',
  upgraded: '已升级',
}

/** Where the member stands, in one line: what a tap gives, what they hold, or why there is nothing to take. */
export function headline(ladder: LadderView): string {
  const { offer } = ladder
  if (offer.kind === 'claim') return `你能领 ${benefitOf(ladder, offer.rank)}`
  if (offer.kind === 'upgrade') return `可以升级到 ${benefitOf(ladder, offer.rank)}`
  const mine = spokenFor(ladder)
  if (mine) return `${HELD[mine.state]} ${benefitText(mine, ladder.slot)}`
  return refusalText(offer.refusal)
}

/** The second line: what comes next and what is missing for it, or until when what is held may be spent. */
export function subline(ladder: LadderView, nowMs: number): string | null {
  const next = nextRung(ladder)
  const climb = next?.missing
    ? stepUpText({ gate: next.gate, missing: next.missing }, benefitText(next, ladder.slot))
    : null
  const mine = spokenFor(ladder)
  if (ladder.offer.kind !== 'none') return climb
  if (mine?.state === 'claimed') return climb ?? untilText(mine.validUntil, nowMs)
  if (mine) return climb
  return ladder.offer.refusal.code === 'claim.not_qualified' && ladder.offer.refusal.missing
    ? notForYouText(ladder.offer.refusal.missing)
    : null
}

/** The rung a member works towards. */
export const nextRung = ({ rungs, phase }: LadderView): RungView | null =>
  phase === 'running' ? (rungs.find(({ state, offer }) => state === 'next' && offer === null) ?? null) : null

/** 0–1 of the way to the next rung, where the way can be measured. */
export function wayTo(rung: RungView | null, spentFen: number | null): number | null {
  const missing = rung?.missing
  if (missing?.code === 'milestone') return missing.need > 0 ? missing.have / missing.need : null
  if (missing?.code !== 'level' || spentFen === null) return null
  const whole = spentFen + missing.needSpendFen
  return whole > 0 ? spentFen / whole : null
}

/** Why nothing can be claimed, in one short sentence. */
export function refusalText(refusal: ClaimRefusalView): string {
  switch (refusal.code) {
    case 'claim.not_yet':
      return refusal.opensAt === undefined ? '还没有开始' : `${momentText(refusal.opensAt)} 开领`
    case 'claim.ended':
      return '活动已结束'
    case 'claim.paused':
      return '店里暂停了领取，稍后再来看看'
    case 'claim.limit_reached':
      return refusal.limit && refusal.limit > 1 ? `每人最多领 ${refusal.limit} 张，已领满` : '已经领过了'
    case 'claim.sold_out':
      return '已被抢完'
    case 'claim.not_qualified':
      return '这次不在可领范围'
    case 'claim.nothing_better':
      return '已是最高一档'
    case 'claim.coupon_not_unused':
      return '这张券已经用掉了'
  }
}

/** The word on the button where there is nothing to tap. */
export const closedText = (refusal: ClaimRefusalView): string => {
  switch (refusal.code) {
    case 'claim.not_yet':
      return '未开始'
    case 'claim.ended':
      return '已结束'
    case 'claim.paused':
      return '暂停中'
    case 'claim.sold_out':
      return '已抢完'
    case 'claim.not_qualified':
      return '未达到'
    case 'claim.limit_reached':
    case 'claim.nothing_better':
    case 'claim.coupon_not_unused':
      return '已领取'
  }
}
