import type { OrderView } from '@contract/order'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { AddressLines } from '../../../../features/address/address-lines'
import { BriefsCard } from '../../../../features/after-sale/briefs-card'
import { ServingCard } from '../../../../features/home/serving-card'
import { NotifyRow } from '../../../../features/notify/notify-row'
import { Breakdown } from '../../../../features/order/breakdown'
import { GoodsLine } from '../../../../features/order/goods-line'
import { OrderBar } from '../../../../features/order/order-bar'
import { OrderFacts } from '../../../../features/order/order-facts'
import { OrderHelp } from '../../../../features/order/order-help'
import { OrderHistory } from '../../../../features/order/order-history'
import { ParcelsCard } from '../../../../features/order/parcels-card'
import { StateHead } from '../../../../features/order/state-head'
import { useCancel } from '../../../../features/order/use-cancel'
import { useParcels } from '../../../../features/order/use-parcels'
import { usePay } from '../../../../features/order/use-pay'
import { useReceive } from '../../../../features/order/use-receive'
import { Shell } from '../../../../features/shell/shell'
import { go } from '../../../../platform/navigate'
import { useNetwork } from '../../../../platform/network'
import { useShop } from '../../../../platform/shop'
import { Banner } from '../../../../ui/banner'
import { Card } from '../../../../ui/card'
import { Icon } from '../../../../ui/icon'
import { useBuyAgain } from '../../use-buy-again'
import './index.scss'

interface Props {
  readonly order: OrderView
  readonly isStale: boolean
  readonly reload: () => Promise<void>
}

/** One order: where it stands, where it goes, what it holds, how its sum comes about. */
export function OrderScreen({ order, isStale, reload }: Props) {
  const paying = usePay()
  const cancelling = useCancel(() => void reload())
  const receiving = useReceive(() => void reload())
  const again = useBuyAgain()
  const parcels = useParcels(order)
  const shop = useShop((s) => s.shop)
  const isOnline = useNetwork((s) => s.isOnline)
  const [isUnsure, setUnsure] = useState(false)
  useReloadWhileClosing(order, reload)
  const pay = async () => {
    const end = await paying.run(order.id)
    setUnsure(end?.kind === 'unsure')
    await reload()
  }
  const askAgain = async () => {
    await paying.ask(order.id)
    await reload()
  }
  const deeds: Readonly<Record<OrderView['actions'][number], () => unknown>> = {
    pay,
    cancel: () => cancelling.run(order.id),
    confirm_receipt: () => receiving.run(order.id),
    refund: () => go('refund', { order: order.id }),
    ask_refund: () => go('refund', { order: order.id }),
    buy_again: () => again.run(order.lines),
  }
  const busy = paying.isBusy
    ? 'pay'
    : cancelling.isBusy
      ? 'cancel'
      : receiving.isBusy
        ? 'confirm_receipt'
        : again.isBusy
          ? 'buy_again'
          : null
  const bar = order.actions.length > 0 && (
    <OrderBar order={order} busy={busy} onAct={(action) => void deeds[action]()} />
  )
  return (
    <Shell className="order-detail" bar={bar || undefined}>
      {isStale && isOnline && (
        <Banner icon="cloud" tone="warning" isWide>
          没有连上，订单可能不是最新
        </Banner>
      )}
      {paying.isAsking && (
        <Banner icon="clock" tone="warning" isWide>
          支付结果确认中，请稍等片刻
        </Banner>
      )}
      {isUnsure && order.state === 'unpaid' && !paying.isAsking && (
        <Banner
          icon="clock"
          tone="warning"
          isWide
          action={{ text: '再查一次', onTap: () => void askAgain() }}
        >
          支付结果确认中，已付款的话请不要重复支付
        </Banner>
      )}
      <StateHead order={order} onTimeUp={() => void reload()} />
      {order.state === 'unpaid' && (
        <NotifyRow isAlone moment="place_order" text="付款成功时微信通知我" done="已开启，付款成功会通知你" />
      )}
      {order.state === 'paid' && (
        <NotifyRow isAlone moment="after_payment" text="发货时微信通知我" done="已开启，发货时会通知你" />
      )}
      <BriefsCard items={order.afterSales} onOpen={(id) => go('afterSale', { id })} />
      {parcels.status === 'ready' && <ParcelsCard parcels={parcels.value} />}
      <Card>
        <View className="order-detail__address">
          <Icon name="pin" className="order-detail__pin" />
          <AddressLines address={order.address} />
        </View>
      </Card>
      <Card isFlush>
        <View className="order-detail__lines">
          {order.lines.map((line) => (
            <GoodsLine
              key={line.id}
              line={line}
              notice={line.refundedUnits > 0 ? `已退 ${line.refundedUnits} 件` : undefined}
              onTap={() => go('product', { id: line.productId })}
            />
          ))}
        </View>
        <View className="order-detail__sums">
          <Breakdown
            of={order}
            total={order.paidAt === null ? '应付' : '实付'}
            refundedFen={order.refundedFen}
            coupons={order.coupons}
          />
        </View>
      </Card>
      <OrderHistory order={order} />
      {order.servingStaff && (
        <ServingCard
          staff={order.servingStaff}
          shopName={shop?.name ?? '群店'}
          servicePhone={shop?.servicePhone ?? null}
        />
      )}
      <OrderHelp order={order} onInvoice={() => go('invoice', { order: order.id })} />
      <OrderFacts order={order} />
    </Shell>
  )
}

/** The time to pay is over and the shop is about to close the order: look again until it has. */
function useReloadWhileClosing(order: OrderView, reload: () => Promise<void>): void {
  const isClosing = order.state === 'unpaid' && !order.actions.includes('pay')
  useEffect(() => {
    if (!isClosing) return
    const timer = setInterval(() => void reload(), 3000)
    return () => clearInterval(timer)
  }, [isClosing, reload])
}
