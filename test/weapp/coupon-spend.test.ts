import { type RunningShop, startShop } from '../support/shop/start-shop'
import { aRung, type CouponShop, openCouponShop, yuanOff } from '../support/weapp/coupon-shop'
import { GROUP, PRODUCT, TOKENS } from '../support/weapp/demo-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'

const TAB = 'pages/coupons/index'

interface Quote {
  readonly payableFen: number
}

describe('spending a coupon', () => {
  let shop: RunningShop
  let coupons: CouponShop
  let skuId: string
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
    coupons = await openCouponShop(shop)
    const anybody = await coupons.login('anybody')
    const { productId } = await coupons.call<{ productId: string }>(
      anybody,
      'GET',
      `/shares/${TOKENS.staffCard}`,
    )
    const { skus } = await coupons.call<{ skus: { id: string }[] }>(anybody, 'GET', `/products/${productId}`)
    skuId = skus[0]?.id ?? ''
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('goes from the claim through the upgrade, which a group friend’s purchase opens, to the order and its refundable sum', async () => {
    const id = await coupons.campaign({
      title: '一起买',
      tiers: [
        aRung(),
        aRung({ thresholdFen: 2500, off: yuanOff(6), gate: { kind: 'milestone', buyers: 1 } }),
      ],
    })
    const customer = await openOn({ user: 'climber', group: GROUP, path: TAB, query: `campaignId=${id}` })
    await customer.screen.waitFor('同群再有 1 人下单，升级 满25减6')
    await customer.screen.tap('.offer-button--take', '.ladder-card')
    await customer.screen.waitFor(() => customer.phone.toasts.includes('已领到 满20减2'))

    await friendBuys()
    const again = await openOn({ user: 'climber', group: GROUP, path: TAB, query: `campaignId=${id}` })
    await again.screen.waitFor('可以升级到 满25减6')
    await again.screen.tap('升级')
    await again.screen.waitFor(() => again.phone.toasts.includes('已领到 满25减6'))

    await again.navigate('reLaunch', `/${PRODUCT}?t=${TOKENS.staffCard}`)
    await again.screen.waitFor('券后')
    await buyNow(again)
    await again.screen.waitFor('已为你选好最省的券：满25减6')
    await again.screen.tap('.checkout__pay')
    await again.screen.waitFor('已支付')
    await again.screen.tap('查看订单')
    await again.screen.waitFor('优惠券')
    expect(again.screen.text()).toMatch(/优惠券一起买−¥6/)

    await again.navigate('navigateTo', '/packages/coupons/pages/mine/index')
    await again.screen.waitFor('已使用')
    await again.screen.tap('已使用')
    await again.screen.waitFor('看订单')
    expect(again.faults).toEqual([])
  })

  it('may be chosen otherwise at checkout: another, none, and the best again', async () => {
    const { customer } = await readyToPay('chooser', [
      await coupons.campaign({ title: '大的', tiers: [aRung({ off: yuanOff(7) })] }),
      await coupons.campaign({ title: '小的', tiers: [aRung({ off: yuanOff(3) })] }),
      await coupons.campaign({ title: '够不着', tiers: [aRung({ thresholdFen: 50_000, off: yuanOff(90) })] }),
    ])
    await customer.screen.waitFor('已为你选好最省的券：满20减7')
    const best = payable(customer)

    await customer.screen.tap('优惠券')
    await customer.screen.waitFor(() => /够不着全店可用还差 ¥[\d.]+ 可用/.test(customer.screen.text()))
    await customer.screen.tap('小的', '.sheet')
    await customer.screen.waitFor('共省 ¥3，就这样')
    expect(payable(customer)).toBe(best + 400)

    await customer.screen.tap('小的', '.sheet')
    await customer.screen.waitFor('不用券，就这样')
    expect(payable(customer)).toBe(best + 700)

    await customer.screen.tap('选最省的', '.sheet')
    await customer.screen.waitFor('共省 ¥7，就这样')
    expect(payable(customer)).toBe(best)
    expect(customer.faults).toEqual([])
  })

  it('that was spent elsewhere meanwhile changes the price only after a tap on the new one', async () => {
    const id = await coupons.campaign({ title: '只有一张', tiers: [aRung({ off: yuanOff(9) })] })
    const { customer, copies } = await readyToPay('two-phones', [id])
    await customer.screen.waitFor('已为你选好最省的券：满20减9')
    const shown = payable(customer)
    await spendElsewhere('two-phones', copies[0] ?? '')

    await customer.screen.tap('.checkout__pay')

    await customer.screen.waitFor('有张券刚刚用不了了')
    expect(customer.screen.see('贵了 ¥9，确认后再付款')).toBe(true)
    expect(customer.screen.see('已支付')).toBe(false)
    await customer.settled()
    await customer.screen.tap('按新价格下单')
    await customer.screen.waitFor('已支付')
    expect(customer.screen.text()).toContain(((shown + 900) / 100).toFixed(2).replace(/\.?0+$/, ''))
    expect(customer.faults).toEqual([])
  })

  it('shows in the cart what each line saves, and how little is missing for the next', async () => {
    const caller = await coupons.login('cart-saver')
    await coupons.claim(
      caller,
      await coupons.campaign({ title: '马上能用', tiers: [aRung({ off: yuanOff(4) })] }),
    )
    await coupons.claim(
      caller,
      await coupons.campaign({ title: '差一点', tiers: [aRung({ thresholdFen: 5000, off: yuanOff(15) })] }),
    )
    await coupons.call(caller, 'POST', '/cart/lines', { skuId, quantity: 1 })

    const customer = await openOn({ user: 'cart-saver', path: 'pages/cart/index' })

    await customer.screen.waitFor('用券省 ¥4')
    expect(customer.screen.text()).toMatch(/再买 ¥[\d.]+ 可用 满50减15现在用 满20减4，省 ¥4/)
    expect(customer.screen.text()).toContain('券省 ¥4')
    expect(customer.faults).toEqual([])
  })

  it('holds a coupon while its order waits for the money, and gives it back when the order is cancelled', async () => {
    const id = await coupons.campaign({ title: '等一下', tiers: [aRung({ off: yuanOff(5) })] })
    const { customer } = await readyToPay('waverer', [id])
    await customer.screen.waitFor('已为你选好最省的券：满20减5')
    customer.phone.payOutcome = 'cancel'
    await customer.screen.tap('.checkout__pay')
    await customer.screen.waitFor('待付款')

    await customer.navigate('navigateTo', '/packages/coupons/pages/mine/index')
    await customer.screen.waitFor('付款后生效，取消订单会退回来')
    await customer.back()
    await customer.screen.tap('取消订单')
    await customer.screen.waitFor('已关闭')

    await customer.navigate('navigateTo', '/packages/coupons/pages/mine/index')
    await customer.screen.waitFor('去使用')
    expect(customer.faults).toEqual([])
  })

  /** At checkout with one piece, an address, and a copy of each campaign. */
  async function readyToPay(user: string, campaigns: readonly string[]) {
    const caller = await coupons.login(user)
    const copies: string[] = []
    for (const id of campaigns) copies.push((await coupons.claim(caller, id)).id)
    const customer = await openOn({ user, path: PRODUCT, query: `t=${TOKENS.staffCard}` })
    await customer.screen.waitFor('红富士')
    await buyNow(customer)
    return { customer, copies }
  }

  async function spendElsewhere(user: string, goods: string): Promise<void> {
    const caller = await coupons.login(user)
    const { items } = await coupons.call<{ items: { id: string }[] }>(caller, 'GET', '/addresses')
    const addressId = items[0]?.id
    const lines = [{ skuId, quantity: 1 }]
    const couponIds = { goods, freight: null }
    const { payableFen } = await coupons.call<Quote>(caller, 'POST', '/quotes', {
      lines,
      addressId,
      couponIds,
    })
    await coupons.call(caller, 'POST', '/orders', {
      requestId: `elsewhere-${user}`,
      lines,
      addressId,
      couponIds,
      expectedPayableFen: payableFen,
      sentAt: Date.now(),
    })
  }

  async function friendBuys(): Promise<void> {
    const friend = await openOn({
      user: 'friend',
      group: GROUP,
      path: PRODUCT,
      query: `t=${TOKENS.staffCard}`,
    })
    await friend.screen.waitFor('红富士')
    await friend.settled()
    await buyNow(friend)
    await friend.screen.tap('.checkout__pay')
    await friend.screen.waitFor('已支付')
  }

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }
})

/** From the product page straight to checkout, with WeChat's address. */
async function buyNow({ screen, settled }: OpenApp): Promise<void> {
  await screen.tap('立即购买')
  await screen.tap('立即购买', '.sheet')
  await screen.tap('.address-card__wechat')
  await settled()
}

/** What the bar at the bottom asks for, in fen. */
function payable({ screen }: OpenApp): number {
  const words = screen.find('.pay-bar__sum').textContent ?? ''
  return Math.round(Number(/¥([\d.]+)/.exec(words)?.[1]) * 100)
}
