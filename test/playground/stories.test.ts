import type { Telling } from '../../playground/desk/story/player'
import { STORIES } from '../../playground/stories/all'
import { describeInChromium, type PlaygroundInBrowser, startPlayground } from '../support/playground/desk'
import { type RunningShop, startShop } from '../support/shop/start-shop'

const PATIENCE_MS = 150_000

describeInChromium('the walk-throughs, told by themselves in the playground', () => {
  let shop: RunningShop
  let playground: PlaygroundInBrowser

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
    playground = await startPlayground(shop)
  }, PATIENCE_MS)

  afterAll(async () => {
    await playground?.close()
    await shop?.stop()
  })

  it.each(STORIES.map(({ name, title }) => [name, title]))(
    '%s (%s) goes to its end with no console error and no unknown call',
    async (name) => {
      const { page, faults } = await playground.openDesk(`?story=${name}&fast=1`)

      const ended = await page.waitForFunction(
        () => {
          const telling = (window as { __story?: Telling }).__story
          return telling && ['done', 'failed'].includes(telling.state) ? telling : null
        },
        undefined,
        { timeout: PATIENCE_MS },
      )

      expect(await ended.jsonValue()).toMatchObject({ state: 'done', fault: null })
      expect(faults).toEqual([])
      await page.context().close()
    },
    PATIENCE_MS,
  )
})
