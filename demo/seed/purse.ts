import { bestCombination, type PickedCoupon } from '@domain/coupon/best'
import { chooseTier } from '@domain/coupon/claim'
import { mint } from '@domain/coupon/coupon'
import type { CouponMove } from '@domain/coupon/life'
import * as life from '@domain/coupon/life'
import { fullStock, takeSeat } from '@domain/coupon/stock'
import type { Campaign, StockLeft } from '@domain/coupon/types'
import type { CouponCart } from '@domain/coupon/usability'
import { LEVEL_WINDOW_MS } from '@domain/member/level'
import { sumFen } from '@domain/money'
import type { Result } from '@domain/result'
import { type CouponRow, heldOf } from '../../server/modules/coupon/coupon-store'
import { saveStock } from '../../server/modules/coupon/stock-store'
import type { Tx } from '../../server/platform/database'
import { chance, type Random } from './chance'
import type { SeededOrder } from './ledger'
import type { Stage } from './stage'
import type { Standing } from './touches'

/** How often a member who could have a coupon for what they are about to buy looks for one. */
const LOOKS = 0.55

/** A member's coupons and purchases as their history goes on. */
export interface Purse {
  readonly next: Random
  readonly coupons: CouponRow[]
  readonly orders: SeededOrder[]
}

export const emptyPurse = (next: Random): Purse => ({ next, coupons: [], orders: [] })

/**
 * The best coupons for a cart: of those the member has, and of those they may claim a moment before, by the very rules
 * of a claim. Only what is used is claimed. Reserved for the order.
 */
export function takeCoupons(
  stage: Stage,
  purse: Purse,
  member: Standing,
  cart: CouponCart,
  order: { readonly orderId: string; readonly claimedAt: number; readonly at: number },
): { readonly picked: readonly PickedCoupon[]; readonly rows: CouponRow[] } {
  const fresh = stage.offers.flatMap((campaign) =>
    chance(purse.next, LOOKS) ? claim(stage, purse, member, campaign, order.claimedAt) : [],
  )
  const own = [...purse.coupons, ...fresh]
  const best = bestCombination(own.map(heldOf), cart, order.at)
  if (!best.ok) throw new Error(`a seeded cart takes no coupons: ${best.error.code}`)
  const picked = [best.value.goods, best.value.freight].filter((pick) => pick !== null)
  const rows = picked.map(({ coupon }) => own.find(({ id }) => id === coupon.id)!)
  const newOnes = rows.filter((row) => fresh.includes(row))
  purse.coupons.push(...newOnes)
  stage.rows.coupons.push(...newOnes)
  const { memberId } = member
  moveCoupons(rows, order.at, (coupon) =>
    life.reserveFor(coupon, { orderId: order.orderId, memberId }, order.at),
  )
  return { picked, rows }
}

function claim(
  stage: Stage,
  purse: Purse,
  { memberId, touches }: Standing,
  campaign: Campaign,
  claimedAt: number,
): CouponRow[] {
  const proven = touches.filter(({ at, groupId }) => groupId !== null && at >= campaign.claimFrom)
  const groups = [...new Set(proven.map(({ groupId }) => groupId!).reverse())]
  const facts = {
    netSpend: netSpend(purse, claimedAt),
    lifecycle: 'active' as const,
    segmentIds: [],
    groups: groups.map((groupId) => ({ groupId, buyers: 0 })),
  }
  const held = purse.coupons.map(heldOf)
  const seat = chooseTier(campaign, facts, held, stockLeft(stage, campaign), claimedAt)
  if (!seat.ok) return []
  const { rank, groupId } = seat.value
  const id = stage.id(claimedAt)
  const tier = campaign.tiers.find((each) => each.rank === rank)!
  const coupon = mint(campaign, tier, { id, memberId, claimedAt, groupId, upgradedFrom: null })
  const { threshold, ...rest } = coupon
  return [{ ...rest, thresholdFen: threshold, requestId: id, movedAt: claimedAt }]
}

/** What was paid and not given back in the time a member's level looks at. */
const netSpend = ({ orders }: Purse, nowMs: number) =>
  sumFen(
    orders
      .filter(({ order }) => order.paidAt !== null && order.paidAt >= nowMs - LEVEL_WINDOW_MS)
      .flatMap(({ entries }) => entries.filter(({ at }) => at <= nowMs).map(({ amount }) => amount)),
  )

/** Writes what became of coupons, by a rule of their life. */
export function moveCoupons(
  rows: readonly CouponRow[],
  at: number,
  rule: (coupon: ReturnType<typeof heldOf>) => Result<CouponMove | null, { readonly code: string }>,
): void {
  for (const row of rows) {
    const move = rule(heldOf(row))
    if (!move.ok) throw new Error(`a seeded coupon cannot move: ${move.error.code}`)
    if (move.value) Object.assign(row, { state: move.value.to, orderId: move.value.orderId, movedAt: at })
  }
}

function stockLeft({ rows }: Stage, campaign: Campaign): StockLeft {
  const taken = rows.coupons.filter(({ campaignId }) => campaignId === campaign.id)
  return taken.reduce(
    (left, { tierRank, groupId }) =>
      takeSeat(campaign, left, { rank: tierRank, groupId: groupId ?? null }, null),
    fullStock(campaign),
  )
}

/** Takes the coupons of the seeded purchases off their campaigns' stock. */
export async function countClaimed(tx: Tx, stage: Stage): Promise<void> {
  for (const campaign of stage.offers) await saveStock(tx, campaign.id, stockLeft(stage, campaign))
}
