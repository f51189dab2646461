import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPlayground } from '../playground/app'
import { findChromium, launchChromium } from './shots/browser'

const HELP = `npx tsx tools/shots.ts [options] [page[?query] …]
Pictures of the built mini-program's screens, as PNG in .cache/shots.
  --width 390       width of the phone in CSS px (height follows)
  --full            as tall as the page, not only the first screen
  --dark            dark mode
  --as NAME         who holds the phone (default visitor)
  --group NAME      opened from a card in this group
  --scene N         scene value (default 1001, or 1008 with --group)
  --tap TEXT        tap this text before the picture; may be given several times
  --wait MS         after the network is quiet, and after each tap (default 700)
  --scroll PX       scroll down before the picture
  --api URL --simulator URL   the shop to show (default 127.0.0.1:8787 and :8788)
  --dist DIR        the built mini-program (default dist/weapp)
Pages default to the tabs: pages/home/index pages/coupons/index pages/cart/index pages/me/index`

const HEIGHT_OF_WIDTH: Record<number, number> = { 375: 812, 390: 844, 430: 932 }

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      width: { type: 'string', default: '390' },
      full: { type: 'boolean', default: false },
      dark: { type: 'boolean', default: false },
      as: { type: 'string' },
      group: { type: 'string' },
      scene: { type: 'string' },
      tap: { type: 'string', multiple: true, default: [] },
      wait: { type: 'string', default: '700' },
      scroll: { type: 'string' },
      api: { type: 'string', default: 'http://127.0.0.1:8787' },
      simulator: { type: 'string', default: 'http://127.0.0.1:8788' },
      dist: { type: 'string', default: 'dist/weapp' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const chromiumPath = findChromium()
  if (!chromiumPath) throw new Error('no Chromium here: install it or set CHROMIUM_PATH')
  const root = resolve(__dirname, '..')
  const folder = join(root, '.cache', 'shots')
  mkdirSync(folder, { recursive: true })

  const playground = await buildPlayground({
    weappDir: resolve(root, values.dist),
    apiUrl: values.api,
    simulatorUrl: values.simulator,
    builtInApi: process.env.TARO_APP_API ?? 'http://127.0.0.1:8787',
  })
  const address = await playground.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launchChromium(chromiumPath)
  try {
    const width = Number(values.width)
    const context = await browser.newContext({
      viewport: { width, height: HEIGHT_OF_WIDTH[width] ?? Math.round(width * 2.164) },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      colorScheme: values.dark ? 'dark' : 'light',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const pages =
      positionals.length > 0
        ? positionals
        : ['pages/home/index', 'pages/coupons/index', 'pages/cart/index', 'pages/me/index']
    for (const target of pages) {
      const [open = '', query = ''] = target.split('?')
      const search = new URLSearchParams({ open, query, bare: '1', consent: '1' })
      for (const name of ['as', 'group', 'scene'] as const) if (values[name]) search.set(name, values[name])
      const page = await context.newPage()
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
          console.log(`  [${message.type()}] ${message.text()}`)
      })
      page.on('pageerror', (error) => console.log(`  [thrown] ${error.message}`))
      await page.goto(`${address}/phone?${search}`)
      await page.waitForFunction('window.__ready === true', undefined, { timeout: 20_000 }).catch(() => {
        console.log('  [not ready after 20 s]')
      })
      await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {})
      await page.waitForTimeout(Number(values.wait))
      for (const text of values.tap) {
        await page
          .locator('.frame:not([hidden]), #layer, #tabs')
          .getByText(text)
          .first()
          // A small button's tap area lies over its own words.
          .tap({ timeout: 5000, force: true })
        await page.waitForTimeout(Number(values.wait))
      }
      if (values.scroll) {
        await page.evaluate(
          (top) => document.querySelector('.frame:not([hidden]) wx-page')?.scrollTo(0, top),
          Number(values.scroll),
        )
        await page.waitForTimeout(300)
      }
      if (values.full) {
        const more = await page.evaluate(() => {
          const body = document.querySelector('.frame:not([hidden]) wx-page')
          return body ? body.scrollHeight - body.clientHeight : 0
        })
        const size = page.viewportSize()
        if (size && more > 0) await page.setViewportSize({ width: size.width, height: size.height + more })
        await page.waitForTimeout(400)
      }
      const suffix = [values.width, values.dark ? 'dark' : '', ...values.tap].filter(Boolean).join('-')
      const path = join(folder, `${open.replace(/\W+/g, '-')}-${suffix}.png`)
      await page.screenshot({ path })
      console.log(path)
      await page.close()
    }
  } finally {
    await browser.close()
    await playground.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
