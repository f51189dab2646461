import type { QuoteCoupons } from '@contract/coupon'
import { View } from '@tarojs/components'
import { Cell } from '../../ui/cell'
import { yuanText } from '../../ui/yuan'
import { benefitText } from './words'
import './coupon-row.scss'

interface Props {
  readonly coupons: QuoteCoupons | undefined
  /** The member chose by hand; else the shop chose the best. */
  readonly isByHand: boolean
  readonly onTap: () => void
}

/** Which coupons the order is priced with and what they save. */
export function CouponRow({ coupons, isByHand, onTap }: Props) {
  const count = (coupons?.usable.length ?? 0) + (coupons?.unusable.length ?? 0)
  if (!coupons || count === 0) return <Cell icon="coupon" title="优惠券" value="没有可用的券" />
  const chosen = [coupons.goods, coupons.freight].flatMap((it) =>
    it ? [benefitText(it.coupon, it.coupon.slot)] : [],
  )
  const words =
    chosen.length === 0
      ? coupons.usable.length > 0
        ? `有 ${coupons.usable.length} 张可用，这次没有用`
        : '手里的券这一单还用不上'
      : isByHand
        ? `已用 ${chosen.join(' + ')}`
        : `已为你选好最省的券：${chosen.join(' + ')}`
  const value =
    coupons.savedFen > 0 ? (
      <View className="coupon-row__saved">−{yuanText(coupons.savedFen)}</View>
    ) : coupons.usable.length > 0 ? (
      `${coupons.usable.length} 张可用`
    ) : (
      '看看'
    )
  return (
    <View className="coupon-row">
      <Cell icon="coupon" title="优惠券" note={words} value={value} onTap={onTap} />
    </View>
  )
}
