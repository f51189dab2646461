import type { OrderView, QuoteView } from '@contract/order'
import { AddressCard } from '../../../../features/address/address-card'
import { pickAddress } from '../../../../features/address/store'
import { useAddresses, useOrderAddress, useWechatAddress } from '../../../../features/address/use-addresses'
import { ChangeSheet } from '../../../../features/checkout/change-sheet'
import { CheckoutSkeleton } from '../../../../features/checkout/checkout-skeleton'
import { LinesCard } from '../../../../features/checkout/lines-card'
import { CheckoutOptions } from '../../../../features/checkout/options'
import { PayBar } from '../../../../features/checkout/pay-bar'
import { shortageText } from '../../../../features/checkout/shortage'
import { useCheckout } from '../../../../features/checkout/use-checkout'
import type { Wanted } from '../../../../features/checkout/wanted'
import { Breakdown } from '../../../../features/order/breakdown'
import { GoodsLine } from '../../../../features/order/goods-line'
import { Shell } from '../../../../features/shell/shell'
import { unsentTouches } from '../../../../features/touch/open-shop'
import { toast } from '../../../../platform/feedback'
import { go, goBack, goInstead } from '../../../../platform/navigate'
import type { Query } from '../../../../platform/use-query'
import { Banner } from '../../../../ui/banner'
import { Card } from '../../../../ui/card'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import { yuanText } from '../../../../ui/yuan'
import { CheckoutCoupons, couponLines, lostText } from './checkout-coupons'
import './checkout-screen.scss'

interface Props {
  readonly wanted: Query<Wanted[]>
  /** An order stands and WeChat's pay sheet is on its way. */
  readonly isPaying: boolean
  readonly onPlaced: (order: OrderView) => Promise<void>
}

const freightNote = ({ toFreeFreightFen, freightFen }: QuoteView): string | undefined => {
  if (freightFen === 0) return '这一单免运费'
  return toFreeFreightFen ? `再买 ${yuanText(toFreeFreightFen)} 免运费` : undefined
}

const byHand = () => go('addresses', { edit: 'new', pick: 1 })

/** What is bought, where it goes, what it costs. */
export function CheckoutScreen({ wanted, isPaying, onPlaced }: Props) {
  const addresses = useAddresses()
  const address = useOrderAddress(addresses)
  const wechat = useWechatAddress({ onKept: (it) => pickAddress(it.id), onRefused: byHand })
  const checkout = useCheckout({
    wanted: wanted.status === 'ready' ? wanted.value : null,
    addressId: addresses.status === 'loading' ? undefined : (address?.id ?? null),
    touches: unsentTouches,
    onPlaced,
    onMadeBefore: (id) => {
      toast('刚才的订单已经提交好了')
      goInstead('order', { id })
    },
  })
  if (wanted.status !== 'ready') {
    const action = { text: '回购物车', onTap: () => go('cart') }
    const empty = { art: 'cart', title: '还没有要结算的商品', action } as const
    return (
      <Shell>
        <Loadable of={wanted} skeleton={<CheckoutSkeleton />} empty={empty} />
      </Shell>
    )
  }
  const { priced, change } = checkout
  if (priced.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={priced} skeleton={<CheckoutSkeleton />} />
      </Shell>
    )
  }
  const { quote, shortages, isOutOfReach, lost } = priced.value
  if (!quote) {
    const action = { text: '返回看看', onTap: goBack }
    return (
      <Shell>
        <StateView art="bag" title="这些商品暂时买不了" text="已经卖完或下架了" action={action} />
      </Shell>
    )
  }
  const pay = () => (address ? void checkout.submit(quote) : toast('请先选择收货地址'))
  return (
    <Shell
      className="checkout"
      bar={
        <PayBar
          payableFen={quote.payableFen}
          isEstimate={!address}
          isBusy={checkout.isBusy || checkout.isRepricing || isPaying}
          isDisabled={isOutOfReach}
          onPay={pay}
        />
      }
    >
      {lost && (
        <Banner tone="warning" icon="info" isWide>
          {lostText(lost, quote)}价格已按最省的券重新算过
        </Banner>
      )}
      {checkout.fault && (
        <Banner tone="warning" icon="info" isWide>
          {checkout.fault}
        </Banner>
      )}
      <AddressCard
        address={address}
        isOutOfReach={isOutOfReach}
        isBusy={wechat.isBusy}
        onChange={() => go('addresses', { pick: 1 })}
        onWechat={() => void wechat.run()}
        onByHand={byHand}
      />
      <LinesCard quote={quote} shortages={shortages}>
        {quote.lines.map((line) => {
          const shortage = shortages.find((it) => it.skuId === line.skuId)
          return <GoodsLine key={line.skuId} line={line} notice={shortage && shortageText(shortage)} />
        })}
      </LinesCard>
      <CheckoutOptions remark={checkout.remark} onRemark={checkout.setRemark}>
        <CheckoutCoupons quote={quote} checkout={checkout} />
      </CheckoutOptions>
      <Card>
        <Breakdown
          of={quote}
          total={address ? '实付' : '预计'}
          freightNote={freightNote(quote)}
          coupons={couponLines(quote)}
        />
      </Card>
      <ChangeSheet
        change={change}
        why={change && lostText(change.lost, quote)}
        isBusy={checkout.isBusy}
        onConfirm={() => change && void checkout.submit(change.quote)}
        onClose={checkout.dropChange}
      />
    </Shell>
  )
}
