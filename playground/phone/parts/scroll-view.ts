import { definePart, Part } from './part'

export function defineScrollView(): void {
  definePart('scroll-view', ScrollViewPart)
}

class ScrollViewPart extends Part {
  static override watched = [
    'scroll-top',
    'scroll-left',
    'scroll-into-view',
    'scroll-x',
    'scroll-y',
    'refresher-triggered',
  ]
  private last = { left: 0, top: 0 }
  private wasAt = { upper: true, lower: false }
  private isRefreshing = false

  protected override build(): void {
    this.addEventListener('scroll', () => this.scrolled(), { passive: true })
    let startY = 0
    this.addEventListener('touchstart', (event) => (startY = event.touches[0]?.clientY ?? 0), {
      passive: true,
    })
    this.addEventListener('touchend', (event) => {
      const pulled = (event.changedTouches[0]?.clientY ?? 0) - startY
      if (this.flag('refresher-enabled') && this.scrollTop <= 0 && pulled > 60) this.refresh()
    })
  }

  protected override changed(name: string | null): void {
    this.toggleAttribute('across', this.flag('scroll-x'))
    this.toggleAttribute('down', this.flag('scroll-y'))
    this.toggleAttribute('flex', this.flag('enable-flex'))
    const behavior = this.flag('scroll-with-animation') ? 'smooth' : 'instant'
    const top = this.prop('scroll-top')
    const left = this.prop('scroll-left')
    if ((name === null || name === 'scroll-top') && isGiven(top))
      this.scrollTo({ top: Number(top), behavior })
    if ((name === null || name === 'scroll-left') && isGiven(left))
      this.scrollTo({ left: Number(left), behavior })
    if (name === 'refresher-triggered' && this.isRefreshing && !this.flag('refresher-triggered')) {
      this.isRefreshing = false
      this.emit('refresherrestore')
    }
    const into = this.text('scroll-into-view')
    if (into && (name === null || name === 'scroll-into-view')) {
      requestAnimationFrame(() => {
        const child = this.querySelector(`[id="${into}"],[id$="--${into}"]`)
        if (!child) return
        // Only this view moves: `child.scrollIntoView` would scroll the page behind it as well.
        const [to, from] = [child.getBoundingClientRect(), this.getBoundingClientRect()]
        this.scrollBy({ top: to.top - from.top, left: to.left - from.left, behavior })
      })
    }
  }

  private refresh(): void {
    this.isRefreshing = true
    this.emit('refresherpulling', { dy: 60 })
    this.emit('refresherrefresh')
  }

  private scrolled(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientHeight, clientWidth } = this
    const deltaX = this.last.left - scrollLeft
    const deltaY = this.last.top - scrollTop
    this.last = { left: scrollLeft, top: scrollTop }
    this.emit('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY })

    const isDown = this.flag('scroll-y')
    const [offset, size, whole] = isDown
      ? [scrollTop, clientHeight, scrollHeight]
      : [scrollLeft, clientWidth, scrollWidth]
    const upper = offset <= Number(this.prop('upper-threshold') ?? 50)
    const lower = offset + size >= whole - Number(this.prop('lower-threshold') ?? 50)
    if (upper && !this.wasAt.upper) this.emit('scrolltoupper', { direction: isDown ? 'top' : 'left' })
    if (lower && !this.wasAt.lower) this.emit('scrolltolower', { direction: isDown ? 'bottom' : 'right' })
    this.wasAt = { upper, lower }
  }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
