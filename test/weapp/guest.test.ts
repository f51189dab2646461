import { type RunningShop, startShop } from '../support/shop/start-shop'
import { GROUP, PRODUCT, STAFF, TOKENS } from '../support/weapp/demo-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'

/** DevTools' guest appid has no login, group or payment of its own; the shop says that WeChat is simulated. */
describe("DevTools' guest", () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('comes from the group that the compile mode names, buys, pays, and is credited to who shared', async () => {
    const guest = await openOn({
      path: PRODUCT,
      query: `t=${TOKENS.staffCard}&_as=devtools-guest&_group=${GROUP}`,
      scene: 1008,
      chatType: 3,
    })
    await guest.screen.waitFor('红富士')
    await guest.screen.tap('.product__add')
    await guest.settled()
    await guest.screen.tap('.sku-sheet__confirm')
    await guest.settled()
    await guest.navigate('switchTab', '/pages/home/index')
    await guest.screen.waitFor('春风小区1群')

    await guest.navigate('switchTab', '/pages/cart/index')
    await guest.screen.tap('.cart__checkout')
    await guest.screen.tap('.address-card__wechat')
    await guest.settled()
    await guest.screen.tap('.checkout__pay')
    await guest.screen.waitFor('已支付')
    expect(guest.faults).toEqual([])

    const staff = await openOn({ user: STAFF, isGuest: false, path: 'packages/staff/pages/orders/index' })
    await staff.screen.waitFor('归属成交')
    const newest = staff.screen.text().split('归属成交').slice(0, 2).join('归属成交')
    expect(newest).toMatch(
      /待发货烟台红富士苹果.*春风小区1群¥29\.90归属成交.*从「春风小区1群」打开你分享的卡片/,
    )
  })

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, isGuest: true, ...opening })
    open.push(app)
    return app
  }
})
