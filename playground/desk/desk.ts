import type { Cast } from '../host/cast'
import type { FromPhone } from '../phone/desk-link'
import { type Card, type Chat, chatsOf, openingOf, SCENES, takesCards } from './chats'
import { DeskPhone } from './desk-phone'
import { firstCards } from './first-cards'
import type { Holder } from './people'

const KEPT = 'desk:cards'

/** A card on its way into a chat: shared from a phone, or forwarded from another chat. */
interface Waiting {
  readonly card: Card
  readonly from: DeskPhone | null
}

/** The table: chats with their cards, and the phones. Drawing is left to whoever listens. */
export class Desk {
  readonly chats: readonly Chat[]
  readonly phones: DeskPhone[] = []
  current: Chat
  /** The phone that cards are opened on. */
  active = 0
  waiting: Waiting | null = null
  private readonly cards: Record<string, Card[]>
  private readonly listeners = new Set<() => void>()

  constructor(readonly cast: Cast) {
    this.chats = chatsOf(cast)
    this.current = this.chats[0] as Chat
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Record<string, Card[]>
    this.cards = { ...firstCards(cast), ...kept }
  }

  get phone(): DeskPhone {
    return this.phones[this.active] as DeskPhone
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener)
  }

  changed(): void {
    for (const listener of this.listeners) listener()
  }

  addPhone(frame: HTMLIFrameElement, holder: Holder): DeskPhone {
    const phone = new DeskPhone(frame, holder, (message, from) => this.hear(message, from))
    this.phones.push(phone)
    return phone
  }

  chat(id: string): Chat {
    const chat = this.chats.find((one) => one.id === id)
    if (!chat) throw new Error(`no chat ${id}`)
    return chat
  }

  cardsIn(chat: Chat): readonly Card[] {
    return this.cards[chat.id] ?? []
  }

  show(chat: Chat): void {
    this.current = chat
    this.changed()
  }

  activate(phone: DeskPhone): void {
    this.active = Math.max(0, this.phones.indexOf(phone))
    this.changed()
  }

  /** Somebody else takes a phone into the hand: their own mini-program is not running there. */
  hand(phone: DeskPhone, holder: Holder): void {
    if (phone.holder.user !== holder.user) phone.end()
    phone.holder = holder
    this.changed()
  }

  open(card: Card, chat: Chat, phone = this.phone): void {
    phone.open(openingOf(card, chat))
    this.changed()
  }

  /** Tapping a chat: it takes the card that waits, or is shown. */
  choose(chat: Chat): void {
    if (this.waiting && takesCards(chat)) this.post(chat, this.waiting.card)
    else this.show(chat)
  }

  forward(card: Card): void {
    this.waiting = { card, from: null }
    this.changed()
  }

  /** The chat picker is closed without a choice. */
  dismiss(): void {
    this.waiting?.from?.tell({ kind: 'picked' })
    this.waiting = null
    this.changed()
  }

  private post(chat: Chat, card: Card): void {
    const sender = this.waiting?.from?.holder.name ?? this.phone.holder.name
    this.cards[chat.id] = [...this.cardsIn(chat), { ...card, sender }]
    sessionStorage.setItem(KEPT, JSON.stringify(this.cards))
    this.current = chat
    this.dismiss()
  }

  private hear(message: FromPhone, from: DeskPhone): void {
    if (message.kind === 'left') from.frame.setAttribute('data-away', '')
    if (message.kind === 'full') {
      from.open({ path: message.path, search: message.search, scene: SCENES.fromMoments, group: null })
    }
    if (message.kind === 'shared') {
      const card = { ...message.card, sender: from.holder.name }
      this.waiting = { card, from }
      if (message.to === 'moments') this.post(this.chat('moments'), card)
    }
    this.changed()
  }
}
