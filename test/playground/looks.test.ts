import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { screensOf, titleOf } from '../../playground/screens'
import { faintTexts } from '../../tools/gallery/contrast'
import { ScreenOpener } from '../../tools/gallery/open-screen'
import { smallTaps } from '../../tools/gallery/tap-sizes'
import { describeInChromium, type PlaygroundInBrowser, startPlayground } from '../support/playground/desk'
import { type RunningShop, startShop } from '../support/shop/start-shop'

const PATIENCE_MS = 300_000
const ROOT = resolve(__dirname, '../..')
const json = (path: string) => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'))

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

describeInChromium('every screen at 390 px', () => {
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

  it(
    'is reached without a fault, can be read in light and dark, and is tapped with a thumb',
    async () => {
      const { page, faults } = await playground.openEmpty()
      const opener = new ScreenOpener(page, playground.url, json('demo/data/tokens.json'), { width: 390 })
      const { pages, subPackages = [] } = json('dist/weapp/app.json') as AppJson
      const all = [
        ...pages,
        ...subPackages.flatMap(({ root, pages: own }) => own.map((one) => `${root}/${one}`)),
      ]
      const wrong: string[] = []

      for (const screen of screensOf(all)) {
        const title = titleOf(screen)
        const stuck = await opener.open(screen).catch((error: Error) => error)
        if (stuck) {
          wrong.push(`${title}: ${stuck.message}`)
          continue
        }
        for (const colorScheme of ['dark', 'light'] as const) {
          await page.emulateMedia({ colorScheme })
          for (const { name, text, ratio, needed } of await faintTexts(page))
            wrong.push(`${title}, ${colorScheme}: ${name} "${text}" has contrast ${ratio}, needs ${needed}`)
        }
        for (const { name, width, height } of await smallTaps(page))
          wrong.push(`${title}: ${name} is ${width} × ${height} to the thumb`)
      }

      expect(wrong).toEqual([])
      expect(faults).toEqual([])
    },
    PATIENCE_MS,
  )
})
