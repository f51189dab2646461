const PREFIX = /(?:^|\s)(?:page|comp)--/

/** A drawn element as exparser made it; attributes of built-in components are kept beside the DOM. */
interface Drawn extends HTMLElement {
  readonly __wxElement?: {
    readonly id: string
    readonly dataset: Record<string, unknown>
    readonly _vt?: { readonly attrs: readonly { readonly name: string; readonly value: unknown }[] }
  }
}

const WAIT_MS = 20_000
const LOOK_EVERY_MS = 10

/** What stands on the page in front, found by the words or classes a person or a style sheet would go by. */
export class Screen {
  constructor(private readonly root: () => HTMLElement) {}

  /** All words on the page, in order. */
  text(): string {
    return this.root().textContent ?? ''
  }

  /** Whether these words stand on the page. */
  see(words: string): boolean {
    return this.text().includes(words)
  }

  /** The drawn element with this class or exactly these words; the innermost one. Throws where there is none. */
  find(what: string, within?: string): HTMLElement {
    const found = this.all(what, within)[0]
    if (!found)
      throw new Error(`nothing here is called "${what}". The page says: ${this.text().slice(0, 600)}`)
    return found
  }

  /** Every drawn element with this class (`.cart__line`) or exactly these words; `within` narrows it to a part. */
  all(what: string, within?: string): HTMLElement[] {
    const parts = within ? this.all(within) : [this.root()]
    const elements = parts.flatMap((part) => Array.from(part.querySelectorAll<HTMLElement>('*')))
    if (what.startsWith('.')) return elements.filter((element) => classesOf(element).includes(what.slice(1)))
    const saying = elements.filter((element) => element.textContent?.trim() === what)
    return saying.filter((element) => !saying.some((other) => other !== element && element.contains(other)))
  }

  /** A finger on it, for a moment; then the page has had time to answer. */
  async tap(what: string, within?: string): Promise<void> {
    await this.waitFor(() => this.all(what, within).length > 0, `"${what}" to tap`)
    await this.press(this.find(what, within))
  }

  /** A finger on one of several that are called alike, counted from 0. */
  async tapNth(what: string, place: number): Promise<void> {
    await this.waitFor(() => this.all(what).length > place, `"${what}" number ${place} to tap`)
    await this.press(this.all(what)[place]!)
  }

  private async press(target: HTMLElement): Promise<void> {
    touch(target, 'touchstart', 1)
    touch(target, 'touchend', 0)
    await pause()
  }

  /** Types into the input with this class. */
  async type(what: string, value: string): Promise<void> {
    raise(this.find(what), 'input', { value, cursor: value.length, keyCode: 0 })
    await pause()
  }

  /** Types into one of several inputs of this class, counted from 0. */
  async typeNth(what: string, place: number, value: string): Promise<void> {
    await this.waitFor(() => this.all(what).length > place, `"${what}" number ${place} to type into`)
    raise(this.all(what)[place]!, 'input', { value, cursor: value.length, keyCode: 0 })
    await pause()
  }

  /** An event of a built-in component, such as a picker's `change`. */
  async raise(what: string, type: string, detail: unknown): Promise<void> {
    raise(this.find(what), type, detail)
    await pause()
  }

  /** Waits until these words stand on the page, or the question is answered with true. */
  async waitFor(what: string | (() => boolean), called?: string): Promise<void> {
    const holds = typeof what === 'string' ? () => this.see(what) : what
    const until = performance.now() + WAIT_MS
    while (!holds()) {
      if (performance.now() > until) {
        const name = called ?? (typeof what === 'string' ? `"${what}"` : 'what was asked')
        throw new Error(`waited ${WAIT_MS} ms for ${name}. The page says: ${this.text().slice(0, 600)}`)
      }
      await new Promise((look) => setTimeout(look, LOOK_EVERY_MS))
    }
  }

  /** An attribute of a drawn element as its template gave it. */
  attribute(what: string, name: string): unknown {
    return attributeOf(this.find(what), name)
  }

  /** The share button with these words. */
  shareButton(words: string): { id: string; dataset: Record<string, unknown> } {
    const buttons = Array.from(this.root().querySelectorAll<HTMLElement>('wx-button'))
    const button = buttons.find(
      (candidate) =>
        attributeOf(candidate, 'open-type') === 'share' && candidate.textContent?.includes(words),
    ) as Drawn | undefined
    if (!button)
      throw new Error(`no share button says "${words}". The page says: ${this.text().slice(0, 600)}`)
    return { id: button.__wxElement?.id ?? '', dataset: { ...button.__wxElement?.dataset } }
  }
}

const classesOf = (element: HTMLElement): string[] =>
  (element.getAttribute('class') ?? '').split(/\s+/).map((name) => name.replace(PREFIX, ''))

/** wcc writes `open-type` as `openType`. */
function attributeOf(element: HTMLElement, name: string): unknown {
  const written = name.startsWith('data-')
    ? name
    : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return (element as Drawn).__wxElement?._vt?.attrs.find((attribute) => attribute.name === written)?.value
}

function touch(target: HTMLElement, type: string, fingers: number): void {
  const at = new Touch({ identifier: 0, target, clientX: 0, clientY: 0, pageX: 0, pageY: 0 })
  const touches = Array.from({ length: fingers }, () => at)
  target.dispatchEvent(
    new TouchEvent(type, { bubbles: true, cancelable: true, touches, changedTouches: [at] }),
  )
}

function raise(target: HTMLElement, type: string, detail: unknown): void {
  const exparser = require('miniprogram-exparser') as {
    Event: {
      dispatchEvent(target: unknown, event: unknown): void
      create(type: string, detail: unknown, o: object): unknown
    }
  }
  exparser.Event.dispatchEvent(
    (target as Drawn).__wxElement,
    exparser.Event.create(type, detail, { bubbles: false }),
  )
}

/** Lets promises and the app's own timers of zero length run. */
const pause = (): Promise<void> => new Promise((go) => setTimeout(go, 0))
