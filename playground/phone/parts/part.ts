import { lengthsInPhone } from '../../lengths'
import { type Eased, emit } from '../emit'

/**
 * A built-in component of WeChat as a custom element. glass-easel writes attributes as text, so parts read the value as
 * the template gave it with `prop`.
 */
export class Part extends HTMLElement {
  /** Attributes whose change redraws the part. */
  static watched: readonly string[] = []

  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: each part names its own attributes in its own class
    return [...this.watched]
  }

  private isBuilt = false

  override setAttribute(name: string, value: string): void {
    super.setAttribute(name, name === 'style' ? lengthsInPhone(value) : value)
  }

  connectedCallback(): void {
    if (!this.isBuilt) {
      this.isBuilt = true
      this.build()
    }
    this.changed(null)
  }

  attributeChangedCallback(name: string): void {
    if (this.isBuilt && this.isConnected) this.changed(name)
  }

  /** The value of an attribute as written in the template; undefined where there is none. */
  prop(name: string): unknown {
    const value = (this as Eased).__wxElement?.getAttribute(name)
    return value === null ? undefined : value
  }

  text(name: string, otherwise = ''): string {
    const value = this.prop(name)
    return value === undefined || value === null ? otherwise : String(value)
  }

  /** WXML's truth: `false` and `"false"` are false, an empty attribute is true. */
  flag(name: string, otherwise = false): boolean {
    const value = this.prop(name)
    if (value === undefined || value === null) return otherwise
    return value !== false && value !== 'false'
  }

  emit(type: string, detail: unknown = {}, bubbles = false): void {
    emit(this, type, detail, { bubbles })
  }

  /** Called once, when the part first stands in a page. */
  protected build(): void {}

  /** Called with the attribute that changed, or null when the part comes into a page. */
  protected changed(_name: string | null): void {}
}

/** Defines the element behind a WXML tag. */
export function definePart(tag: string, part: CustomElementConstructor): void {
  customElements.define(`wx-${tag}`, class extends part {})
}

/** The element for a WXML tag; a tag nobody defined is drawn as a plain box and named in the console. */
export function elementFor(tag: string): HTMLElement {
  const name = tag.startsWith('wx-') ? tag : `wx-${tag}`
  if (!customElements.get(name)) {
    if (name !== 'wx-x' && name !== 'wx-comp') console.error(`unknown component: ${tag}`)
    customElements.define(name, class extends Part {})
  }
  return document.createElement(name)
}
