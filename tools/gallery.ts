import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { buildPlayground } from '../playground/app'
import { type Screen, screensOf, titleOf } from '../playground/screens'
import { faintTexts } from './gallery/contrast'
import { HEIGHT_OF_WIDTH, type Look, ScreenOpener } from './gallery/open-screen'
import { galleryPage, type Shot } from './gallery/page'
import { openGalleryShop } from './gallery/shop'
import { smallTaps } from './gallery/tap-sizes'
import { findChromium, launchChromium } from './shots/browser'
import { ensureWeapp } from './weapp-build'

const ROOT = resolve(__dirname, '..')
const FOLDER = join(ROOT, '.cache', 'gallery')

const HELP = `npm run gallery [-- --width 390 --only TEXT]
Pictures of every screen of the built mini-program at 375, 390 and 430 px, light, dark and in large text, with what the
checks of contrast and tap sizes say of each: one HTML page in .cache/gallery. It opens a demo shop of its own.
  --width N      only this width; may be given several times
  --only TEXT    only screens whose name has this text`

const LOOKS = [
  { name: '浅色', isDark: false, isLarge: false },
  { name: '深色', isDark: true, isLarge: false },
  { name: '大字', isDark: false, isLarge: true },
] as const

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      width: { type: 'string', multiple: true },
      only: { type: 'string', default: '' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const chromium = findChromium()
  if (!chromium) throw new Error('No Chromium was found. Install one, or name it in CHROMIUM_PATH.')
  const build = await ensureWeapp(ROOT)
  if (build.outcome === 'failed') throw new Error(build.output)
  mkdirSync(FOLDER, { recursive: true })

  const shop = await openGalleryShop(ROOT)
  const playground = await buildPlayground({
    weappDir: join(ROOT, 'dist', 'weapp'),
    apiUrl: shop.apiUrl,
    simulatorUrl: shop.simulatorUrl,
    builtInApi: process.env.TARO_APP_API || 'http://127.0.0.1:8787',
    demoData: join(ROOT, 'demo', 'data'),
  })
  const url = await playground.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launchChromium(chromium)
  try {
    const shots: Shot[] = []
    const screens = screensOf(pagesOf(ROOT)).filter((screen) => titleOf(screen).includes(values.only))
    for (const width of (values.width ?? Object.keys(HEIGHT_OF_WIDTH)).map(Number)) {
      for (const { name, ...look } of LOOKS) {
        const context = await browser.newContext({
          viewport: { width, height: HEIGHT_OF_WIDTH[width] ?? 844 },
          deviceScaleFactor: 2,
          hasTouch: true,
          isMobile: true,
          colorScheme: look.isDark ? 'dark' : 'light',
          reducedMotion: 'reduce',
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
        })
        // tsx names functions by a helper that a page does not have.
        await context.addInitScript('globalThis.__name = (named) => named')
        const page = await context.newPage()
        const opener = new ScreenOpener(page, url, tokens(ROOT), { width, ...look } satisfies Look)
        for (const [index, screen] of screens.entries()) {
          const file = `${width}-${name}-${index}.jpg`
          const remarks = await lookAt(screen, opener, page, join(FOLDER, file))
          shots.push({ title: titleOf(screen), look: `${width} ${name}`, file, remarks })
          if (remarks.length > 0)
            console.log(`${width} ${name} ${titleOf(screen)}\n  ${remarks.join('\n  ')}`)
        }
        await context.close()
        console.log(`${width} px ${name}: ${screens.length} screens`)
      }
    }
    writeFileSync(join(FOLDER, 'index.html'), galleryPage(shots))
    console.log(`\n${shots.length} pictures in ${join(FOLDER, 'index.html')}`)
  } finally {
    await browser.close()
    await playground.close()
    await shop.close()
  }
}

/** Opens a screen, takes its picture, and answers what is wrong with it. */
async function lookAt(screen: Screen, opener: ScreenOpener, page: Page, path: string): Promise<string[]> {
  const stuck = await opener.open(screen).catch((error: Error) => error)
  await page.screenshot({ path, type: 'jpeg', quality: 82 })
  if (stuck) return [stuck.message]
  const faint = await faintTexts(page)
  const small = await smallTaps(page)
  return [
    ...faint.map(({ name, text, ratio, needed }) => `${name} "${text}": contrast ${ratio}, needs ${needed}`),
    ...small.map(({ name, width, height }) => `${name}: ${width} × ${height} to the thumb`),
  ]
}

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T

const tokens = (root: string) => readJson<Record<string, string>>(root, 'demo', 'data', 'tokens.json')

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

function pagesOf(root: string): string[] {
  const { pages, subPackages = [] } = readJson<AppJson>(root, 'dist', 'weapp', 'app.json')
  return [...pages, ...subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))]
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
