import { type RunningShop, startShop } from '../support/shop/start-shop'
import { GROUP, PRODUCT, STAFF, TOKENS } from '../support/weapp/demo-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'

describe('a purchase from a card in a group', () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('goes from the card to the cart, the order, the money and 已支付, and the staff member sees why it is theirs', async () => {
    const customer = await openOn({
      user: 'first-buyer',
      group: GROUP,
      path: PRODUCT,
      query: `t=${TOKENS.staffCard}`,
    })
    await putInCart(customer)
    await orderWhatIsInTheCart(customer)

    await customer.screen.waitFor('已支付')
    await customer.screen.tap('查看订单')
    await customer.settled()

    expect(customer.currentPage().route).toBe('packages/orders/pages/detail/index')
    expect(customer.screen.see('支付成功')).toBe(true)
    expect(customer.faults).toEqual([])

    const staff = await openOn({ user: STAFF, path: 'packages/staff/pages/orders/index' })
    await staff.screen.waitFor('归属成交')
    const newest = staff.screen.text().split('归属成交').slice(0, 2).join('归属成交')

    expect(newest).toMatch(
      /待发货烟台红富士苹果.*林\*.*春风小区1群¥29\.90归属成交.*从「春风小区1群」打开你分享的卡片/,
    )
    expect(staff.faults).toEqual([])
  })

  it('keeps the order for paying later when the customer leaves the pay sheet', async () => {
    const customer = await openOn({
      user: 'hesitant',
      group: GROUP,
      path: PRODUCT,
      query: `t=${TOKENS.staffCard}`,
    })
    customer.phone.payOutcome = 'cancel'
    await putInCart(customer)
    await orderWhatIsInTheCart(customer)
    await customer.screen.waitFor('待付款')

    customer.phone.payOutcome = 'ok'
    await customer.screen.tap('去支付')

    await customer.screen.waitFor('支付成功')
    expect(customer.faults).toEqual([])
  })

  it('believes the shop and not the phone when the phone says the payment failed', async () => {
    const customer = await openOn({
      user: 'unlucky',
      group: GROUP,
      path: PRODUCT,
      query: `t=${TOKENS.staffCard}`,
    })
    customer.phone.payOutcome = 'unknown'
    await putInCart(customer)

    await orderWhatIsInTheCart(customer)

    await customer.screen.waitFor(() => /已支付|支付成功/.test(customer.screen.text()))
    expect(customer.faults).toEqual([])
  })

  it('makes one order of a double tap', async () => {
    const customer = await openOn({
      user: 'impatient',
      group: GROUP,
      path: PRODUCT,
      query: `t=${TOKENS.staffCard}`,
    })
    await putInCart(customer)
    await checkOut(customer)

    await Promise.all([customer.screen.tap('.checkout__pay'), customer.screen.tap('.checkout__pay')])
    await customer.screen.waitFor('已支付')

    expect(customer.phone.requests.filter((request) => request === 'POST /orders')).toHaveLength(1)
  })

  it.each([
    ['an unknown token', `t=${TOKENS.unknownCard}`],
    ['a token nobody could have made', 't=%E4%B9%B1%00..%2F%2F'],
    ['no token at all', ''],
  ])('lets %s buy all the same', async (_what, query) => {
    const customer = await openOn({ user: 'stranger', path: 'pages/home/index', query })
    await customer.screen.waitFor('红富士')

    await customer.screen.tap('烟台红富士苹果 脆甜多汁')
    await customer.settled()

    expect(customer.currentPage().route).toBe(PRODUCT)
    expect(customer.screen.see('加入购物车')).toBe(true)
    expect(customer.faults).toEqual([])
  })

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }
})

async function putInCart({ screen, settled }: OpenApp): Promise<void> {
  await screen.waitFor('红富士')
  await screen.tap('加入购物车')
  await screen.tap('加入购物车', '.sheet')
  await settled()
}

async function checkOut(customer: OpenApp): Promise<void> {
  const { screen, settled } = customer
  await customer.navigate('switchTab', '/pages/cart/index')
  await screen.tap('.cart__checkout')
  await screen.tap('.address-card__wechat')
  await settled()
}

async function orderWhatIsInTheCart(customer: OpenApp): Promise<void> {
  await checkOut(customer)
  await customer.screen.tap('.checkout__pay')
  await customer.settled()
}
