import type { CartView } from '@contract/cart'
import { View } from '@tarojs/components'
import { CartAway } from '../../features/cart/cart-away'
import { CartBar } from '../../features/cart/cart-bar'
import { CartRow } from '../../features/cart/cart-row'
import { CartSkeleton } from '../../features/cart/cart-skeleton'
import { FreightStrip } from '../../features/cart/freight-strip'
import { useCartBadge, useCartView } from '../../features/cart/use-cart'
import { change, useCartDeeds } from '../../features/cart/use-cart-deeds'
import { useCartQuote } from '../../features/cart/use-cart-quote'
import { Shell } from '../../features/shell/shell'
import { confirm } from '../../platform/feedback'
import { go } from '../../platform/navigate'
import { useNetwork } from '../../platform/network'
import { usePageShow, usePullDown } from '../../platform/page'
import { Banner } from '../../ui/banner'
import { Card } from '../../ui/card'
import { Loadable } from '../../ui/loadable'
import { CartCoupons } from './cart-coupons'

const EMPTY = {
  art: 'cart',
  title: '购物车还是空的',
  text: '看到喜欢的先放进来，随时可以改',
  action: { text: '去逛逛', onTap: () => go('home') },
} as const

export default function CartPage() {
  const cart = useCartView()
  useCartBadge()
  usePageShow(() => void cart.reload())
  usePullDown(cart.reload)
  if (cart.status !== 'ready') {
    return (
      <Shell isTab>
        <Loadable of={cart} skeleton={<CartSkeleton />} empty={EMPTY} />
      </Shell>
    )
  }
  return <Filled cart={cart.value} isStale={cart.stale} />
}

function Filled({ cart, isStale }: { readonly cart: CartView; readonly isStale: boolean }) {
  const deeds = useCartDeeds()
  const { quote, isBehind } = useCartQuote(cart)
  const savedOn = (skuId: string) => quote?.lines.find((line) => line.skuId === skuId)?.couponFen ?? 0
  const savedFen = (quote?.lines ?? []).reduce((sum, line) => sum + (line.couponFen ?? 0), 0)
  const isOnline = useNetwork((s) => s.isOnline)
  const lines = cart.lines.filter((line) => line.state === 'ok')
  const away = cart.lines.filter((line) => line.state !== 'ok')
  const chooseAll = (isChosen: boolean) => {
    const others = lines.filter((line) => line.isChosen !== isChosen)
    void change(
      others.map((line) => line.skuId),
      { isChosen },
    )
  }
  const clear = async () => {
    const isSure = await confirm({ title: `清空这 ${away.length} 款吗`, yes: '清空', no: '留着' })
    if (!isSure) return
    await change(
      away.map((line) => line.skuId),
      { isRemoved: true },
    )
  }
  return (
    <Shell
      isTab
      className="cart"
      bar={
        <CartBar
          cart={cart}
          savedFen={savedFen}
          isBehind={isBehind && savedFen > 0}
          onChooseAll={chooseAll}
          onCheckout={() => go('checkout')}
        />
      }
    >
      {isStale && isOnline && (
        <Banner icon="cloud" tone="warning" isWide>
          没有连上，价格和库存可能不是最新
        </Banner>
      )}
      <FreightStrip cart={cart} onMore={() => go('home')} />
      <CartCoupons quote={quote} />
      {lines.length > 0 && (
        <Card isFlush>
          <View className="cart__lines">
            {lines.map((line) => (
              <CartRow
                key={line.skuId}
                line={line}
                deeds={deeds}
                savedFen={line.isChosen ? savedOn(line.skuId) : 0}
              />
            ))}
          </View>
        </Card>
      )}
      <CartAway
        lines={away}
        onClear={() => void clear()}
        onTakeLeft={(line) => void change([line.skuId], { quantity: line.maxQuantity, isChosen: true })}
      />
    </Shell>
  )
}
