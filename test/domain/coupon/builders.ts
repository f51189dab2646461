import { type HeldCoupon, mint } from '@domain/coupon/coupon'
import type { GateFacts } from '@domain/coupon/gate'
import { fullStock } from '@domain/coupon/stock'
import type { Campaign, StockLeft, Tier } from '@domain/coupon/types'
import type { CouponCart, CouponLine } from '@domain/coupon/usability'
import { fen } from '@domain/money'
import type { CouponOff } from '@domain/pricing/types'
import { DAY_MS } from '@domain/shop-time'
import { ORDERED_AT } from '../support/builders'

export const NOW = ORDERED_AT
export const OPENS = NOW - 5 * DAY_MS
export const ENDS = NOW + 5 * DAY_MS

export const amountOff = (fenOff: number): CouponOff => ({ kind: 'amount', amountOff: fen(fenOff) })
export const rateOff = (offBps: number, cap: number | null): CouponOff => ({
  kind: 'rate',
  offBps,
  capFen: cap === null ? null : fen(cap),
})

/** 满99减10, for anyone, ten days. */
export const aTier = (tier: Partial<Tier> = {}): Tier => ({
  rank: 1,
  threshold: fen(9900),
  off: amountOff(1000),
  stock: null,
  validity: { kind: 'days', days: 10 },
  gate: { kind: 'anyone' },
  ...tier,
})

export const aCampaign = (campaign: Partial<Campaign> = {}): Campaign => ({
  id: 'summer',
  title: '夏日阶梯券',
  status: 'live',
  claimFrom: OPENS,
  claimUntil: ENDS,
  totalStock: 100,
  stockPerGroup: null,
  limitPerMember: 1,
  scope: { kind: 'all' },
  slot: 'goods',
  tiers: [aTier()],
  ...campaign,
})

/** 满99减10 for anyone → 满199减50 from silver → 满299减90 for a group with 3 buyers. */
export const aLadder = (campaign: Partial<Campaign> = {}): Campaign =>
  aCampaign({
    tiers: [
      aTier(),
      aTier({
        rank: 2,
        threshold: fen(19_900),
        off: amountOff(5000),
        gate: { kind: 'level', from: 'silver' },
      }),
      aTier({
        rank: 3,
        threshold: fen(29_900),
        off: amountOff(9000),
        gate: { kind: 'milestone', buyers: 3 },
      }),
    ],
    ...campaign,
  })

export const aMember = (facts: Partial<GateFacts> = {}): GateFacts => ({
  netSpend: fen(0),
  lifecycle: 'registered',
  segmentIds: [],
  groups: [],
  ...facts,
})

export const inGroup = (groupId: string, buyers = 0) => ({ groupId, buyers })

export const aStock = (campaign: Campaign, stock: Partial<StockLeft> = {}): StockLeft => ({
  ...fullStock(campaign),
  ...stock,
})

/** A copy of a one-tier campaign, claimed a day ago. */
export const aHeld = (coupon: Partial<HeldCoupon> = {}): HeldCoupon => ({
  ...mint(aCampaign(), aTier(), {
    id: 'coupon',
    memberId: 'member',
    claimedAt: NOW - DAY_MS,
    groupId: null,
    upgradedFrom: null,
  }),
  ...coupon,
})

export const aCartLine = (line: Partial<CouponLine> & { lineId: string }): CouponLine => ({
  productId: `product-${line.lineId}`,
  categoryId: 'fruit',
  amount: fen(10_000),
  ...line,
})

export const aCouponCart = (lines: readonly CouponLine[], freightFee = 0): CouponCart => ({
  lines,
  freightFee: fen(freightFee),
})
