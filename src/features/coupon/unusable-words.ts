import type { UnusableReason } from '@contract/coupon'
import { dayText, momentText } from '@domain/shop-time'
import { yuanText } from '../../ui/yuan'

/** Why a coupon of mine does not serve for this order, in a few words. */
export function unusableText(reason: UnusableReason): string {
  switch (reason.code) {
    case 'coupon.below_minimum':
      return `还差 ${yuanText(reason.shortBy)} 可用`
    case 'coupon.out_of_scope':
      return '所选商品不在适用范围'
    case 'coupon.not_started':
      return `${momentText(reason.from)} 起可用`
    case 'coupon.expired':
      return `${dayText(reason.at - 1)}已到期`
    case 'coupon.reserved':
      return '被一笔待付款订单占用'
    case 'coupon.used':
      return '已经用过了'
    case 'coupon.upgraded':
      return '已升级成更高一档'
    case 'coupon.nothing_to_reduce':
      return '这一单没有可抵的金额'
    case 'coupon.slot_taken':
      return '已选了另一张同类的券'
    default:
      return '现在用不了'
  }
}
