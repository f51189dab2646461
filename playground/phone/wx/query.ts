import { nearestEased } from '../emit'
import type { Page } from '../page'
import { asWeappCanvas, CanvasPart } from '../parts/canvas'
import type { Router } from '../router'
import { asynchronous } from './api'
import { canvasToFile } from './canvas-file'

interface Fields {
  readonly id?: boolean
  readonly dataset?: boolean
  readonly rect?: boolean
  readonly size?: boolean
  readonly scrollOffset?: boolean
  readonly computedStyle?: readonly string[]
  readonly properties?: readonly string[]
  readonly node?: boolean
  readonly context?: boolean
}

type Answer = Record<string, unknown> | null
type Callback = (answer: Answer | Answer[]) => void

/** `wx.createSelectorQuery` over the page on top; places are told from the page's own upper left corner. */
class SelectorQuery {
  private readonly asked: { read: () => Answer | Answer[]; callback?: Callback }[] = []

  constructor(private readonly router: Router<Page>) {}

  in(): this {
    return this
  }

  select(selector: string) {
    return this.nodes(() => this.find(selector)[0] ?? null)
  }

  selectAll(selector: string) {
    return this.nodes(() => this.find(selector))
  }

  selectViewport() {
    return this.nodes(() => this.router.top?.body ?? null)
  }

  exec(callback?: (answers: (Answer | Answer[])[]) => void): this {
    requestAnimationFrame(() => {
      const answers = this.asked.map(({ read, callback: each }) => {
        const answer = read()
        each?.(answer)
        return answer
      })
      callback?.(answers)
    })
    return this
  }

  private nodes(find: () => Element | Element[] | null) {
    const read = (fields: Fields) => () => {
      const found = find()
      return Array.isArray(found)
        ? found.map((e) => this.describe(e, fields))
        : found && this.describe(found, fields)
    }
    const ask = (fields: Fields) => (callback?: Callback) => {
      this.asked.push({ read: read(fields), callback })
      return this
    }
    return {
      boundingClientRect: ask({ id: true, dataset: true, rect: true, size: true }),
      scrollOffset: ask({ id: true, dataset: true, scrollOffset: true }),
      fields: (fields: Fields, callback?: Callback) => ask(fields)(callback),
      node: ask({ node: true }),
      context: ask({ context: true }),
    }
  }

  private find(selector: string): Element[] {
    const own = selector.replace(/>>>/g, ' ').replace(/#([\w-]+)/g, '[id$="--$1"]')
    return Array.from(this.router.top?.body.querySelectorAll(own) ?? [])
  }

  private describe(element: Element, fields: Fields): Record<string, unknown> {
    const eased = nearestEased(element)
    const rect = placeInPage(element)
    const isViewport = element === this.router.top?.body
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
    const style = fields.computedStyle ? getComputedStyle(element) : null
    return {
      ...(fields.id && { id: isViewport ? '' : (eased?.id ?? '') }),
      ...(fields.dataset && { dataset: eased?.dataset ?? {} }),
      ...(fields.rect && { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom }),
      ...(fields.size && { width: rect.width, height: rect.height }),
      ...(fields.scrollOffset && { scrollLeft, scrollTop, scrollWidth, scrollHeight }),
      ...(style &&
        Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style.getPropertyValue(name)]))),
      ...(fields.properties &&
        Object.fromEntries(fields.properties.map((name) => [name, eased?.getAttribute(name)]))),
      ...(fields.node && { node: element instanceof CanvasPart ? element.canvas : element }),
    }
  }
}

/** `wx.createIntersectionObserver` over the page on top. */
class PageIntersection {
  private observer: IntersectionObserver | null = null
  private margin = '0px'
  private root: Element | null = null

  constructor(
    private readonly router: Router<Page>,
    private readonly options: { thresholds?: number[]; observeAll?: boolean } = {},
  ) {}

  relativeToViewport(
    margins: Readonly<Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>> = {},
  ): this {
    const side = (name: 'top' | 'right' | 'bottom' | 'left') => `${margins[name] ?? 0}px`
    this.margin = `${side('top')} ${side('right')} ${side('bottom')} ${side('left')}`
    this.root = this.router.top?.body ?? null
    return this
  }

  relativeTo(selector: string, margins = {}): this {
    this.relativeToViewport(margins)
    this.root = this.router.top?.body.querySelector(selector) ?? null
    return this
  }

  observe(selector: string, callback: (result: object) => void): void {
    const { thresholds = [0], observeAll = false } = this.options
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const {
          target,
          intersectionRatio,
          boundingClientRect,
          intersectionRect,
          rootBounds,
          time,
        } of entries) {
          const eased = nearestEased(target)
          callback({
            id: eased?.id ?? '',
            dataset: eased?.dataset ?? {},
            intersectionRatio,
            boundingClientRect,
            intersectionRect,
            relativeRect: rootBounds,
            time,
          })
        }
      },
      { root: this.root, rootMargin: this.margin, threshold: thresholds },
    )
    const own = selector.replace(/#([\w-]+)/g, '[id$="--$1"]')
    const found = Array.from(this.router.top?.body.querySelectorAll(own) ?? [])
    for (const element of observeAll ? found : found.slice(0, 1)) this.observer.observe(element)
  }

  disconnect(): void {
    this.observer?.disconnect()
  }
}

export function queryApi(router: Router<Page>): Record<string, unknown> {
  return {
    createSelectorQuery: () => new SelectorQuery(router),
    createIntersectionObserver: (
      _owner: unknown,
      options?: { thresholds?: number[]; observeAll?: boolean },
    ) => new PageIntersection(router, options),
    createOffscreenCanvas: ({ width = 300, height = 150 }: { width?: number; height?: number } = {}) =>
      asWeappCanvas(Object.assign(document.createElement('canvas'), { width, height })),
    canvasToTempFilePath: asynchronous('canvasToTempFilePath', canvasToFile),
  }
}

function placeInPage(element: Element): DOMRect {
  const rect = element.getBoundingClientRect()
  const frame = element.closest('.frame')?.getBoundingClientRect()
  return new DOMRect(rect.x - (frame?.x ?? 0), rect.y - (frame?.y ?? 0), rect.width, rect.height)
}
