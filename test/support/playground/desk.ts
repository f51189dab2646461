import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import { buildPlayground } from '../../../playground/app'
import { findChromium, launchChromium } from '../../../tools/shots/browser'
import type { RunningShop } from '../shop/start-shop'

const ROOT = resolve(__dirname, '../../..')
const PATIENCE_MS = 15_000

export const chromiumPath = findChromium()

/** `describe` where a Chromium is installed; elsewhere the tests are skipped, and say so by their count. */
export const describeInChromium = chromiumPath ? describe : describe.skip

export interface PhoneOptions {
  readonly as?: string
  readonly open?: string
  readonly query?: string
  readonly group?: string
  readonly scene?: number
  readonly width?: number
}

export interface PlaygroundInBrowser {
  readonly url: string
  readonly browser: Browser
  /** A phone alone in a fresh browser; `faults` gathers console errors, unknown calls and what was thrown. */
  openPhone(options?: PhoneOptions): Promise<{ page: Page; faults: string[] }>
  /** An empty page of a phone's size, for a phone that is opened later. */
  openEmpty(look?: { width?: number; isDark?: boolean }): Promise<{ page: Page; faults: string[] }>
  /** The table with the chats and the phones; `search` begins with a question mark. */
  openDesk(search?: string): Promise<{ page: Page; faults: string[] }>
  close(): Promise<void>
}

/** The playground before a running shop, in headless Chromium. */
export async function startPlayground(shop: RunningShop): Promise<PlaygroundInBrowser> {
  const app: FastifyInstance = await buildPlayground({
    weappDir: resolve(ROOT, 'dist/weapp'),
    apiUrl: shop.apiUrl,
    simulatorUrl: shop.simulatorUrl,
    builtInApi: process.env.TARO_APP_API || 'http://127.0.0.1:8787',
    demoData: resolve(ROOT, 'demo/data'),
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  if (!chromiumPath) throw new Error('no Chromium is installed')
  const browser = await launchChromium(chromiumPath)
  const contexts: BrowserContext[] = []

  const openPage = async (width: number, height: number, isPhone: boolean, isDark = false) => {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: isPhone,
      isMobile: isPhone,
      colorScheme: isDark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    contexts.push(context)
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error' || isAnswerOfTheShop(message)) return
      faults.push(`console: ${message.text()} ${message.location().url}`)
    })
    return { page, faults }
  }

  return {
    url,
    browser,
    openPhone: async ({ width = 390, ...options } = {}) => {
      const opened = await openPage(width, 844, true)
      const given = Object.entries({ bare: '1', consent: '1', ...options }).map(([k, v]) => [k, String(v)])
      await opened.page.goto(`${url}/phone?${new URLSearchParams(Object.fromEntries(given))}`)
      await opened.page.waitForFunction('window.__ready === true')
      return opened
    },
    openEmpty: ({ width = 390, isDark = false } = {}) => openPage(width, 844, true, isDark),
    openDesk: async (search = '') => {
      const opened = await openPage(1560, 1000, false)
      await opened.page.goto(url + (search && `/${search}`))
      return opened
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await browser.close()
      await app.close()
    },
  }
}

/** Chromium calls every status from 400 on an error; to the app, the shop's and WeChat's are answers like any other. */
function isAnswerOfTheShop(message: ConsoleMessage): boolean {
  const { pathname } = new URL(message.location().url || 'about:blank')
  const isPicture = pathname.startsWith('/api/pictures/')
  return /^\/(api|simulator\/client)\//.test(pathname) && !isPicture
}
