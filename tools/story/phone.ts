import { randomUUID } from 'node:crypto'
import type { ShareCard } from '@contract/share'
import type { TouchReceipt, TouchReport } from '@contract/touch'
import type { CallApi, CallApp } from './api'

/** The two programs a story is played with, and what keeps its people apart from those of other runs. */
export interface Street {
  readonly api: CallApi
  readonly app: CallApp
  readonly run: string
}

/** Somebody with WeChat on a phone, logged in to the shop. */
export interface Person {
  readonly name: string
  /** Their name in the simulator. */
  readonly user: string
  readonly token: string
  readonly loginId: string
}

export interface Entry {
  readonly shareToken?: string
  /** Opened from a card in this chat. */
  readonly chat?: string
}

export async function logIn(street: Street, name: string, user: string): Promise<Person> {
  const { code } = await street.app<{ code: string }>('login', { user })
  const { token, loginId } = await street.api('POST /sessions', { body: { code } })
  return { name, user, token, loginId }
}

/** The enter options and, in a chat, the ciphertext: what the mini-program reports of an opening. */
export async function touchOf(
  { app }: Pick<Street, 'app'>,
  { user, loginId }: Person,
  { shareToken, chat }: Entry,
): Promise<TouchReport> {
  const scene = chat === undefined ? 1007 : 1044
  const touch: TouchReport = {
    id: randomUUID(),
    at: Date.now(),
    scene,
    entry: 'cold',
    path: 'pages/product/index',
    ...(shareToken !== undefined && { shareToken }),
  }
  if (chat === undefined) return { ...touch, chatType: 1 }
  const { encryptedData, iv } = await app<{ encryptedData: string; iv: string }>('group-enter-info', {
    user,
    group: chat,
  })
  return { ...touch, chatType: 3, group: { loginId, encryptedData, iv } }
}

/** Opens the shop; answers what the shop made of it. */
export async function open(street: Street, person: Person, entry: Entry): Promise<TouchReceipt> {
  const touch = await touchOf(street, person, entry)
  const body = { sentAt: Date.now(), touches: [touch] }
  const { receipts } = await street.api('POST /touches', { token: person.token, body })
  return receipts[0]!
}

/** The card of a product; a relay where it was opened by somebody's card. */
export const share = (
  { api }: Street,
  { token }: Person,
  productId: string,
  parentToken?: string,
): Promise<ShareCard> =>
  api('POST /shares', {
    token,
    body: { kind: 'product', productId, channel: 'card', ...(parentToken !== undefined && { parentToken }) },
  })
