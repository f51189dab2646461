import { type RunningShop, startShop } from '../support/shop/start-shop'
import { PRODUCT, TOKENS } from '../support/weapp/demo-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'
import { aPaidOrder, aShopper } from '../support/weapp/shopper'

const ORDER = 'packages/orders/pages/detail/index'
const LIST = 'packages/orders/pages/list/index'

describe('an order on the phone', () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('is paid, left, and paid after all, in one order', async () => {
    const customer = await openOn({ user: 'wavering', path: PRODUCT, query: `t=${TOKENS.staffCard}` })
    customer.phone.payOutcome = 'cancel'
    await buyAtOnce(customer)
    await customer.screen.waitFor('待付款')

    await customer.screen.tap('.order-detail__pay')
    await customer.settled()
    expect(customer.screen.see('待付款')).toBe(true)

    customer.phone.payOutcome = 'ok'
    await customer.screen.tap('.order-detail__pay')
    await customer.screen.waitFor('支付成功')

    expect(customer.phone.requests.filter((it) => it === 'POST /orders')).toHaveLength(1)
    expect(customer.faults).toEqual([])
  })

  it('gives one piece of three back at once while nothing has been sent', async () => {
    const order = await aPaidOrder(shop, 'one-too-many', 3)
    const customer = await openOn({ user: 'one-too-many', path: ORDER, query: `id=${order.id}` })
    await customer.screen.tap('申请退款')
    await customer.screen.waitFor('退哪些')

    for (const left of ['2', '1']) {
      await customer.screen.tap('.stepper__side')
      await customer.screen.waitFor(() => customer.screen.all(left, '.stepper').length > 0)
    }
    await customer.settled()
    const promised = customer.screen.find('.refund__sum').textContent ?? ''
    await customer.screen.tap('不想要了')
    await customer.screen.waitFor(() => customer.screen.all('.chip--chosen').length > 0)
    await customer.screen.tap('.refund__submit')
    await customer.screen.waitFor(() => /退款中|已退款/.test(customer.screen.text()))

    const [line, refundedFen] = await onceRefunded('one-too-many', order.id)
    expect(line).toMatchObject({ quantity: 3, refundedUnits: 1 })
    expect(promised).toBe(`退款¥${(refundedFen / 100).toFixed(2).replace(/\.00$/, '')}`)
    expect(customer.faults).toEqual([])
  })

  it('asks for a reason before it gives anything back', async () => {
    const order = await aPaidOrder(shop, 'without-a-word')
    const customer = await openOn({
      user: 'without-a-word',
      path: 'packages/orders/pages/refund/index',
      query: `order=${order.id}`,
    })
    await customer.settled()

    await customer.screen.tap('.refund__submit')

    expect(customer.phone.toasts).toContain('请选择原因')
    expect(customer.currentPage().route).toBe('packages/orders/pages/refund/index')
  })

  it('gets an invoice asked for, once the tax number is one', async () => {
    const order = await aPaidOrder(shop, 'bookkeeper')
    const customer = await openOn({ user: 'bookkeeper', path: ORDER, query: `id=${order.id}` })
    const { screen } = customer
    await screen.tap('发票')
    await screen.tap('单位')
    await screen.waitFor('税号')
    await screen.typeNth('.field__input', 0, '杭州群店科技有限公司')
    await screen.typeNth('.field__input', 1, '91330106MA2CFLDG4A')
    await screen.tap('.invoice__submit')
    await screen.waitFor('税号有一位不对，请对照营业执照再看看')

    await screen.typeNth('.field__input', 1, '91330106MA2CFLDG4R')
    await screen.waitFor(() => !screen.see('税号有一位不对'))
    await screen.tap('.invoice__submit')
    await screen.waitFor('已申请，等店里开票')

    expect(customer.currentPage().route).toBe(ORDER)
    expect(customer.faults).toEqual([])
  })

  it('is bought again in two taps', async () => {
    await aPaidOrder(shop, 'regular')
    const customer = await openOn({ user: 'regular', path: LIST })

    await customer.screen.tap('再次购买')
    await customer.settled()
    expect(customer.currentPage().route).toBe('pages/cart/index')
    await customer.screen.tap('.cart__checkout')

    expect(customer.currentPage().route).toBe('packages/checkout/pages/checkout/index')
    expect(customer.faults).toEqual([])
  })

  /** WeChat's notification brings the money's end; the first line then, and the sum. */
  async function onceRefunded(user: string, orderId: string): Promise<[object | undefined, number]> {
    const { call } = await aShopper(shop, user)
    for (;;) {
      const order = await call<{ refundedFen: number; lines: object[] }>('GET', `/orders/${orderId}`)
      if (order.refundedFen > 0) return [order.lines[0], order.refundedFen]
      await new Promise((look) => setTimeout(look, 50))
    }
  }

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }
})

async function buyAtOnce({ screen, settled }: OpenApp): Promise<void> {
  await screen.tap('立即购买')
  await screen.tap('立即购买', '.sheet')
  await screen.tap('.address-card__wechat')
  await settled()
  await screen.tap('.checkout__pay')
  await settled()
}
