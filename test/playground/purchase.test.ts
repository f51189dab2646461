import type { Locator, Page } from 'playwright-core'
import { describeInChromium, type PlaygroundInBrowser, startPlayground } from '../support/playground/desk'
import { type RunningShop, startShop } from '../support/shop/start-shop'
import { GROUP, PRODUCT, TOKENS } from '../support/weapp/demo-shop'

describeInChromium('a purchase in the playground', () => {
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

  it('goes from a group card to the pay sheet and 已支付', async () => {
    const { page, faults } = await playground.openPhone({
      as: 'browser-buyer',
      open: PRODUCT,
      query: `t=${TOKENS.staffCard}`,
      group: GROUP,
      scene: 1044,
    })

    await inFront(page).locator('.product__add').tap()
    await inFront(page).locator('.sku-sheet__confirm').tap()
    await inFront(page).locator('.product__cart').tap()
    await inFront(page).locator('.cart__checkout').tap()
    await inFront(page).locator('.address-card__wechat').tap()
    await page.locator('[data-sheet="address"]').getByText('天平路').tap()
    await inFront(page).getByText('天平路').waitFor()
    await inFront(page).locator('.checkout__pay:not([off])').tap()
    expect(await page.locator('[data-sheet="pay"] .pay-sum').innerText()).toMatch(/^¥\d+\.\d\d$/)
    await page.locator('[data-sheet="pay"] .pay-confirm').tap()
    await inFront(page).getByText('已支付').waitFor()

    expect(faults).toEqual([])
  })
})

/** The page in front of the stack. */
const inFront = (page: Page): Locator => page.locator('.frame:not([hidden])')
