import type { CouponChoice } from '@contract/coupon'
import type { OrderView, QuoteView } from '@contract/order'
import type { TouchReport } from '@contract/touch'
import { useRef, useState } from 'react'
import { errorText } from '../../platform/error-text'
import { useAction } from '../../platform/use-action'
import { type Query, useQuery } from '../../platform/use-query'
import type { LostCoupon } from './lost-coupon'
import { placeOrder } from './place'
import { type Priced, priceOf } from './priced'
import { type Wanted, wantedText } from './wanted'

/** The price moved between looking and paying: both are shown, and nothing is paid before it is confirmed. */
export interface PriceChange {
  readonly was: number
  readonly quote: QuoteView
  /** It moved because this coupon serves no more. */
  readonly lost: LostCoupon | null
}

export interface Checkout {
  readonly priced: Query<Priced>
  readonly change: PriceChange | null
  readonly dropChange: () => void
  /** The coupons chosen by hand; empty while the shop chooses the best. */
  readonly choice: CouponChoice
  readonly choose: (choice: CouponChoice) => void
  /** Another choice or address: its price is on its way, what is shown is the one before. */
  readonly isRepricing: boolean
  readonly remark: string
  readonly setRemark: (text: string) => void
  readonly isBusy: boolean
  /** Places the order at this price; what went wrong is said in `fault` or shown as a change. */
  readonly submit: (quote: QuoteView) => Promise<unknown>
  readonly fault: string | null
}

interface Given {
  readonly wanted: readonly Wanted[] | null
  /** undefined while the addresses are not known. */
  readonly addressId: string | null | undefined
  readonly touches: () => TouchReport[]
  readonly onPlaced: (order: OrderView) => Promise<void>
  readonly onMadeBefore: (orderId: string) => void
}

/** Everything between a wish and an order. */
export function useCheckout({ wanted, addressId, touches, onPlaced, onMadeBefore }: Given): Checkout {
  const [remark, setRemark] = useState('')
  const [change, setChange] = useState<PriceChange | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [choice, choose] = useState<CouponChoice>({})
  const isKnown = wanted !== null && wanted.length > 0 && addressId !== undefined
  const priced = useQuery(
    isKnown ? `quote.${wantedText(wanted)}.${addressId ?? ''}.${JSON.stringify(choice)}` : null,
    () => priceOf(wanted ?? [], addressId ?? undefined, choice),
  )
  const shown = useRef<Priced | null>(null)
  if (priced.status === 'ready') shown.current = priced.value
  const isRepricing = priced.status === 'loading' && shown.current !== null

  const { isBusy, run } = useAction(async (quote: QuoteView) => {
    if (!addressId) return
    setFault(null)
    const placing = await placeOrder({
      lines: quote.lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
      addressId,
      expectedPayableFen: quote.payableFen,
      couponIds: {
        goods: quote.coupons?.goods?.coupon.id ?? null,
        freight: quote.coupons?.freight?.coupon.id ?? null,
      },
      remark,
      touches: touches(),
    })
    switch (placing.kind) {
      case 'placed':
        setChange(null)
        return onPlaced(placing.order)
      case 'made_before':
        return onMadeBefore(placing.orderId)
      case 'price_changed':
        setChange({ was: quote.payableFen, quote: placing.quote, lost: null })
        return priced.reload()
      case 'coupon_lost':
        if (placing.lost.quote)
          setChange({ was: quote.payableFen, quote: placing.lost.quote, lost: placing.lost })
        else setFault('选好的券刚刚用不了了，价格已重新算过，请看一眼再付款')
        choose({})
        return priced.reload()
      case 'shortage':
        setChange(null)
        setFault('库存刚有变化，请看一眼再付款')
        return priced.reload()
      case 'lost':
        return setFault('网络不太好，订单还没确认。再点一次不会重复下单')
      case 'refused':
        setChange(null)
        return setFault(errorText(placing.error))
    }
  })
  const { reload } = priced
  return {
    priced:
      isRepricing && shown.current
        ? { status: 'ready', value: shown.current, stale: false, isRefreshing: true, reload }
        : priced,
    change,
    dropChange: () => setChange(null),
    choice,
    choose,
    isRepricing,
    remark,
    setRemark,
    isBusy,
    submit: run,
    fault,
  }
}
