import { randomUUID } from 'node:crypto'
import { invite, type NewPost } from '../../../server/modules/staff/invitation'
import type { Answer } from './shop'
import type { WeChatShop } from './wechat-shop'

/** Somebody with WeChat: a name of the simulator, logged in to the shop. */
export interface Person {
  readonly user: string
  readonly token: string
  readonly loginId: string
  readonly memberId: string
}

export interface StaffPerson extends Person {
  readonly staffId: string
}

let people = 0

/** A person who opens the shop for the first time, or again under the same name. */
export async function aPerson(shop: WeChatShop, user = `person-${++people}`): Promise<Person> {
  const { code } = await shop.app<{ code: string }>('login', { user })
  const { status, body } = await shop.call('POST', '/sessions', { body: { code } })
  if (status !== 200) throw new Error(`${user} could not log in: ${JSON.stringify(body)}`)
  return { user, token: body.token, loginId: body.loginId, memberId: body.memberId }
}

/** A person who has joined by an invitation. */
export async function aStaffPerson(shop: WeChatShop, post: Partial<NewPost> = {}): Promise<StaffPerson> {
  const { name = '林悦', title = '管家', role = 'staff' } = post
  const { code } = await invite(shop.deps, { name, title, role }, null, shop.clock.now())
  const person = await aPerson(shop)
  const { status, body } = await shop.call('POST', '/staff/join', { token: person.token, body: { code } })
  if (status !== 200) throw new Error(`${name} could not join: ${JSON.stringify(body)}`)
  return { ...person, staffId: body.staffId }
}

export interface Opening {
  readonly id?: string
  readonly at?: number
  readonly scene?: number
  readonly shareToken?: string
  /** Opened from a card in this group of the simulator. */
  readonly group?: string
  readonly fault?: 'foreign_watermark' | 'stale_key'
  readonly shape?: 'enter' | 'share'
}

/** What the client would report of an opening, with the ciphertext WeChat hands it in a group. */
export async function aReport(shop: WeChatShop, person: Person, opening: Opening = {}) {
  const { id = randomUUID(), at = shop.clock.now(), shareToken, group, fault, shape } = opening
  const scene = opening.scene ?? (group ? 1044 : 1007)
  const path = 'pages/product/index'
  const report = { id, at, scene, entry: 'cold', path, ...(shareToken !== undefined && { shareToken }) }
  if (group === undefined) return report
  const { user, loginId } = person
  const asked = { user, group, ...(fault && { fault }), ...(shape && { shape }) }
  const { encryptedData, iv } = await shop.app<{ encryptedData: string; iv: string }>(
    'group-enter-info',
    asked,
  )
  return { ...report, chatType: 3, group: { loginId, encryptedData, iv } }
}

/** Reports touches as they stand. */
export const report = (shop: WeChatShop, person: Person, touches: readonly unknown[]): Promise<Answer> =>
  shop.call('POST', '/touches', {
    token: person.token,
    body: { sentAt: shop.clock.now(), touches },
  })

/** Opens the shop; answers the receipt. */
export async function opens(shop: WeChatShop, person: Person, opening: Opening = {}) {
  const { status, body } = await report(shop, person, [await aReport(shop, person, opening)])
  if (status !== 200) throw new Error(`a touch was refused: ${JSON.stringify(body)}`)
  return body.receipts[0]
}

/** Shares a page; answers the card. */
export async function shares(shop: WeChatShop, person: Person, share: Record<string, unknown> = {}) {
  const { status, body } = await shop.call('POST', '/shares', {
    token: person.token,
    body: { kind: 'home', channel: 'card', ...share },
  })
  if (status !== 200) throw new Error(`a share was refused: ${JSON.stringify(body)}`)
  return body
}

/** Claims the group this staff member opens the shop from. */
export async function ownsGroup(shop: WeChatShop, staff: StaffPerson, group: string, name = group) {
  const { id } = await opens(shop, staff, { group })
  return shop.call('POST', '/staff/groups', { token: staff.token, body: { touchId: id, name } })
}
