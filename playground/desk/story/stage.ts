import { ENTRIES, type Entry, queryOf } from '../../stories/entries'
import type { Hand, Stage, Story } from '../../stories/story'
import { openingOf } from '../chats'
import type { WorldClock } from '../clock'
import type { Desk } from '../desk'
import type { DeskPhone } from '../desk-phone'
import { scan, scannables } from '../scan'
import { messagesOf } from '../service'
import { askShop } from './ask-shop'
import { handOn, type Pace, sleep } from './hand'

const PATIENCE_MS = 20_000
const FROM_LIST = 1001
const GROUP_CHAT = 3

/** What a story needs of the table. */
export interface Table {
  readonly desk: Desk
  readonly clock: WorldClock
  /** Lays a second phone on the table. */
  readonly addPhone: () => DeskPhone
}

/** The table as a story sees it: people by their names in the story, new ones made for this telling. */
export function stageFor({ desk, clock, addPhone }: Table, story: Story, run: string, pace: Pace): Stage {
  const roleOf = (who: string) => {
    const role = story.people[who]
    if (!role) throw new Error(`nobody is called ${who} in ${story.name}`)
    return role
  }
  const userOf = (who: string) => roleOf(who).user ?? `${story.name}-${who}-${run}`
  const phoneOf = (who: string): DeskPhone => {
    const { phone: index, name } = roleOf(who)
    if (index === 1 && !desk.phones[1]) addPhone()
    if (index === 1) document.body.toggleAttribute('data-two', true)
    const phone = desk.phones[index] as DeskPhone
    const user = userOf(who)
    if (phone.holder.user !== user) desk.hand(phone, { user, name })
    desk.activate(phone)
    return phone
  }
  const hands = new Map<string, Hand>()

  return {
    notes: new Map(),
    hand: (who) => {
      const phone = phoneOf(who)
      const hand = hands.get(who) ?? handOn(desk, phone, roleOf(who).name, pace)
      hands.set(who, hand)
      return hand
    },
    opensCard: async (who, chatId, title = '') => {
      const chat = desk.chat(chatId)
      desk.show(chat)
      await sleep(pace.pointsMs)
      const card = desk.cardsIn(chat).findLast((one) => one.title.includes(title))
      if (!card) throw new Error(`no card ${title} in ${chatId}`)
      phoneOf(who).open(openingOf(card, chat))
    },
    enters: async (who, name) => {
      const entry: Entry = ENTRIES[name]
      const { page: path, scene, group = null } = entry
      const search = queryOf(entry, desk.cast.tokens)
      phoneOf(who).open({ path, search, scene, group, ...(group && { chatType: GROUP_CHAT }) })
    },
    opensPage: async (who, path, search = '') =>
      phoneOf(who).open({ path, search, scene: FROM_LIST, group: null }),
    forwards: async (from, to) => {
      desk.show(desk.chat(from))
      const card = desk.cardsIn(desk.chat(from)).at(-1)
      if (!card) throw new Error(`no card in ${from}`)
      desk.forward(card)
      await sleep(pace.pointsMs)
      desk.choose(desk.chat(to))
    },
    scans: async (who, from) => {
      desk.show(desk.chat('scan'))
      const found = await patiently(async () =>
        (await scannables(desk)).find(({ user }) => user === userOf(from)),
      )
      if (!found) throw new Error(`no code on the screen of ${roleOf(from).name}, nor in their album`)
      await sleep(pace.pointsMs)
      await scan(desk, found, phoneOf(who))
    },
    opensNotice: async (who, words) => {
      desk.show(desk.chat('service'))
      const isIt = (data: Readonly<Record<string, string>>) =>
        Object.values(data).some((value) => value.includes(words))
      const found = await patiently(async () =>
        (await messagesOf(userOf(who))).find(({ data }) => isIt(data)),
      )
      if (!found) throw new Error(`no service notification with ${words}`)
      const path = found.page ?? 'pages/home/index'
      phoneOf(who).open(openingOf({ path, withShareTicket: false }, desk.chat('service')))
    },
    asks: (who, method, path, body) => askShop(userOf(who), method, path, body),
    network: async (who, network) => {
      phoneOf(who).setNetwork(network)
      desk.changed()
    },
    clock: (aheadMs) => clock.move(aheadMs),
    ends: async (who) => phoneOf(who).end(),
  }
}

async function patiently<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(200)) {
    const found = await look()
    if (found) return found
  }
  return undefined
}
