import { type RunningShop, startShop } from '../support/shop/start-shop'
import { type OpenApp, openApp } from '../support/weapp/open-app'

const MANAGER = 'zhou-min'

/** Pages about one thing, by the parameter that names it. */
const PAGES: readonly (readonly [page: string, parameter: string, user: string])[] = [
  ['packages/orders/pages/detail/index', 'id', 'lost'],
  ['packages/orders/pages/refund/index', 'order', 'lost'],
  ['packages/orders/pages/invoice/index', 'order', 'lost'],
  ['packages/orders/pages/after-sale/index', 'id', 'lost'],
  ['packages/coupons/pages/goods/index', 'campaignId', 'lost'],
  ['packages/staff/pages/order/index', 'id', MANAGER],
  ['packages/manage/pages/ship-order/index', 'id', MANAGER],
  ['packages/manage/pages/after-sale-detail/index', 'id', MANAGER],
  ['packages/manage/pages/campaign/index', 'id', MANAGER],
]

describe('a page about one thing', () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it.each(PAGES)(
    '%s says that it found nothing, without its %s and with one that never was',
    async (page, parameter, user) => {
      for (const query of ['', `${parameter}=`, `${parameter}=never-was`]) {
        const { apiUrl, simulatorUrl } = shop
        const app = await openApp({ apiUrl, simulatorUrl, user, path: page, query })
        open.push(app)

        await app.screen.waitFor('没有找到')

        expect(app.screen.all('.bone')).toHaveLength(0)
        expect(app.faults).toEqual([])
      }
    },
  )
})
