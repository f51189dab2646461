import { DAY_MS, HOUR_MS, startOfDay } from '@domain/shop-time'
import { relayHash, rootHash } from '../../server/modules/share/sharer'
import { newShareToken } from '../../server/modules/share/token'
import type { shares } from '../../server/schema/touch'
import { chance, pick, type Random, random } from './chance'
import type { PersonOfStaff } from './data'
import type { Product } from './products'
import { memberIdOf, type Stage, staffIdOf } from './stage'

export type ShareRow = typeof shares.$inferSelect

/** Everything that was shared: posters that hang for good, and the cards of each staff member, oldest first. */
export interface Shared {
  readonly byToken: Map<string, ShareRow>
  readonly posters: ReadonlyMap<string, ShareRow>
  readonly cards: ReadonlyMap<string, readonly ShareRow[]>
}

const CARD_LIFE_MS = 90 * DAY_MS
const POSTERS_SINCE_DAYS = 375

export function seedShares(stage: Stage, historyDays: number): Shared {
  const byToken = new Map<string, ShareRow>()
  const posters = new Map<string, ShareRow>()
  const cards = new Map<string, ShareRow[]>()
  const keep = (share: ShareRow): ShareRow => {
    byToken.set(share.token, share)
    stage.rows.shares.push(share)
    return share
  }
  for (const [index, person] of stage.people.staff.entries()) {
    const since = stage.nowMs - POSTERS_SINCE_DAYS * DAY_MS
    posters.set(person.id, keep(root(stage, person, { channel: 'code', createdAt: since, expiresAt: null })))
    const next = random(9000 + index)
    cards.set(person.id, cardDays(stage, person, next, historyDays).map(keep))
  }
  for (const share of fixedShares(stage)) keep(share)
  return { byToken, posters, cards }
}

/** A card in the morning on most days, on some another one before dinner. */
function cardDays(stage: Stage, person: PersonOfStaff, next: Random, days: number): ShareRow[] {
  const liked = likedBy(stage, person)
  const cards: ShareRow[] = []
  for (let day = days; day >= 0; day--) {
    const midnight = startOfDay(stage.nowMs - day * DAY_MS)
    for (const [hour, probability] of [
      [8.5, 0.85],
      [16.5, 0.4],
    ] as const) {
      const createdAt = Math.floor(midnight + (hour + next()) * HOUR_MS)
      const onSale = liked.filter((product) => product.since <= createdAt)
      if (!chance(next, probability) || createdAt >= stage.nowMs || onSale.length === 0) continue
      const productId = pick(next, onSale).id
      cards.push(root(stage, person, { productId, createdAt, expiresAt: createdAt + CARD_LIFE_MS }))
    }
  }
  return cards
}

/** What the staff member's groups like, each several times as likely as the rest. */
function likedBy({ people, products }: Stage, { id }: PersonOfStaff): Product[] {
  const tastes = new Set(people.groups.filter(({ owner }) => owner === id).map(({ taste }) => taste))
  return products.flatMap((product) => (tastes.has(product.category) ? Array(5).fill(product) : [product]))
}

type RootWish = Partial<Pick<ShareRow, 'token' | 'productId' | 'channel' | 'expiresAt'>> & {
  readonly createdAt: number
}

function root(stage: Stage, { id, user }: PersonOfStaff, wish: RootWish): ShareRow {
  const token = wish.token ?? newShareToken(stage.bytes)
  const productId = wish.productId ?? null
  return {
    token,
    rootToken: token,
    rootStaffId: staffIdOf(stage, id),
    depth: 0,
    kind: productId === null ? 'home' : 'product',
    productId,
    campaignId: null,
    channel: wish.channel ?? 'card',
    intendedGroupId: null,
    sharerHash: rootHash(stage.keys, memberIdOf(stage, { user }), token),
    createdAt: wish.createdAt,
    expiresAt: wish.expiresAt ?? null,
    revokedAt: null,
  }
}

/** The relay a member makes of a share, as `POST /shares` would. */
export function relayOf(
  stage: Stage,
  memberId: string,
  opened: ShareRow,
  createdAt: number,
  token = newShareToken(stage.bytes),
): ShareRow {
  const { kind, productId, campaignId } = opened
  const context = { kind, productId, campaignId, channel: 'card' as const }
  return {
    ...opened,
    ...context,
    token,
    depth: opened.depth + 1,
    intendedGroupId: null,
    sharerHash: relayHash(stage.keys, memberId, opened.rootToken, context),
    createdAt,
    expiresAt: null,
  }
}

/** The shares DevTools compile modes open. */
function fixedShares(stage: Stage): ShareRow[] {
  const { tokens, people, products, nowMs } = stage
  const person = people.staff.find(({ id }) => id === tokens.staff)
  const product = products.find(({ code }) => code === tokens.productCode)
  const forwarder = people.members[0]
  if (!person || !product || !forwarder)
    throw new Error('tokens.json names people or products that are not there')
  const createdAt = nowMs - DAY_MS
  const expiresAt = nowMs + 3650 * DAY_MS
  const card = (token: string, more: Partial<RootWish> = {}) =>
    root(stage, person, { token, productId: product.id, createdAt, expiresAt, ...more })
  const staffCard = card(tokens.staffCard)
  return [
    staffCard,
    relayOf(stage, memberIdOf(stage, forwarder), staffCard, createdAt, tokens.relayCard),
    card(tokens.homeCard, { productId: null }),
    card(tokens.code, { channel: 'code', expiresAt: null }),
    card(tokens.moments, { channel: 'moments' }),
    card(tokens.expiredCard, { createdAt: nowMs - 91 * DAY_MS, expiresAt: nowMs - DAY_MS }),
  ]
}
