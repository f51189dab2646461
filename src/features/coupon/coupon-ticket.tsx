import type { CouponView } from '@contract/coupon'
import { dayText, momentText } from '@domain/shop-time'
import type { ReactNode } from 'react'
import { Ticket } from '../../ui/ticket'
import { figureOf } from './ticket-figure'
import { capText, scopeText, thresholdText, untilText } from './words'

interface Props {
  readonly coupon: CouponView
  readonly nowMs: number
  readonly action?: ReactNode
  /** What is said in place of its end, such as why it does not serve here. */
  readonly remark?: { readonly text: string; readonly isUrgent?: boolean }
  readonly isOff?: boolean
  readonly isChosen?: boolean
  readonly onTap?: () => void
}

const STAMPS: Readonly<Partial<Record<CouponView['state'], string>>> = {
  reserved: '占用中',
  used: '已使用',
  expired: '已过期',
  upgraded: '已升级',
}

/** My copy, with its state by colour and by word. */
export function CouponTicket({ coupon, nowMs, action, remark, isOff, isChosen, onTap }: Props) {
  const { state, off, slot } = coupon
  const cap = capText(off)
  return (
    <Ticket
      className="coupon-ticket"
      figure={figureOf(coupon.off)}
      asks={`${thresholdText(coupon.thresholdFen)}${coupon.thresholdFen > 0 ? '可用' : ''}`}
      title={coupon.title}
      lines={[
        {
          key: 'scope',
          text: [slot === 'freight' && '抵运费', scopeText(coupon.scope), cap].filter(Boolean).join(' · '),
        },
        {
          key: 'end',
          text: remark?.text ?? endText(coupon, nowMs),
          isUrgent: remark ? remark.isUrgent : isUrgent(coupon),
        },
      ]}
      tone={
        isOff || state === 'used' || state === 'expired' || state === 'upgraded'
          ? 'off'
          : state === 'reserved'
            ? 'held'
            : 'ready'
      }
      stamp={action || isChosen !== undefined ? undefined : STAMPS[state]}
      action={action}
      isChosen={isChosen}
      onTap={onTap}
    />
  )
}

const isUrgent = ({ state, isExpiringSoon }: CouponView) => state === 'claimed' && isExpiringSoon

function endText({ state, validFrom, validUntil }: CouponView, nowMs: number): string {
  if (state === 'used') return '已在订单里抵扣'
  if (state === 'expired') return `${dayText(validUntil - 1)}到期，没有用上`
  if (state === 'reserved') return '付款后生效，取消订单会退回来'
  return nowMs < validFrom ? `${momentText(validFrom)} 起可用` : untilText(validUntil, nowMs)
}
