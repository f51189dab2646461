import { type Element as EaselElement, Event as EaselEvent } from 'glass-easel'

export interface Eased extends Element {
  __wxElement?: EaselElement
}

interface EmitOptions {
  readonly bubbles?: boolean
  readonly extra?: Record<string, unknown>
  readonly original?: Event
}

/** Raises a mini-program event on an element, as WeChat's components do. Answers whether somebody caught it for good. */
export function emit(
  element: Element,
  type: string,
  detail: unknown = {},
  { bubbles = false, extra = {}, original }: EmitOptions = {},
): boolean {
  const target = nearestEased(element)
  if (!target) return false
  const event = new EaselEvent(type, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: true,
    originalEvent: original,
    extraFields: extra,
  })
  EaselEvent.dispatchEvent(target, event)
  return event.defaultPrevented()
}

/** The glass-easel node an element belongs to: parts may hold plain browser elements of their own. */
export function nearestEased(element: Element | null): EaselElement | null {
  let current: Eased | null = element
  while (current && !current.__wxElement) current = current.parentElement
  return current?.__wxElement ?? null
}
