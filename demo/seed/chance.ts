import { DAY_MS, HOUR_MS, startOfDay } from '@domain/shop-time'
import type { Random } from '../../tools/draw/kit/random'

export { between, pick, type Random, random } from '../../tools/draw/kit/random'

/** How busy the shop is in each hour: noon and the evening, when groups talk. */
const BUSY = [1, 1, 0, 0, 0, 1, 4, 8, 10, 11, 10, 13, 14, 9, 7, 7, 9, 12, 14, 17, 20, 18, 11, 4]

/** One of `items` by weight; null where nothing weighs anything. */
export function weighted<T>(next: Random, items: readonly T[], weightOf: (item: T) => number): T | null {
  const weights = items.map(weightOf)
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return items[index]!
  }
  return null
}

/** A moment on the day that `at` falls on, at an hour when people shop. */
export function shoppingMoment(next: Random, at: number): number {
  const hour = weighted(next, [...BUSY.keys()], (h) => BUSY[h]!) ?? 20
  return Math.floor(startOfDay(at) + hour * HOUR_MS + next() * HOUR_MS)
}

/** A gap around `meanDays`, never less than a third of it. */
export const gapMs = (next: Random, meanDays: number): number =>
  meanDays * DAY_MS * (0.35 + 0.65 * -Math.log(1 - 0.999 * next()))

export const chance = (next: Random, probability: number): boolean => next() < probability
