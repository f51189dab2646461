import type { Root } from 'glass-easel-miniprogram-adapter'
import type { PageInstance, Query, WindowConfig } from './types'

/** One page of the stack: its code, its place in the phone, and when it was last told of scrolling. */
export class Page {
  readonly instance: PageInstance
  readonly frame = document.createElement('section')
  readonly body: HTMLElement
  private isReady = false
  private isBelow = false

  constructor(
    private readonly root: Root,
    readonly route: string,
    readonly query: Query,
    readonly config: WindowConfig,
    readonly isTab: boolean,
  ) {
    this.instance = root.get() as unknown as PageInstance
    this.instance.route = route
    Object.assign(this.instance, { __route__: route })
    this.instance.options = query
    this.frame.className = 'frame'
    this.frame.dataset.page = route
    this.frame.toggleAttribute('data-tab', isTab)
    this.frame.toggleAttribute('data-custom-nav', config.navigationStyle === 'custom')
    const placeholder = document.createElement('div')
    this.frame.append(placeholder)
    this.body = root.getComponent().getBackendElement() as unknown as HTMLElement
    this.body.dataset.route = route
    this.body.toggleAttribute('data-still', config.disableScroll === true)
    root.attach(this.frame as never, placeholder as never)
    this.body.addEventListener('scroll', () => this.scrolled(), { passive: true })
  }

  load(): void {
    this.instance.onLoad?.(this.query)
  }

  show(): void {
    this.frame.hidden = false
    this.instance.onShow?.()
    if (this.isReady) return
    this.isReady = true
    requestAnimationFrame(() => setTimeout(() => this.instance.onReady?.(), 0))
  }

  hide(): void {
    this.frame.hidden = true
    this.instance.onHide?.()
  }

  unload(): void {
    this.instance.onUnload?.()
    this.root.release()
    this.frame.remove()
  }

  scrollTo(top: number, duration: number): void {
    this.body.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'instant' })
  }

  private scrolled(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.body
    this.instance.onPageScroll?.({ scrollTop })
    const isBelow = scrollTop + clientHeight >= scrollHeight - (this.config.onReachBottomDistance ?? 50)
    if (isBelow && !this.isBelow) this.instance.onReachBottom?.()
    this.isBelow = isBelow
  }
}
