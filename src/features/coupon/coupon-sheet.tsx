import type { CouponChoice, CouponView, QuoteCoupons } from '@contract/coupon'
import { View } from '@tarojs/components'
import { serverNow } from '../../platform/clock'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { yuanText } from '../../ui/yuan'
import { CouponTicket } from './coupon-ticket'
import { unusableText } from './unusable-words'
import './coupon-sheet.scss'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly coupons: QuoteCoupons
  readonly isByHand: boolean
  /** The price is being asked for with another choice. */
  readonly isBusy: boolean
  readonly onChoose: (choice: CouponChoice) => void
}

const SLOTS = [
  { slot: 'goods', name: '商品券' },
  { slot: 'freight', name: '运费券' },
] as const

/** Every coupon of mine for this order: one of each kind to choose, the others with why not. */
export function CouponSheet({ isOpen, onClose, coupons, isByHand, isBusy, onChoose }: Props) {
  const picked = { goods: coupons.goods?.coupon.id ?? null, freight: coupons.freight?.coupon.id ?? null }
  const toggle = ({ id, slot }: CouponView) =>
    onChoose({ ...picked, [slot]: picked[slot] === id ? null : id })
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="选择优惠券"
      foot={
        <View className="coupon-sheet__foot">
          <Button
            kind="tint"
            className="coupon-sheet__best"
            isDisabled={!isByHand || isBusy}
            onTap={() => onChoose({})}
          >
            选最省的
          </Button>
          <Button isBlock className="coupon-sheet__done" isLoading={isBusy} onTap={onClose}>
            {coupons.savedFen > 0 ? `共省 ${yuanText(coupons.savedFen)}，就这样` : '不用券，就这样'}
          </Button>
        </View>
      }
    >
      <View className="coupon-sheet">
        {SLOTS.map(({ slot, name }) => {
          const usable = coupons.usable.filter(({ coupon }) => coupon.slot === slot)
          if (usable.length === 0) return null
          return (
            <View key={slot}>
              <View className="coupon-sheet__head">{name}，一单用一张</View>
              {usable.map(({ coupon, offFen }) => (
                <View key={coupon.id} className="coupon-sheet__one">
                  <CouponTicket
                    coupon={coupon}
                    nowMs={serverNow()}
                    remark={{ text: `这一单可省 ${yuanText(offFen)}`, isUrgent: false }}
                    isChosen={picked[slot] === coupon.id}
                    onTap={() => !isBusy && toggle(coupon)}
                  />
                </View>
              ))}
            </View>
          )
        })}
        {coupons.unusable.length > 0 && <View className="coupon-sheet__head">这一单用不上</View>}
        {coupons.unusable.map(({ coupon, reason }) => (
          <View key={coupon.id} className="coupon-sheet__one">
            <CouponTicket
              coupon={coupon}
              nowMs={serverNow()}
              remark={{ text: unusableText(reason), isUrgent: reason.code === 'coupon.below_minimum' }}
              isOff
            />
          </View>
        ))}
      </View>
    </Sheet>
  )
}
