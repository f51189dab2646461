import { DAY_MS, MINUTE_MS } from '@domain/shop-time'
import type { OrderAddress } from '../../server/schema/order'
import { closeOrder, liveOn } from './afterlife'
import { basketOf, type Pantry } from './baskets'
import { between, chance, pick, type Random, random } from './chance'
import type { PersonOfMember } from './data'
import type { Identity } from './identity'
import { type Opening, planOpenings, profileOf } from './openings'
import { payOrder, seedOrder } from './orders'
import { addressOf } from './people'
import { emptyPurse } from './purse'
import type { Shared } from './shares'
import { memberIdOf, type Stage, staffIdOf } from './stage'
import { type Standing, seedTouch } from './touches'

export const HISTORY_DAYS = 90
const UNPAID = 0.04
const CART = 0.12

/** Ninety days of openings and purchases of every member, then what staff bought for themselves. */
export function seedHistory(stage: Stage, shared: Shared, identity: Identity): void {
  const since = stage.nowMs - HISTORY_DAYS * DAY_MS
  const plans = planOpenings(stage, shared, since)
  for (const member of stage.people.members) {
    live(stage, shared, member, plans.get(member.id) ?? [], addressOf(identity, member))
  }
  for (const person of stage.people.staff) buyForThemselves(stage, shared, person, identity)
}

function live(
  stage: Stage,
  shared: Shared,
  member: PersonOfMember,
  openings: readonly Opening[],
  address: OrderAddress,
): void {
  const next = random(member.seed + 2)
  const profile = profileOf(stage, member)
  const standing = newcomer(memberIdOf(stage, member), null)
  const pantry: Pantry = new Map()
  const purse = emptyPurse(random(member.seed + 5))
  for (const [index, opening] of openings.entries()) {
    seedTouch(stage, shared, standing, opening)
    if (!opening.buys) continue
    const basket = basketOf(next, stage, profile, pantry, opening.at, opening.share?.productId ?? null)
    // Nobody opens the shop once more between choosing and ordering: the order rests on what came before it.
    const later = opening.at + between(next, 2, 40) * MINUTE_MS
    const at = Math.floor(Math.min(later, (opening.at + (openings[index + 1]?.at ?? later)) / 2))
    if (basket.length === 0 || at > stage.nowMs - 20 * MINUTE_MS) continue
    const seeded = seedOrder(stage, standing, basket, address, { at, openedAt: opening.at, purse })
    if (chance(next, UNPAID)) {
      closeOrder(stage, seeded)
      continue
    }
    payOrder(stage, standing, seeded, Math.floor(at + between(next, 0.3, 4) * MINUTE_MS))
    liveOn(next, stage, seeded, profile.refund)
  }
  seen(stage, standing.memberId, openings.at(-1)?.at)
  if (chance(next, CART)) fillCart(next, stage, standing.memberId, openings.at(-1)?.at ?? stage.nowMs)
}

const newcomer = (memberId: string, staffId: string | null): Standing => ({
  memberId,
  staffId,
  touches: [],
  binding: null,
})

/** Each staff member tried their own cards twice, bought, and earned nothing by it. */
function buyForThemselves(
  stage: Stage,
  shared: Shared,
  person: { readonly id: string; readonly user: string; readonly name: string },
  identity: Identity,
): void {
  const next = random(7000 + stage.people.staff.findIndex(({ id }) => id === person.id))
  const member = {
    ...stage.people.members[0]!,
    user: person.user,
    receiver: person.name,
    address: '群店门店',
  }
  const standing = newcomer(memberIdOf(stage, person), staffIdOf(stage, person.id))
  const profile = { ...stage.people.profiles[0]!, lines: 2 }
  const pantry: Pantry = new Map()
  for (const daysAgo of [45, 12]) {
    const at = Math.floor(stage.nowMs - daysAgo * DAY_MS + between(next, 1, 120) * MINUTE_MS)
    const cards = shared.cards.get(person.id)?.filter((card) => card.createdAt < at) ?? []
    const share = cards.at(-1) ?? null
    const opening = { share, group: null, isGroupProven: false, scene: 1007, chatType: 1, buys: true, at }
    seedTouch(stage, shared, standing, opening)
    const basket = basketOf(next, stage, profile, pantry, at, share?.productId ?? null)
    if (basket.length === 0) continue
    const seeded = seedOrder(stage, standing, basket, addressOf(identity, member), {
      at: at + 5 * MINUTE_MS,
      openedAt: at,
      purse: null,
    })
    payOrder(stage, standing, seeded, at + 6 * MINUTE_MS)
    liveOn(next, stage, seeded, 0)
    seen(stage, standing.memberId, at)
  }
}

function seen({ rows }: Stage, memberId: string, at: number | undefined): void {
  const member = rows.members.find(({ id }) => id === memberId)
  if (member && at !== undefined) member.lastSeenAt = Math.max(member.lastSeenAt, at)
}

function fillCart(next: Random, stage: Stage, memberId: string, addedAt: number): void {
  const products = new Set([pick(next, stage.products), pick(next, stage.products)])
  for (const { skus } of products) {
    const sku = skus[0]!
    const line = { memberId, skuId: sku.id, quantity: 1, seenPriceFen: sku.priceFen, addedAt }
    stage.rows.cartLines.push(line)
  }
}

/** Sold units per SKU, as payment counts them. */
export function soldUnits({ rows }: Stage): Map<string, number> {
  const paid = new Set(rows.orders.filter(({ paidAt }) => paidAt != null).map(({ id }) => id))
  const sold = new Map<string, number>()
  for (const { orderId, skuId, quantity } of rows.orderLines) {
    if (paid.has(orderId)) sold.set(skuId, (sold.get(skuId) ?? 0) + quantity)
  }
  return sold
}
