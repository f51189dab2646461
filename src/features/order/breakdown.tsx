import { View } from '@tarojs/components'
import { cls } from '../../ui/cls'
import { Price } from '../../ui/price'
import './breakdown.scss'

interface Sums {
  readonly goodsFen: number
  readonly discountFen: number
  readonly freightFen: number
  readonly freightDiscountFen: number
  readonly payableFen: number
}

interface Off {
  readonly slot: 'goods' | 'freight'
  /** What it promises, or its name. */
  readonly title: string
  readonly offFen: number
}

interface Props {
  readonly of: Sums
  /** Such as 实付, or 应付 where nothing was paid yet. */
  readonly total: string
  /** Below freight, such as how far free freight is. */
  readonly freightNote?: string
  readonly refundedFen?: number
  /** The coupons among what is taken off: each gets a line of its own. */
  readonly coupons?: readonly Off[]
}

/** How the sum comes about, each part on its own line, so that anybody can add it up: goods − off + freight = payable. */
export function Breakdown({ of, total, freightNote, refundedFen = 0, coupons = [] }: Props) {
  const goods = coupons.find(({ slot }) => slot === 'goods')
  const freight = coupons.find(({ slot }) => slot === 'freight')
  const otherOff = of.discountFen - (goods?.offFen ?? 0)
  const otherFreightOff = of.freightDiscountFen - (freight?.offFen ?? 0)
  return (
    <View className="breakdown">
      <Part name="商品金额" fen={of.goodsFen} />
      {otherOff > 0 && <Part name={goods ? '活动优惠' : '优惠'} fen={-otherOff} isOff />}
      {goods && <Part name="优惠券" fen={-goods.offFen} note={goods.title} isOff />}
      <Part name="运费" fen={of.freightFen} note={freightNote} />
      {freight && <Part name="运费券" fen={-freight.offFen} note={freight.title} isOff />}
      {otherFreightOff > 0 && <Part name="运费优惠" fen={-otherFreightOff} isOff />}
      <View className="breakdown__total">
        <View className="breakdown__total-name">{total}</View>
        <Price fen={of.payableFen} />
      </View>
      {refundedFen > 0 && <Part name="已退款" fen={-refundedFen} isOff />}
    </View>
  )
}

interface PartProps {
  readonly name: string
  readonly fen: number
  readonly isOff?: boolean
  readonly note?: string
}

function Part({ name, fen, isOff, note }: PartProps) {
  return (
    <View className="breakdown__part">
      <View className="breakdown__name">
        {name}
        {note && <View className="breakdown__note">{note}</View>}
      </View>
      <View className={cls('breakdown__sign', isOff && 'breakdown__sign--off')}>{isOff ? '−' : ''}</View>
      <Price fen={Math.abs(fen)} size="small" tone={isOff ? 'accent' : 'ink'} />
    </View>
  )
}
