import type { CouponOff, CouponView, LadderView } from '@contract/coupon'
import { fen, ZERO } from '@domain/money'
import { couponOff } from '@domain/pricing/coupon-off'

interface Thing {
  readonly productId: string
  readonly categoryId: string
  /** Of one piece. */
  readonly priceFen: number
}

/** What is mine, or mine to take with one tap. */
interface Purse {
  readonly ladders: readonly LadderView[]
  readonly mine: readonly CouponView[]
}

interface Choice {
  readonly campaignId: string
  readonly thresholdFen: number
  readonly off: CouponOff
}

export interface AfterCoupon {
  readonly priceFen: number
  /** The campaign of the coupon that makes it so. */
  readonly campaignId: string
}

/**
 * What one piece costs with the best goods coupon I hold or can take now; null where none serves for one piece. A
 * preview by the server's own rule: the quote at checkout is the price.
 */
export function afterCoupon(thing: Thing, { ladders, mine }: Purse, nowMs: number): AfterCoupon | null {
  const held = mine.filter((coupon) => isUsable(coupon, nowMs) && isFor(coupon, thing))
  return [...held, ...ladders.flatMap((ladder) => offered(ladder, nowMs))].reduce<AfterCoupon | null>(
    (best, choice) => {
      const priceFen = Math.max(1, thing.priceFen - offOf(choice, thing.priceFen))
      const isBetter = priceFen < (best?.priceFen ?? thing.priceFen)
      return isBetter ? { priceFen, campaignId: choice.campaignId } : best
    },
    null,
  )
}

/** The rung a tap would give, where it could be spent at once. */
function offered({ campaignId, slot, offer, rungs }: LadderView, nowMs: number): Choice[] {
  if (slot !== 'goods' || offer.kind === 'none') return []
  const rung = rungs.find(({ rank }) => rank === offer.rank)
  if (!rung || (rung.validity.kind === 'fixed' && rung.validity.from > nowMs)) return []
  return [{ ...rung, campaignId }]
}

const isUsable = ({ slot, state, validFrom, validUntil }: CouponView, nowMs: number) =>
  slot === 'goods' && state === 'claimed' && validFrom <= nowMs && nowMs < validUntil

function isFor({ scope }: CouponView, { productId, categoryId }: Thing): boolean {
  if (scope.kind === 'all') return true
  const wanted = scope.kind === 'products' ? productId : categoryId
  return scope.items.some(({ id }) => id === wanted)
}

function offOf({ thresholdFen, off }: Choice, priceFen: number): number {
  const line = { lineId: 'one', amount: fen(priceFen) }
  const benefit =
    off.kind === 'amount'
      ? { kind: off.kind, amountOff: fen(off.amountOff) }
      : { ...off, capFen: off.capFen === null ? null : fen(off.capFen) }
  const cut = couponOff(
    { id: 'one', slot: 'goods', lineIds: null, threshold: fen(thresholdFen), off: benefit },
    [line],
    ZERO,
  )
  return cut.ok ? cut.value : 0
}
