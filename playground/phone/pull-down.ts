import type { Page } from './page'

const FAR_ENOUGH_PX = 60
const OPEN_PX = 56
/** The page follows the finger at half its way, as in WeChat. */
const DRAG = 0.5

/** Pulling a page down at its top, where its configuration allows it: `onPullDownRefresh` until the page says stop. */
export class PullDown {
  private from: number | null = null
  private pulled = 0

  constructor(
    stage: HTMLElement,
    private readonly top: () => Page | undefined,
  ) {
    stage.addEventListener('touchstart', (e) => this.begin(e.touches[0]?.clientY), { passive: true })
    stage.addEventListener('touchmove', (e) => this.drag(e.touches[0]?.clientY), { passive: true })
    stage.addEventListener('touchend', () => this.release())
    stage.addEventListener('mousedown', (e) => this.begin(e.clientY))
    addEventListener('mousemove', (e) => this.drag(e.clientY))
    addEventListener('mouseup', () => this.release())
  }

  /** `wx.startPullDownRefresh`, and the end of a pull. */
  start(): void {
    const page = this.top()
    if (!page) return
    this.draw(page, OPEN_PX, true)
    page.instance.onPullDownRefresh?.()
  }

  /** `wx.stopPullDownRefresh`. */
  stop(): void {
    const page = this.top()
    if (page) this.draw(page, 0, false)
  }

  private begin(y: number | undefined): void {
    const page = this.top()
    const mayPull = page?.config.enablePullDownRefresh && page.body.scrollTop <= 0
    this.from = mayPull && y !== undefined ? y : null
    this.pulled = 0
  }

  private drag(y: number | undefined): void {
    const page = this.top()
    if (this.from === null || y === undefined || !page) return
    this.pulled = page.body.scrollTop > 0 ? 0 : Math.max(0, (y - this.from) * DRAG)
    if (this.pulled > 0) this.draw(page, this.pulled, false)
  }

  private release(): void {
    const page = this.top()
    if (this.from === null || !page) return
    this.from = null
    if (this.pulled >= FAR_ENOUGH_PX) this.start()
    else if (this.pulled > 0) this.stop()
  }

  private draw(page: Page, px: number, isRefreshing: boolean): void {
    page.frame.style.setProperty('--pulled', `${px}px`)
    page.frame.toggleAttribute('data-pulled', px > 0)
    page.frame.toggleAttribute('data-refreshing', isRefreshing)
  }
}
