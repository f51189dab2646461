import type { MyData } from '@contract/privacy'
import { type RunningShop, startShop } from '../support/shop/start-shop'
import { type OpenApp, openApp } from '../support/weapp/open-app'
import { aPaidOrder, aShopper } from '../support/weapp/shopper'

const MY_DATA = 'packages/privacy/pages/my-data/index'

describe('my data', () => {
  let shop: RunningShop
  let app: OpenApp | null = null

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    await app?.close()
    app = null
  })

  afterAll(() => shop.stop())

  it('is seen, copied and saved by whom it is about; erased, the next login is somebody new', async () => {
    app = await openApp({ ...shop, user: 'leaving', path: 'pages/privacy/index' })
    await app.screen.tap('我的数据')
    await app.screen.tap('账号')
    await app.screen.tap('.my-data__copy')
    await app.screen.tap('.my-data__save')
    await app.screen.waitFor(() => app?.phone.handed.length === 1, 'the file handed over')
    const [file] = app.phone.handed
    expect(file?.fileName).toMatch(/^群店-我的数据-.*\.json$/)
    expect(file?.text).toBe(app.phone.copied)
    const before = memberIn(JSON.parse(file?.text ?? '{}') as MyData)
    expect(before).toBeTruthy()

    await app.screen.tap('注销并删除我的数据')
    await app.screen.tap('.erase-sheet__erase')
    expect(app.phone.requests).not.toContain('POST /me/erasure')
    await eraseFor(app)
    await app.screen.waitFor('已经注销并删除')

    const { call } = await aShopper(shop, 'leaving')
    expect(memberIn(await call('GET', '/me/data'))).not.toBe(before)
    expect(app.faults).toEqual([])
  })

  it('stays while an order is under way, and says so', async () => {
    await aPaidOrder(shop, 'waiting')
    app = await openApp({ ...shop, user: 'waiting', path: MY_DATA })
    await app.screen.tap('注销并删除我的数据')
    await eraseFor(app)

    await app.screen.waitFor('还有没办完的订单或售后')
    expect(app.screen.see('已经注销并删除')).toBe(false)
  })
})

/** The tick, and the button once it can be tapped. */
async function eraseFor({ screen }: OpenApp): Promise<void> {
  await screen.tap('.erase-sheet__sure')
  await screen.waitFor(() => screen.attribute('.erase-sheet__erase', 'disabled') === false, 'the button')
  await screen.tap('.erase-sheet__erase')
}

const memberIn = ({ sections }: MyData): unknown =>
  sections.find(({ name }) => name === 'members')?.rows[0]?.id
