import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Bone } from '../../ui/bone'
import { Icon } from '../../ui/icon'
import { Staircase, type Step } from '../../ui/staircase'
import './coupon-strip.scss'

interface Props {
  /** The staircase in small; an icon stands where there is no second step. */
  readonly steps: readonly Step[]
  readonly title: ReactNode
  readonly note: ReactNode
  /** The word at the right end. */
  readonly more: string
  readonly onTap: () => void
  readonly className?: string
}

/** One row about coupons: the small staircase, what it says, where it leads. */
export function CouponStrip({ steps, title, note, more, onTap, className }: Props) {
  return (
    <View
      className={`coupon-strip ${className ?? ''}`}
      hoverClass="coupon-strip--pressed"
      ariaRole="button"
      onClick={onTap}
    >
      {steps.length > 1 ? (
        <View className="coupon-strip__stairs">
          <Staircase size="small" steps={steps} />
        </View>
      ) : (
        <Icon name="coupon" className="coupon-strip__icon" />
      )}
      <View className="coupon-strip__words">
        <View className="coupon-strip__title">{title}</View>
        {note && <View className="coupon-strip__note">{note}</View>}
      </View>
      <View className="coupon-strip__more">
        {more}
        <Icon name="arrow" size="note" />
      </View>
    </View>
  )
}

/** Before it is known, equally high. */
export function CouponStripSkeleton() {
  return (
    <View className="coupon-strip">
      <Bone shape="block" className="coupon-strip__bone" />
      <View className="coupon-strip__words">
        <Bone width="half" />
      </View>
    </View>
  )
}
