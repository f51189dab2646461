import { type RunningShop, startShop } from '../support/shop/start-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'
import { aPaidOrder, aShopper, type Bought } from '../support/weapp/shopper'

const MANAGER = 'zhou-min'
const ORDER = 'packages/orders/pages/detail/index'
const REQUEST = 'packages/orders/pages/after-sale/index'
const DECISION = 'packages/manage/pages/after-sale-detail/index'

describe('giving goods back after the parcel has left', () => {
  let shop: RunningShop

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterAll(() => shop.stop())

  it('goes from the wish to the manager’s yes, the parcel back, and the money', async () => {
    const order = await aSentOrder('sends-back')
    const id = await asksBack('sends-back', order, '收到时有破损')

    await on({ user: MANAGER, path: DECISION, query: `id=${id}` }, async ({ screen }) => {
      await screen.tap('同意退货')
      await screen.tap('.decision-sheet__yes')
      await screen.waitFor('等顾客寄回')
    })
    await on({ user: 'sends-back', path: REQUEST, query: `id=${id}` }, async ({ screen }) => {
      await screen.waitFor('请寄回商品')
      await screen.tap('.after-sale__send')
      await screen.tap('中通快递')
      await screen.waitFor(() => screen.all('.chip--chosen').length > 0)
      await screen.typeNth('.field__input', 1, '78204419980')
      await screen.tap('.send-sheet__send')
      await screen.waitFor('等待店里收货')
    })
    await on({ user: MANAGER, path: DECISION, query: `id=${id}` }, async ({ screen }) => {
      await screen.waitFor('78204419980')
      await screen.tap('已收到货，退款')
      await screen.tap('.decision-sheet__yes')
      await screen.waitFor('已放回库存')
    })
    await moneyIsBack('sends-back', id)
    await on({ user: 'sends-back', path: REQUEST, query: `id=${id}` }, async ({ screen }) => {
      await screen.waitFor('已退款')
      expect(screen.see('退款到账')).toBe(true)
    })
  })

  it('tells the customer why the manager said no', async () => {
    const order = await aSentOrder('too-late')
    const id = await asksBack('too-late', order, '不想要了')

    await on({ user: MANAGER, path: DECISION, query: `id=${id}` }, async ({ screen, phone }) => {
      await screen.tap('不同意')
      await screen.tap('.decision-sheet__yes')
      await screen.waitFor('请写一句原因')
      await screen.typeNth('.field__input', 0, '生鲜签收两天后不退')
      await screen.tap('.decision-sheet__yes')
      await screen.waitFor('已拒绝')
      expect(phone.requests.filter((it) => it.endsWith('/refuse'))).toHaveLength(1)
    })

    await on({ user: 'too-late', path: REQUEST, query: `id=${id}` }, ({ screen }) =>
      screen.waitFor('店里说：生鲜签收两天后不退'),
    )
  })

  it('needs no wish at all where the shop gives a piece back by itself', async () => {
    const order = await aPaidOrder(shop, 'short-of-one', 2)

    await on(
      { user: MANAGER, path: 'packages/manage/pages/ship-order/index', query: `id=${order.id}` },
      async ({ screen, currentPage }) => {
        await screen.tap('主动退款')
        await screen.tapNth('.stepper__side', 1)
        await screen.waitFor(() => /退款 ¥\d/.test(screen.text()))
        await screen.tap('.give-sheet__give')
        await screen.waitFor(() => currentPage().route === DECISION, 'the refund')
        await screen.waitFor('商家缺货')
      },
    )

    const { call } = await aShopper(shop, 'short-of-one')
    const { afterSales } = await call<{ afterSales: object[] }>('GET', `/orders/${order.id}`)
    expect(afterSales).toMatchObject([{ quantity: 1 }])
  })

  it('can be taken back while nobody has decided', async () => {
    const order = await aSentOrder('second-thoughts')
    const id = await asksBack('second-thoughts', order, '不想要了')

    await on({ user: 'second-thoughts', path: REQUEST, query: `id=${id}` }, async ({ screen }) => {
      await screen.tap('撤销申请')
      await screen.waitFor('已撤销')
    })

    await on({ user: 'second-thoughts', path: ORDER, query: `id=${order.id}` }, ({ screen }) =>
      screen.waitFor('申请售后'),
    )
  })

  /** One visit: two phones at once would share the page's code. */
  async function on(
    opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>,
    visit: (app: OpenApp) => Promise<void>,
  ): Promise<void> {
    const app = await openApp({ ...shop, ...opening })
    await visit(app)
    expect(app.faults).toEqual([])
    await app.close()
  }

  async function moneyIsBack(user: string, id: string): Promise<void> {
    const { call } = await aShopper(shop, user)
    for (;;) {
      const { state } = await call<{ state: string }>('GET', `/after-sales/${id}`)
      if (state === 'refunded') return
      await new Promise((look) => setTimeout(look, 50))
    }
  }

  async function aSentOrder(user: string): Promise<Bought> {
    const order = await aPaidOrder(shop, user)
    const { call } = await aShopper(shop, MANAGER)
    const parcels = [{ company: 'ZTO', trackingNumber: `ZTO${order.number.slice(-10)}` }]
    await call('POST', `/manage/shipping/${order.id}/parcels`, { requestId: `send-${user}`, parcels })
    return order
  }

  /** The customer's way from the order to the request; its id. */
  async function asksBack(user: string, order: Bought, reason: string): Promise<string> {
    let id = ''
    await on({ user, path: ORDER, query: `id=${order.id}` }, async (customer) => {
      await customer.screen.tap('申请售后')
      await customer.screen.tap(reason)
      await customer.screen.waitFor(() => customer.screen.all('.chip--chosen').length > 0)
      await customer.settled()
      await customer.screen.tap('.refund__submit')
      await customer.screen.waitFor('等待店里处理')
      id = customer.currentPage().query.id ?? ''
    })
    return id
  }
})
