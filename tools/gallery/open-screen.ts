import type { Page } from 'playwright-core'
import { type Screen, usualHolder } from '../../playground/screens'

const PATIENCE_MS = 20_000

export interface Look {
  readonly width: number
  readonly isDark?: boolean
  readonly isLarge?: boolean
}

export const HEIGHT_OF_WIDTH: Readonly<Record<number, number>> = { 375: 812, 390: 844, 430: 932 }
/** From here on the app shows large text by itself. */
const LARGE_FONT = 22

/** A phone in the browser that shows one screen after another for one person. */
export class ScreenOpener {
  private user: string | null = null

  constructor(
    private readonly page: Page,
    private readonly url: string,
    private readonly tokens: Readonly<Record<string, string>>,
    private readonly look: Look,
  ) {}

  /** Opens a screen: warm where this person's app runs already. Throws where it does not come to rest. */
  async open(screen: Screen): Promise<void> {
    const { page: path, group = null, taps = [], opened = path } = screen
    const scene = screen.scene ?? (group ? 1008 : 1001)
    const user = screen.as ?? usualHolder(path)
    const search = (screen.query ?? '').replace(/\{(\w+)\}/g, (_, name: string) => this.tokens[name] ?? name)
    if (user === this.user && scene !== 1154) {
      const message = { kind: 'enter', path, search, scene, group, ...(group && { chatType: 3 }) }
      await this.page.evaluate((desk) => postMessage({ desk }, location.origin), message)
    } else {
      await this.boot(user, path, search, scene, group)
    }
    // In Moments there is no way back to the full app but a new start.
    this.user = scene === 1154 ? null : user
    await this.settle(path)
    for (const tap of taps) await this.tap(tap)
    await this.settle(opened)
  }

  private async boot(
    user: string,
    open: string,
    query: string,
    scene: number,
    group: string | null,
  ): Promise<void> {
    const given = new URLSearchParams({
      as: user,
      open,
      query,
      scene: String(scene),
      bare: '1',
      consent: '1',
    })
    if (group) given.set('group', group)
    if (this.look.isLarge) given.set('font', String(LARGE_FONT))
    await this.page.goto(`${this.url}/phone?${given}`)
    await this.page.waitForFunction('window.__ready === true', undefined, { timeout: PATIENCE_MS })
  }

  private async tap(target: string): Promise<void> {
    const front = this.page.locator('.frame:not([hidden])')
    const element = /^[.[]/.test(target) ? front.locator(target) : front.getByText(target)
    await element.first().tap({ timeout: PATIENCE_MS })
  }

  /** Waits until the page is in front, its bones are gone, its pictures are there, and it stopped growing. */
  private async settle(route: string): Promise<void> {
    const isAtRest = this.page.waitForFunction(
      (wanted) => {
        const frame = document.querySelector(`.frame:not([hidden])[data-page="${wanted}"]`)
        if (!frame || frame.querySelector('.bone')) return false
        const pictures = Array.from(frame.querySelectorAll('img')).filter(
          (picture) => picture.loading !== 'lazy' && picture.getClientRects().length > 0,
        )
        return pictures.every((picture) => picture.complete)
      },
      route,
      { timeout: PATIENCE_MS, polling: 60 },
    )
    await isAtRest.catch(async () => {
      const shown = await this.page.locator('.frame:not([hidden])').innerText()
      const where = await this.page.locator('.frame:not([hidden])').getAttribute('data-page')
      throw new Error(`${route} does not come to rest; ${where} shows: ${shown.slice(0, 160)}`)
    })
    await this.page.evaluate(
      () =>
        new Promise<void>((done) => {
          const body = document.querySelector('.frame:not([hidden]) wx-page')
          let [before, still] = [-1, 0]
          const look = () => {
            const now = body?.scrollHeight ?? 0
            still = now === before ? still + 1 : 0
            before = now
            if (still > 8) done()
            else setTimeout(look, 30)
          }
          look()
        }),
    )
  }
}
