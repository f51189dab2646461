import type { QuoteView } from '@contract/order'
import { useState } from 'react'
import type { LostCoupon } from '../../../../features/checkout/lost-coupon'
import type { Checkout } from '../../../../features/checkout/use-checkout'
import { CouponRow } from '../../../../features/coupon/coupon-row'
import { CouponSheet } from '../../../../features/coupon/coupon-sheet'
import { unusableText } from '../../../../features/coupon/unusable-words'
import { benefitText } from '../../../../features/coupon/words'

interface Props {
  readonly quote: QuoteView
  readonly checkout: Pick<Checkout, 'choice' | 'choose' | 'isRepricing'>
}

/** The row of coupons and the sheet in which the member may choose otherwise. */
export function CheckoutCoupons({ quote: { coupons }, checkout }: Props) {
  const [isOpen, setOpen] = useState(false)
  const isByHand = Object.keys(checkout.choice).length > 0
  return (
    <>
      <CouponRow coupons={coupons} isByHand={isByHand} onTap={() => setOpen(true)} />
      {coupons && (
        <CouponSheet
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          coupons={coupons}
          isByHand={isByHand}
          isBusy={checkout.isRepricing}
          onChoose={checkout.choose}
        />
      )}
    </>
  )
}

/** Each coupon as a line of the breakdown. */
export const couponLines = ({ coupons }: QuoteView) =>
  [coupons?.goods, coupons?.freight].flatMap((it) =>
    it ? [{ slot: it.coupon.slot, title: benefitText(it.coupon, it.coupon.slot), offFen: it.offFen }] : [],
  )

/** Why a coupon that was chosen serves no more, by its name where it is known; null where none was lost. */
export function lostText(lost: LostCoupon | null, { coupons }: QuoteView): string | null {
  if (!lost) return null
  const all = [...(coupons?.usable ?? []), ...(coupons?.unusable ?? [])]
  const coupon = all.find((it) => it.coupon.id === lost.couponId)?.coupon
  const name = coupon ? `「${benefitText(coupon, coupon.slot)}」` : '选好的券'
  return `${name}${lost.reason ? unusableText(lost.reason) : '现在用不了'}。`
}
