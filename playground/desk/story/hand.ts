import type { Hand, Target } from '../../stories/story'
import type { Desk } from '../desk'
import type { DeskPhone } from '../desk-phone'
import { bringIntoView, find, isWithinReach } from './find'

const PATIENCE_MS = 20_000
const LOOK_AGAIN_MS = 40

/** How fast the story is told: a watched one points before it taps. */
export interface Pace {
  /** Waits before each deed and shows where it happens. */
  readonly pointsMs: number
  /** Ends the waits of a story nobody plays any more. */
  readonly isOver: () => boolean
}

export class StoryEnded extends Error {}

/** Somebody's hand on their phone. */
export function handOn(desk: Desk, phone: DeskPhone, name: string, pace: Pace): Hand {
  const until = async <T>(what: string, look: () => T | null | false): Promise<T> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_AGAIN_MS)) {
      if (pace.isOver()) throw new StoryEnded()
      const found = look()
      if (found) return found
    }
    throw new Error(`${name} ${what}; on the screen: ${shownBy(phone)}`)
  }
  const seen = (target: Target) => {
    const screen = phone.isRunning ? phone.screen : null
    return screen && find(screen, target)
  }
  const reach = (target: Target) =>
    until(`cannot tap ${nameOf(target)}`, () => {
      const element = seen(target)
      if (!element || element.closest('[off]')) return null
      bringIntoView(element)
      return isWithinReach(element) && element
    })

  const hand: Hand = {
    name,
    tap: async (target) => {
      await press(await reach(target), pace.pointsMs)
    },
    type: async (target, text) => {
      const field = (await reach(target)).querySelector<HTMLInputElement>('input,textarea')
      if (!field) throw new Error(`${nameOf(target)} is no field`)
      field.focus()
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await sleep(pace.pointsMs)
      field.blur()
    },
    sees: async (target) => {
      const element = await until(`does not see ${nameOf(target)}`, () => seen(target))
      if (pace.pointsMs > 0) bringIntoView(element)
    },
    misses: async (target) => {
      await until(`still sees ${nameOf(target)}`, () => phone.isRunning && !seen(target))
    },
    reads: async (target) => {
      const element = await until(`does not see ${nameOf(target)}`, () => seen(target))
      return element.innerText.trim()
    },
    changes: (target, before) =>
      until(`sees no change of ${nameOf(target)}`, () => {
        const text = seen(target)?.innerText.trim()
        return text !== undefined && text !== before && text
      }),
    isAt: async (page) => {
      await until(`is not at ${page}`, () => seen(`.frame[data-page="${page}"]`) && phone.isRunning)
    },
    back: () => hand.tap('.nav-back'),
    shares: async (chat, button) => {
      await hand.tap(button ?? '[aria-label="更多"]')
      if (!button) await hand.tap('[data-menu="chat"]')
      await until('shares nothing', () => desk.waiting?.from === phone)
      await sleep(pace.pointsMs)
      desk.choose(desk.chat(chat))
      await sleep(pace.pointsMs)
    },
  }
  return hand
}

/** A finger comes down in the element's middle and lifts again. */
async function press(element: HTMLElement, pointsMs: number): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect()
  const [clientX, clientY] = [left + width / 2, top + height / 2]
  if (pointsMs > 0) await point(element.ownerDocument, clientX, clientY, pointsMs)
  const met = element.ownerDocument.elementFromPoint(clientX, clientY)
  const target = met && element.contains(met) ? met : element
  for (const type of ['mousedown', 'mouseup', 'click']) {
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX, clientY }),
    )
  }
}

async function point(screen: Document, x: number, y: number, ms: number): Promise<void> {
  const dot = screen.createElement('div')
  dot.className = 'story-finger'
  dot.style.cssText = `left:${x}px;top:${y}px`
  screen.body.append(dot)
  await sleep(ms)
  dot.remove()
}

const nameOf = (target: Target): string => (typeof target === 'string' ? target : target.join(' '))

function shownBy({ screen }: DeskPhone): string {
  const text = screen?.querySelector<HTMLElement>('.frame:not([hidden])')?.innerText ?? 'nothing'
  return text.replace(/\s+/g, ' ').slice(0, 240)
}

export const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))
