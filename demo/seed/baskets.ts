import { DAY_MS } from '@domain/shop-time'
import type { Profile } from '../people/profiles'
import { chance, type Random, weighted } from './chance'
import type { Product, Sku } from './products'
import type { Stage } from './stage'

export interface BasketLine {
  readonly product: Product
  readonly sku: Sku
  readonly quantity: number
}

/** When a member bought what last, so that nobody buys a thermos every week. */
export type Pantry = Map<string, number>

const COMPANION = 0.35
const FROM_CARD = 0.45
const CHEAP_FEN = 2000

/** What a member puts in the cart: by taste, by how popular things are, and by when they last bought them. */
export function basketOf(
  next: Random,
  stage: Stage,
  profile: Profile,
  pantry: Pantry,
  at: number,
  cardProductId: string | null,
): BasketLine[] {
  const wanted = Math.max(1, Math.round(profile.lines + (next() - 0.5) * profile.lines))
  const chosen: Product[] = []
  const add = (product: Product | null | undefined) => {
    if (product && !chosen.includes(product) && isDue(stage, pantry, product, at)) chosen.push(product)
  }
  if (cardProductId !== null && chance(next, FROM_CARD)) {
    add(stage.products.find(({ id }) => id === cardProductId))
  }
  for (let tries = 0; chosen.length < wanted && tries < 4 * wanted; tries++) {
    const product = weighted(next, stage.products, (p) => appeal(stage, profile, p))
    add(product)
    const companions = product ? stage.rhythm[product.code]?.with : undefined
    if (companions && chance(next, COMPANION)) add(stage.products.find((p) => companions.includes(p.code)))
  }
  for (const product of chosen) pantry.set(product.code, at)
  return chosen.map((product) => lineOf(next, profile, product))
}

const appeal = ({ rhythm }: Stage, { loves }: Profile, { code, category }: Product): number =>
  (rhythm[code]?.weight ?? 1) * (loves[category] ?? 1)

function isDue({ rhythm }: Stage, pantry: Pantry, { code, since }: Product, at: number): boolean {
  const bought = pantry.get(code)
  const restMs = (rhythm[code]?.everyDays ?? 14) * 0.6 * DAY_MS
  return since <= at && (bought === undefined || at - bought >= restMs)
}

function lineOf(next: Random, { band }: Profile, product: Product): BasketLine {
  const { skus } = product
  const index = { low: 0, mid: Math.floor(skus.length / 2), high: skus.length - 1 }[band]
  const sku = skus[index]!
  const most = Math.min(sku.limitPerOrder ?? 3, sku.priceFen < CHEAP_FEN ? 3 : 1)
  return { product, sku, quantity: 1 + Math.floor(next() * next() * most) }
}
