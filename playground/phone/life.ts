import type { Page } from './page'
import type { Router } from './router'
import type { AppInstance, Entered, EnterOptions } from './types'
import type { AppSignals } from './wx/system'

/**
 * The app in front and in the background. WeChat's own screens (pay sheet, chat picker, address book) put it into the
 * background too, and bring it back with the options it had.
 */
export class Life {
  isShown = false

  constructor(
    readonly entered: Entered,
    private readonly app: () => AppInstance,
    private readonly router: Router<Page>,
    private readonly signals: AppSignals,
  ) {}

  launch(): void {
    this.isShown = true
    this.app().onLaunch?.(this.entered.launch)
    this.app().onShow?.(this.entered.enter)
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.router.top?.instance.onHide?.()
    this.app().onHide?.()
    this.signals.hide.send({})
  }

  /** Back to the front as it was left. */
  show(): void {
    if (this.isShown) return
    this.tellShown()
    this.router.top?.instance.onShow?.()
  }

  /** A hot start from a card: new options, and the stack begins anew at its page. */
  async enter(options: EnterOptions, group: string | null, url: string): Promise<void> {
    this.hide()
    this.entered.enter = options
    this.entered.group = group
    this.tellShown()
    await this.router.reLaunch(url)
  }

  /** A hot start without a page, from the list of recent mini-programs. */
  recall(options: EnterOptions): void {
    this.hide()
    this.entered.enter = { ...options, path: this.entered.enter.path, query: this.entered.enter.query }
    this.entered.group = null
    this.show()
  }

  /** Runs while one of WeChat's own screens covers the app. */
  async under<T>(work: () => Promise<T>): Promise<T> {
    this.hide()
    try {
      return await work()
    } finally {
      this.show()
    }
  }

  private tellShown(): void {
    this.isShown = true
    this.app().onShow?.(this.entered.enter)
    this.signals.show.send(this.entered.enter)
  }
}
