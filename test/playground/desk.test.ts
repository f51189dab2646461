import { describeInChromium, type PlaygroundInBrowser, startPlayground } from '../support/playground/desk'
import { type RunningShop, startShop } from '../support/shop/start-shop'

describeInChromium('the table with the chats', () => {
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

  it('opens a card of a group in the phone, and a shared card lands in the chosen chat', async () => {
    const { page, faults } = await playground.openDesk()
    const phone = page.frameLocator('#phone')

    await page.locator('[data-chat="group:chunfeng-1"]').click()
    await page.locator('.card').first().click()
    await phone.getByText('红富士').first().waitFor()
    await phone.locator('[aria-label="更多"]').click()
    await phone.locator('[data-menu="chat"]').click()
    await page.locator('.banner').waitFor()
    await page.locator('[data-chat="group:jiangan"]').click()

    const shared = page.locator('.card').last()
    expect(await shared.getAttribute('data-path')).toMatch(/^\/pages\/product\/index\?/)
    expect(await page.locator('.chat.on').getAttribute('data-chat')).toBe('group:jiangan')
    expect(faults).toEqual([])
  })
})
