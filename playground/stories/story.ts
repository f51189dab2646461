import type { NetworkKind } from '../phone/wx/network'
import type { EntryName } from './entries'

/**
 * What is looked for on a phone: a text, a class (begins with a dot) or an attribute (`[…]`), a text inside one, or
 * something inside the one with that text.
 */
export type Target = string | readonly [css: string, text: string, inner?: string]

/** A person of a story. Who has no `user` is new to the shop each time the story is told. */
export interface Role {
  readonly name: string
  /** Somebody of the demo shop, by their name in the simulator. */
  readonly user?: string
  /** Which of the two phones they hold; two people may hold one after the other. */
  readonly phone: 0 | 1
}

/** What a person does with a phone and sees on it. Everything waits until it can be done, or fails by name. */
export interface Hand {
  readonly name: string
  tap(target: Target): Promise<void>
  type(target: Target, text: string): Promise<void>
  sees(target: Target): Promise<void>
  /** Waits until it is not there any more. */
  misses(target: Target): Promise<void>
  reads(target: Target): Promise<string>
  /** Waits until it reads otherwise than `before`; answers what it reads then. */
  changes(target: Target, before: string): Promise<string>
  isAt(page: string): Promise<void>
  back(): Promise<void>
  /** Shares the page in front, by a share button or by the menu behind the three dots, into a chat. */
  shares(chat: string, button?: Target): Promise<void>
}

/** The table the story is played on. */
export interface Stage {
  hand(who: string): Hand
  /** Opens a card in a chat: the newest whose title has these words. */
  opensCard(who: string, chat: string, title?: string): Promise<void>
  /** Opens one of the doors testers have too; with a group, as from a card in it. */
  enters(who: string, entry: EntryName): Promise<void>
  /** Opens a page as from the list of recent mini-programs. */
  opensPage(who: string, path: string, search?: string): Promise<void>
  /** Sends the newest card of a chat on into another one, as people do without opening it. */
  forwards(from: string, to: string): Promise<void>
  /** Scans the code that stands on another person's screen, or lies in their album. */
  scans(who: string, from: string): Promise<void>
  /** A service notification with these words arrived; opens it. */
  opensNotice(who: string, words: string): Promise<void>
  /** Asks the shop's API as this person, for what they do at a desk and not on a phone. */
  asks<T>(who: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T>
  network(who: string, network: NetworkKind): Promise<void>
  /** Moves the clock of shop, WeChat and phones ahead of the real one; the story's end sets it right. */
  clock(aheadMs: number): Promise<void>
  /** The mini-program of this person is wiped away; their next opening is a cold start. */
  ends(who: string): Promise<void>
  /** Something to be remembered between steps. */
  readonly notes: Map<string, string>
}

/** One step: a sentence for who watches, a deed, and what must be seen of it. */
export interface Step {
  readonly who: string
  readonly say: string
  readonly do?: (hand: Hand, stage: Stage) => Promise<void>
  readonly see?: (hand: Hand, stage: Stage) => Promise<void>
}

/** A walk-through: demo, guide, end-to-end test and line of the test plan at once. */
export interface Story {
  /** The file's name. */
  readonly name: string
  /** In Chinese, like everything a tester reads. */
  readonly title: string
  readonly shows: string
  readonly scene: string
  readonly expected: string
  /** The compile modes of DevTools this story goes through. */
  readonly entries: readonly EntryName[]
  readonly people: Readonly<Record<string, Role>>
  readonly steps: readonly Step[]
}
