import { definePart, Part } from './part'

export function defineSwiper(): void {
  definePart('swiper', SwiperPart)
}

/** A row (or column) of pages with snapping; dots, autoplay and the current page as WeChat tells them. */
class SwiperPart extends Part {
  static override watched = [
    'current',
    'autoplay',
    'interval',
    'vertical',
    'indicator-dots',
    'indicator-color',
    'indicator-active-color',
  ]
  private shown = 0
  private source: 'touch' | 'autoplay' | '' = ''
  private timer: ReturnType<typeof setInterval> | undefined
  private readonly track = document.createElement('div')
  private readonly dots = document.createElement('div')

  protected override build(): void {
    const shadow = this.attachShadow({ mode: 'open' })
    this.track.setAttribute('part', 'track')
    this.dots.setAttribute('part', 'dots')
    this.track.append(document.createElement('slot'))
    shadow.append(this.track, this.dots)
    this.track.addEventListener('scrollend', () => this.settled())
    this.track.addEventListener('touchstart', () => (this.source = 'touch'), { passive: true })
    this.track.addEventListener('wheel', () => (this.source = 'touch'), { passive: true })
    new MutationObserver(() => this.drawDots()).observe(this, { childList: true })
  }

  disconnectedCallback(): void {
    clearInterval(this.timer)
  }

  protected override changed(name: string | null): void {
    this.toggleAttribute('down', this.flag('vertical'))
    if (name === null || name === 'current') {
      const current = Number(this.prop('current') ?? 0)
      requestAnimationFrame(() => this.show(current, name === null ? 'instant' : 'smooth'))
    }
    clearInterval(this.timer)
    if (this.flag('autoplay')) {
      this.timer = setInterval(
        () => {
          this.source = 'autoplay'
          this.show((this.shown + 1) % Math.max(1, this.items.length), 'smooth')
        },
        Number(this.prop('interval') ?? 5000),
      )
    }
    this.drawDots()
  }

  private get items(): HTMLElement[] {
    return Array.from(this.querySelectorAll<HTMLElement>('wx-swiper-item'))
  }

  private show(index: number, behavior: ScrollBehavior): void {
    const item = this.items[index]
    if (!item) return
    if (this.flag('vertical')) this.track.scrollTo({ top: index * this.track.clientHeight, behavior })
    else this.track.scrollTo({ left: index * this.track.clientWidth, behavior })
    if (behavior === 'instant') this.shown = index
    this.drawDots()
  }

  private settled(): void {
    const size = this.flag('vertical') ? this.track.clientHeight : this.track.clientWidth
    const offset = this.flag('vertical') ? this.track.scrollTop : this.track.scrollLeft
    const current = size > 0 ? Math.round(offset / size) : 0
    if (current === this.shown) return
    this.shown = current
    this.drawDots()
    const currentItemId = this.items[current]?.getAttribute('item-id') ?? ''
    this.emit('change', { current, source: this.source, currentItemId })
    this.emit('animationfinish', { current, source: this.source, currentItemId })
    this.source = ''
  }

  private drawDots(): void {
    this.dots.hidden = !this.flag('indicator-dots')
    this.dots.replaceChildren(
      ...this.items.map((_, index) => {
        const dot = document.createElement('i')
        dot.style.background =
          index === this.shown
            ? this.text('indicator-active-color', '#000000')
            : this.text('indicator-color', 'rgba(0,0,0,.3)')
        return dot
      }),
    )
  }
}
