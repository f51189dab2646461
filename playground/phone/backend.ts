import { CurrentWindowBackendContext } from 'glass-easel'
import { elementFor } from './parts/part'

type DomDocument = CurrentWindowBackendContext['document']
type DomElement = ReturnType<DomDocument['createElement']>

/** Events a browser raises by itself; all others come from the gestures and from the built-in parts. */
const FROM_BROWSER = new Set(['animationstart', 'animationiteration', 'animationend', 'transitionend'])

/** What the checks of tap sizes go by: somebody hears a tap on this element. */
export interface HearsTaps extends Element {
  hearsTaps?: boolean
}

/** glass-easel's DOM, with WXML's tags drawn by our own elements. */
export class PhoneBackend extends CurrentWindowBackendContext {
  override document: DomDocument = {
    createElement: (tag) => elementFor(tag) as unknown as DomElement,
    createTextNode: (text) => document.createTextNode(text) as unknown as DomElement,
    createDocumentFragment: () => document.createDocumentFragment() as unknown as DomElement,
  }

  /** Browser events reach an element's listeners once each; gestures and parts speak to glass-easel themselves. */
  override setListenerStats(element: DomElement, type: string, capture: boolean, mutLevel: number): void {
    if (type === 'tap') Object.assign(element, { hearsTaps: true })
    if (FROM_BROWSER.has(type)) super.setListenerStats(element, type, capture, mutLevel)
  }
}
