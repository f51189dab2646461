import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RunningShop, startShop } from '../support/shop/start-shop'
import { COLD_STARTS, type ColdStart, coldStart, type FirstScreen } from '../support/weapp/first-screen'
import { between, type Traffic } from '../support/weapp/meter'

/** WeChat's own audit: fewer than 1,000 nodes, less than 30 deep, at most 60 children, 256 kB in one setData. */
const AUDIT = { nodes: 999, depth: 29, mostChildren: 60, largestBytes: 256 * 1024 }

interface Budget {
  readonly callsToFirst: number
  readonly bytesToFirst: number
  readonly requests: number
  readonly bytes: number
  readonly nodes: number
  readonly depth: number
}
const BUDGETS = JSON.parse(readFileSync(join(__dirname, 'first-screen.json'), 'utf8')) as Record<
  ColdStart,
  Budget
> & { addToCart: { calls: number; bytes: number } }

/** Where `npm run bench:weapp` wants to find what was seen. */
const REPORT = process.env.QUNDIAN_FIRST_SCREEN
const seen: { screens: Partial<Record<ColdStart, FirstScreen>>; addToCart?: Traffic } = { screens: {} }

describe('the first screen of a phone that never saw the shop', () => {
  let shop: RunningShop

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterAll(async () => {
    if (REPORT) writeFileSync(REPORT, JSON.stringify(seen))
    await shop.stop()
  })

  it.each(Object.keys(COLD_STARTS) as ColdStart[])('%s costs no more than its budget', async (which) => {
    const { screen, app } = await coldStart(shop, which, `newcomer-${which}`)
    seen.screens[which] = screen
    await app.close()
    const budget = BUDGETS[which]

    expect(screen.toFirst.calls).toBeLessThanOrEqual(budget.callsToFirst)
    expect(screen.toFirst.bytes).toBeLessThanOrEqual(budget.bytesToFirst)
    expect(screen.requests).toBeLessThanOrEqual(budget.requests)
    expect(screen.all.bytes).toBeLessThanOrEqual(budget.bytes)
    expect(screen.tree.nodes).toBeLessThanOrEqual(Math.min(budget.nodes, AUDIT.nodes))
    expect(screen.tree.depth).toBeLessThanOrEqual(Math.min(budget.depth, AUDIT.depth))
    expect(screen.tree.mostChildren).toBeLessThanOrEqual(AUDIT.mostChildren)
    expect(screen.all.largestBytes).toBeLessThanOrEqual(AUDIT.largestBytes)
  })

  it('putting a product into the cart gives the view no more than what changed', async () => {
    const { app, meter } = await coldStart(shop, 'product', 'newcomer-cart')
    const before = meter.now()

    await app.screen.tap('加入购物车')
    await app.screen.tap('加入购物车', '.sheet')
    await app.screen.waitFor(() => app.phone.requests.some((it) => it.startsWith('POST /cart/lines')))
    await app.settled()
    seen.addToCart = between(before, meter.now())
    await app.close()

    expect(seen.addToCart.calls).toBeLessThanOrEqual(BUDGETS.addToCart.calls)
    expect(seen.addToCart.bytes).toBeLessThanOrEqual(BUDGETS.addToCart.bytes)
  })
})
