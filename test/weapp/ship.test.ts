import { type RunningShop, startShop } from '../support/shop/start-shop'
import { exchange } from '../support/weapp/http'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'
import { aPaidOrder, aShopper, type Bought } from '../support/weapp/shopper'

const MANAGER = 'zhou-min'
const ORDER = 'packages/orders/pages/detail/index'
const SHIP = 'packages/manage/pages/ship-order/index'

describe('a parcel on its way', () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('is sent by the manager, seen by the customer, and confirmed on WeChat’s own screen', async () => {
    const order = await aPaidOrder(shop, 'at-home')
    await sendIn(order, 'SF1402835577201')

    const customer = await openOn({ user: 'at-home', path: ORDER, query: `id=${order.id}` })
    await customer.screen.waitFor('SF1402835577201')
    expect(customer.screen.see('顺丰速运')).toBe(true)
    await untilWechatKnows(order, 'at-home')
    await customer.screen.tap('.order-detail__confirm_receipt')
    await customer.screen.waitFor('已完成')

    expect(customer.phone.toasts).toContain('已确认收货')
    expect(customer.faults).toEqual([])
  })

  it('stays on its way while the customer only looked at WeChat’s screen', async () => {
    const order = await aPaidOrder(shop, 'only-looking')
    await sendIn(order, 'SF1402835577202')
    await untilWechatKnows(order, 'only-looking')
    const customer = await openOn({ user: 'only-looking', path: ORDER, query: `id=${order.id}` })
    customer.phone.receipt = 'cancel'

    await customer.screen.tap('.order-detail__confirm_receipt')
    await customer.settled()

    expect(customer.screen.see('已发货')).toBe(true)
    expect(customer.phone.requests).not.toContain(`POST /orders/${order.id}/receipt`)
  })

  it('is confirmed elsewhere where this WeChat has no such screen, and the shop’s word counts', async () => {
    const order = await aPaidOrder(shop, 'old-phone')
    await sendIn(order, 'SF1402835577203')
    await untilWechatKnows(order, 'old-phone')
    const customer = await openOn({ user: 'old-phone', path: ORDER, query: `id=${order.id}` })
    customer.phone.receipt = 'absent'

    await customer.screen.tap('.order-detail__confirm_receipt')
    await customer.screen.waitFor(() => customer.phone.toasts.length > 0)

    expect(customer.phone.modals.join()).toContain('订单与卡包')
    expect(customer.phone.toasts).toContain('微信还没有确认收货，稍后会自动更新')
    expect(customer.screen.see('已发货')).toBe(true)
  })

  it('is one of two where an order leaves in parts', async () => {
    const order = await aPaidOrder(shop, 'in-parts', 3)
    const manager = await openOn({ user: MANAGER, path: SHIP, query: `id=${order.id}` })
    await manager.screen.waitFor('还要发 3 件')
    await manager.screen.tap('.ship-order__split')

    await fillIn(manager, 0, 'YT0000000001')
    await fillIn(manager, 1, 'YT0000000002')
    // One of the three moves from the first parcel into the second.
    await manager.screen.tapNth('.stepper__side', 0)
    await manager.screen.waitFor(() => manager.screen.all('2', '.stepper').length > 0)
    await manager.screen.tapNth('.stepper__side', 3)
    await manager.screen.waitFor(() => manager.screen.all('1', '.stepper').length > 0)
    await manager.screen.tap('.ship-order__ship')
    await manager.screen.waitFor('已全部发出')

    const { call } = await aShopper(shop, 'in-parts')
    const { parcels } = await call<{ parcels: { trackingNumber: string; lines: { quantity: number }[] }[] }>(
      'GET',
      `/orders/${order.id}/parcels`,
    )
    expect(parcels.map(({ trackingNumber, lines }) => [trackingNumber, lines[0]?.quantity])).toEqual([
      ['YT0000000001', 2],
      ['YT0000000002', 1],
    ])
    expect(manager.faults).toEqual([])
  })

  it('is told by the one message the customer allowed with a tap', async () => {
    const order = await aPaidOrder(shop, 'waits-for-news')
    const customer = await openOn({ user: 'waits-for-news', path: ORDER, query: `id=${order.id}` })
    await customer.screen.tap('提醒我')
    await customer.screen.waitFor('已开启，发货时会通知你')
    await customer.settled()
    expect(customer.faults).toEqual([])
    await open.pop()?.close()

    await sendIn(order, 'SF1402835577204')

    await untilTold('waits-for-news', 'SF1402835577204')
  })

  it('does not exist for staff who are no managers', async () => {
    const staff = await openOn({ user: 'lin-yue', path: 'packages/manage/pages/ship/index' })

    await staff.screen.waitFor('没有找到这个页面')

    expect(staff.screen.see('待发货')).toBe(false)
  })

  /** Messages are sent by a job; WeChat's simulator keeps what arrived. */
  async function untilTold(user: string, words: string): Promise<void> {
    for (;;) {
      const { text } = await exchange('GET', `${shop.simulatorUrl}/client/messages?user=${user}`)
      if (text.includes(words)) return
      await new Promise((look) => setTimeout(look, 50))
    }
  }

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }

  async function fillIn({ screen }: OpenApp, place: number, number: string): Promise<void> {
    await screen.tapNth('快递公司', place)
    await screen.tap('圆通速递', '.company-sheet')
    await screen.waitFor(() => screen.all('圆通速递', '.parcel-form').length > place)
    await screen.waitFor(() => screen.all('.sheet').length === 0, 'the sheet to be gone')
    await screen.typeNth('.parcel-form__input', place, number)
  }

  /** The manager's way through the page, with the number read from the waybill. */
  async function sendIn(order: Bought, number: string): Promise<void> {
    const manager = await openApp({ ...shop, user: MANAGER, path: SHIP, query: `id=${order.id}` })
    manager.phone.scans = number
    await manager.screen.tap('快递公司')
    await manager.screen.tap('顺丰速运', '.company-sheet')
    await manager.screen.tap('.icon-button')
    await manager.screen.waitFor(
      () => manager.screen.attribute('.parcel-form__input', 'value') === number,
      'the number that was read',
    )
    await manager.screen.tap('.ship-order__ship')
    await manager.screen.waitFor('已全部发出')
    expect(manager.faults).toEqual([])
    await manager.close()
  }

  /** A job tells WeChat; only then is there something to confirm. */
  async function untilWechatKnows({ id }: Bought, user: string): Promise<void> {
    const { call } = await aShopper(shop, user)
    for (;;) {
      const { confirm } = await call<{ confirm: object | null }>('GET', `/orders/${id}/parcels`)
      if (confirm) return
      await new Promise((look) => setTimeout(look, 50))
    }
  }
})
