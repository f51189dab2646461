import type { Page } from 'playwright-core'

/** A fingertip, in CSS px a side. */
const FINGERTIP_PX = 44

/** Places that may be smaller, each with why. */
const EXEMPT: readonly string[] = [
  // One bar of thirty: a finger slides over the chart, and the same figures stand in the list behind it.
  'bars__slot',
]

/** Something to be tapped that leaves less than a fingertip of room, as far as taps on it really arrive. */
export interface SmallTap {
  readonly name: string
  readonly width: number
  readonly height: number
}

/** Every place of the screen in front that hears taps and is smaller than a fingertip. */
export function smallTaps(page: Page): Promise<SmallTap[]> {
  return page.evaluate(measure, { fingertip: FINGERTIP_PX, exempt: EXEMPT })
}

/** Runs in the page. */
function measure({ fingertip, exempt }: { fingertip: number; exempt: readonly string[] }): SmallTap[] {
  interface Tapped extends HTMLElement {
    hearsTaps?: boolean
  }
  const own = 'wx-button,wx-input,wx-textarea,wx-switch,wx-picker,wx-radio,wx-checkbox'
  const isTapped = (element: Tapped) => element.hearsTaps === true || element.matches(own)
  const frame = document.querySelector('.frame:not([hidden])')
  const all = Array.from(frame?.querySelectorAll<Tapped>('*') ?? []).filter(isTapped)
  const textBut = (element: Element, inner: readonly Element[]) =>
    inner.reduce((text, one) => text.replace(one.textContent ?? '', ''), element.textContent ?? '').trim()

  const small: SmallTap[] = []
  for (const element of all) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    if (element.closest('[off]') || exempt.some((name) => element.classList.contains(name))) continue
    // A wrapper that keeps taps on its button from going further is no target of its own.
    const inner = all.filter((other) => other !== element && element.contains(other))
    if (inner.length > 0 && textBut(element, inner) === '') continue
    element.scrollIntoView({ block: 'center', inline: 'center' })
    const box = element.getBoundingClientRect()
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const isOwn = (dx: number, dy: number) => {
      const met = document.elementFromPoint(x + dx, y + dy)
      return met !== null && element.contains(met)
    }
    if (!isOwn(0, 0)) continue
    const reach = (dx: number, dy: number) => {
      let far = 0
      while (far < fingertip && isOwn(dx * (far + 0.5), dy * (far + 0.5))) far += 0.5
      return far
    }
    const width = reach(1, 0) + reach(-1, 0)
    const height = reach(0, 1) + reach(0, -1)
    // Half a pixel is lost to rounding at each end.
    if (width >= fingertip - 1 && height >= fingertip - 1) continue
    const name = `${element.className || element.localName} "${(element.textContent ?? '').slice(0, 12)}"`
    small.push({ name, width, height })
  }
  document.querySelector('.frame:not([hidden]) wx-page')?.scrollTo(0, 0)
  return small
}
