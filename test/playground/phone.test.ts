import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describeInChromium, type PlaygroundInBrowser, startPlayground } from '../support/playground/desk'
import { type RunningShop, startShop } from '../support/shop/start-shop'

const TOKENS = JSON.parse(readFileSync(resolve(__dirname, '../../demo/data/tokens.json'), 'utf8')) as Record<
  'staffCard' | 'code' | 'moments',
  string
>

describeInChromium('the phone in the playground', () => {
  let shop: RunningShop
  let playground: PlaygroundInBrowser

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
    playground = await startPlayground(shop)
  }, 120_000)

  afterAll(async () => {
    await playground?.close()
    await shop?.stop()
  })

  it.each(['pages/home/index', 'pages/coupons/index', 'pages/cart/index', 'pages/me/index'])(
    'opens the tab %s with no console error and no unknown call',
    async (open) => {
      const { page, faults } = await playground.openPhone({ open, as: 'newcomer', group: 'chunfeng-1' })

      await page.waitForLoadState('networkidle')

      expect(await page.locator(`.frame[data-page="${open}"] wx-view`).count()).toBeGreaterThan(3)
      expect(faults).toEqual([])
    },
  )

  it('opens a product by a group card, by a code and in Moments', async () => {
    const product = 'pages/product/index'
    const openings = [
      { query: `t=${TOKENS.staffCard}`, group: 'chunfeng-1', scene: 1044 },
      { query: `scene=${encodeURIComponent(TOKENS.code)}`, scene: 1047 },
      { query: `t=${TOKENS.moments}`, scene: 1154 },
    ]

    for (const opening of openings) {
      const { page, faults } = await playground.openPhone({ open: product, as: 'newcomer', ...opening })

      await page.getByText('红富士').first().waitFor()
      expect(faults).toEqual([])
    }
  })

  it('answers a tap: from home to a product and back', async () => {
    const { page, faults } = await playground.openPhone({ as: 'newcomer', group: 'chunfeng-1' })

    await page.locator('.frame:not([hidden])').getByText('红富士').first().tap()
    await page.locator('.frame[data-page="pages/product/index"]').waitFor()
    await page.locator('.nav-back').tap()
    await page.locator('.frame[data-page="pages/home/index"]:not([hidden])').waitFor()

    expect(faults).toEqual([])
  })

  it('reads home again when it is pulled down', async () => {
    const { page, faults } = await playground.openPhone({ as: 'newcomer', group: 'chunfeng-1' })
    await page.waitForLoadState('networkidle')
    const askedAgain = page.waitForResponse((answer) => answer.url().includes('/api/home'))

    await page.mouse.move(195, 200)
    await page.mouse.down()
    await page.mouse.move(195, 400, { steps: 8 })
    await page.mouse.up()

    expect((await askedAgain).status()).toBe(200)
    await page.locator('.frame[data-refreshing]').waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  })
})
