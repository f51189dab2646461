import type { Target } from '../../stories/story'

/** Where a person looks: what lies on top first. */
const PLACES = ['#layer', '#single-page', '.frame:not([hidden])', '#nav', '#tabs']

/** The topmost element a target names on this screen, if it is drawn; the innermost one that holds the text. */
export function find(screen: Document, target: Target): HTMLElement | null {
  for (const place of Array.from(screen.querySelectorAll<HTMLElement>(PLACES.join(',')))) {
    const found = findIn(place, target)
    if (found) return found
  }
  return null
}

function findIn(place: HTMLElement, target: Target): HTMLElement | null {
  const [css, text] = typeof target === 'string' ? splitTarget(target) : target
  const own = css.startsWith('#') || css === '' ? [place] : []
  const all = css ? Array.from(place.querySelectorAll<HTMLElement>(css)) : own
  const drawn = [...(css && place.matches(css) ? [place] : []), ...all].filter(isDrawn)
  if (text === '') return drawn[0] ?? null
  const holding = drawn.find((element) => textOf(element).includes(text))
  if (!holding) return null
  const inner = typeof target === 'string' ? undefined : target[2]
  if (inner) return holding.querySelector<HTMLElement>(inner)
  return typeof target === 'string' ? innermost(holding, text) : holding
}

const splitTarget = (target: string): readonly [string, string] =>
  /^[.[#]/.test(target) ? [target, ''] : ['', target]

function innermost(element: HTMLElement, text: string): HTMLElement {
  const child = Array.from(element.children).find(
    (one): one is HTMLElement => isElement(one) && isDrawn(one) && textOf(one).includes(text),
  )
  return child ? innermost(child, text) : element
}

const isElement = (one: Element): one is HTMLElement => 'innerText' in one

const textOf = (element: HTMLElement): string => (element.textContent ?? '').replace(/\s+/g, ' ')

function isDrawn(element: HTMLElement): boolean {
  if (element.closest('[hidden]')) return false
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

/** Scrolls the page, and no frame around it, until the element stands in its middle. */
export function bringIntoView(element: HTMLElement): void {
  const page = element.closest<HTMLElement>('wx-page')
  for (let box = element.parentElement; box; box = box.parentElement) {
    const canScroll = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1
    if (canScroll && /auto|scroll/.test(overflowOf(box))) {
      const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()]
      const isSeen = inner.top >= outer.top && inner.bottom <= outer.bottom
      if (!isSeen) box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
      const isBeside = inner.left < outer.left || inner.right > outer.right
      if (isBeside) box.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
    }
    if (box === page) return
  }
}

function overflowOf(box: HTMLElement): string {
  const style = box.ownerDocument.defaultView?.getComputedStyle(box)
  return `${style?.overflowX} ${style?.overflowY}`
}

/** Whether a finger at the element's middle would meet it, and not something that lies above. */
export function isWithinReach(element: HTMLElement): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return false
  const met = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2)
  return Boolean(met && (element.contains(met) || met.contains(element)))
}
