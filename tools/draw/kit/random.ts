/** A seeded stream of numbers in [0, 1) (mulberry32): the same drawing and the same people each time. */
export type Random = () => number

/** A stream of its own for each seed (whole number). */
export function random(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A number in [from, to). */
export const between = (next: Random, from: number, to: number): number => from + next() * (to - from)

/** One of `items`, which must not be empty. */
export const pick = <T>(next: Random, items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
