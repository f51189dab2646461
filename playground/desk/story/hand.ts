import type { Hand, Target } from '../../stories/story'
import type { Desk } from '../desk'
import type { DeskPhone } from '../desk-phone'
import { bringIntoView, find, isWithinReach } from './find'

const PATIENCE_MS = 20_000
const LOOK_AGAIN_MS = 40
/** A card that carries a share token, or an invitation. */
const CREDITABLE = /[?&](t|code)=/

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
  const reach = (target: Target) => {
    let before = ''
    return until(`cannot tap ${nameOf(target)}`, () => {
      const element = seen(target)
      if (!element || element.closest('[off]')) return null
      bringIntoView(element)
      // What is still on its way is not tapped: a rising sheet, a page that grows.
      const { x, y, width, height } = element.getBoundingClientRect()
      const now = [x, y, width, height].map(Math.round).join()
      const isStill = now === before
      before = now
      return isStill && isWithinReach(element) && element
    })
  }

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
      for (const end = Date.now() + PATIENCE_MS; ; desk.dismiss()) {
        await hand.tap(button ?? '[aria-label="更多"]')
        if (!button) await hand.tap('[data-menu="chat"]')
        const card = await until('shares nothing', () => desk.waiting?.from === phone && desk.waiting.card)
        // Until the shop has answered, a page shares without a token. Nobody is that quick, but a test is.
        if (CREDITABLE.test(card.path) || Date.now() > end) break
      }
      await sleep(pace.pointsMs)
      desk.choose(desk.chat(chat))
      await sleep(pace.pointsMs)
    },
  }
  return hand
}

/** A finger comes down in the element's middle and lifts again. */
async function press(element: HTMLElement, pointsMs: number): Promise<void> {
  if (pointsMs > 0) await point(element, pointsMs)
  const [clientX, clientY] = middleOf(element)
  const met = element.ownerDocument.elementFromPoint(clientX, clientY)
  const target = met && element.contains(met) ? met : element
  for (const type of ['mousedown', 'mouseup', 'click']) {
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX, clientY }),
    )
  }
}

function middleOf(element: HTMLElement): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect()
  return [left + width / 2, top + height / 2]
}

async function point(element: HTMLElement, ms: number): Promise<void> {
  const { ownerDocument: screen } = element
  const [x, y] = middleOf(element)
  const dot = screen.createElement('div')
  dot.className = 'story-finger'
  dot.style.cssText = `left:${x}px;top:${y}px`
  screen.body.append(dot)
  await sleep(ms)
  dot.remove()
}

const nameOf = (target: Target): string => (typeof target === 'string' ? target : target.join(' '))

function shownBy({ screen }: DeskPhone): string {
  const textIn = (css: string) => screen?.querySelector<HTMLElement>(css)?.innerText ?? ''
  const text = `${textIn('#layer')} ${textIn('.frame:not([hidden])')}`
  return text.replace(/\s+/g, ' ').slice(0, 240)
}

export const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))
