import { type Fen, fen, split, sumFen, ZERO } from '../money'
import { ok, type Result, refuse } from '../result'
import { couponOff, linesInScope } from './coupon-off'
import { freightFor } from './freight'
import { type LinePrice, priceLines } from './line-price'
import type { AppliedCoupon, CouponBenefit, Quote, QuoteError, QuoteInput, QuoteLine } from './types'

/** Nobody can pay nothing at WeChat: total.min is 1 fen. */
const MIN_PAYABLE: Fen = fen(1)

/**
 * The price of a cart, in a fixed sequence: line prices → automatic campaign price → goods coupon → freight →
 * freight coupon. What each unit costs is frozen here, so refunds never compute a price again. The client may
 * preview with it; the server's answer is the price. A chosen coupon that does not apply is a refusal.
 */
export function quote(input: QuoteInput): Result<Quote, QuoteError> {
  const { goodsCoupon, freightCoupon } = input
  const priced = priceLines(input.lines)
  if (!priced.ok) return priced
  const lines = priced.value
  const goodsTotal = sumFen(lines.map((line) => line.amount))

  const freight = freightFor(input.freight, input.areaCode, goodsTotal)
  if (!freight.ok) return freight
  const { fee, freeShortBy, isEstimate } = freight.value

  const goodsCut = cut(goodsCoupon, 'goods', lines, fee)
  if (!goodsCut.ok) return goodsCut
  const freightCut = cut(freightCoupon, 'freight', lines, fee)
  if (!freightCut.ok) return freightCut
  const off = keepOneFen(goodsTotal, fee, goodsCut.value, freightCut.value)
  if (goodsCoupon && off.goods === 0)
    return refuse({ code: 'coupon.nothing_to_reduce', couponId: goodsCoupon.id })
  if (freightCoupon && off.freight === 0)
    return refuse({ code: 'coupon.nothing_to_reduce', couponId: freightCoupon.id })

  const goodsPaid = fen(goodsTotal - off.goods)
  const freightPaid = fen(fee - off.freight)
  const listTotal = sumFen(lines.map((line) => line.listAmount))
  return ok({
    lines: allocate(lines, goodsCoupon, off.goods),
    listTotal,
    campaignOff: fen(listTotal - goodsTotal),
    goodsTotal,
    goodsCoupon: applied(goodsCoupon, off.goods),
    goodsPaid,
    freightFee: fee,
    freightCoupon: applied(freightCoupon, off.freight),
    freightPaid,
    freightFreeShortBy: freeShortBy,
    isFreightEstimate: isEstimate,
    payable: fen(goodsPaid + freightPaid),
    saved: fen(listTotal - goodsTotal + off.goods + off.freight),
  })
}

const applied = (coupon: CouponBenefit | null, off: Fen): AppliedCoupon | null =>
  coupon ? { id: coupon.id, off } : null

function cut(
  coupon: CouponBenefit | null,
  slot: CouponBenefit['slot'],
  lines: readonly LinePrice[],
  fee: Fen,
): Result<Fen, QuoteError> {
  if (!coupon) return ok(ZERO)
  if (coupon.slot !== slot) return refuse({ code: 'coupon.wrong_slot', couponId: coupon.id })
  return couponOff(coupon, lines, fee)
}

/** When discounts would leave nothing to pay, the last one in the sequence gives 1 fen back. */
export function keepOneFen(
  goodsTotal: Fen,
  fee: Fen,
  goods: Fen,
  freight: Fen,
): { goods: Fen; freight: Fen } {
  if (goodsTotal - goods + fee - freight >= MIN_PAYABLE) return { goods, freight }
  return freight > 0 ? { goods, freight: fen(freight - 1) } : { goods: fen(goods - 1), freight }
}

/**
 * Spreads the goods coupon over the lines in scope by amount, then over each line's units. Spare fen go by
 * largest remainder, ties by `lineId`: the answer does not depend on the order of the cart.
 */
function allocate(lines: readonly LinePrice[], coupon: CouponBenefit | null, off: Fen): QuoteLine[] {
  const scope = coupon ? linesInScope(coupon, lines) : []
  scope.sort((a, b) => (a.lineId < b.lineId ? -1 : 1))
  const shares = split(
    off,
    scope.map((line) => line.amount),
  )
  const shareOf = new Map(scope.map((line, i) => [line.lineId, shares[i]!]))
  return lines.map(({ amount, ...line }) => {
    const lineOff = shareOf.get(line.lineId) ?? ZERO
    const unitOff = split(
      lineOff,
      Array.from({ length: line.quantity }, () => line.campaignUnitPrice),
    )
    return {
      ...line,
      couponOff: lineOff,
      paid: fen(amount - lineOff),
      unitPaid: unitOff.map((part) => fen(line.campaignUnitPrice - part)),
    }
  })
}
