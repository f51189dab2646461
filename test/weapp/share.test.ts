import { type RunningShop, startShop } from '../support/shop/start-shop'
import { GROUP, PRODUCT, STAFF, TOKENS } from '../support/weapp/demo-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'

const TOKEN = /[?&]t=([A-Za-z0-9_-]{1,32})(?:&|$)/

describe('sharing a product', () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it("gives a customer's card a token of its own, a full path, a 5:4 picture and a ticket", async () => {
    const customer = await openOn({
      user: 'neighbour',
      group: GROUP,
      path: PRODUCT,
      query: `t=${TOKENS.staffCard}`,
    })
    await customer.screen.waitFor('红富士')
    await customer.settled()

    const byButton = await customer.shareFrom('分享')
    const byMenu = await customer.shareFrom('menu')

    expect(byButton.path).toMatch(/^\/pages\/product\/index\?/)
    expect(byButton.title).toContain('红富士')
    expect(byButton.imageUrl).toMatch(/^http.*\.(jpg|png)/)
    expect(tokenOf(byButton.path)).not.toBe(TOKENS.staffCard)
    expect(byMenu.path).toBe(byButton.path)
    expect(byMenu.withShareTicket).toBe(true)
    expect(customer.faults).toEqual([])
  })

  it('opens again from a relayed card, and the root of a relay stays the same staff member', async () => {
    const neighbour = await openOn({
      user: 'relayer',
      group: GROUP,
      path: PRODUCT,
      query: `t=${TOKENS.staffCard}`,
    })
    await neighbour.screen.waitFor('红富士')
    await neighbour.settled()
    const card = await neighbour.shareFrom('menu')

    const [path = '', query = ''] = card.path.slice(1).split('?')
    const friend = await openOn({ user: 'friend', path, query, scene: 1007, chatType: 1 })

    await friend.settled()
    await friend.navigate('reLaunch', '/pages/home/index')

    await friend.screen.waitFor('林悦')
    expect(friend.faults).toEqual([])
  })

  it("starts a new root with a staff member's own share", async () => {
    const staff = await openOn({ user: STAFF, path: PRODUCT, query: `t=${TOKENS.relayCard}` })
    await staff.screen.waitFor('红富士')
    await staff.settled()

    const card = await staff.shareFrom('menu')

    expect(tokenOf(card.path)).toBeDefined()
    expect(tokenOf(card.path)).not.toBe(TOKENS.relayCard)
  })

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }
})

const tokenOf = (path: string): string | undefined => TOKEN.exec(path)?.[1]
