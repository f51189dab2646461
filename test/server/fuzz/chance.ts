/** Chance that can be drawn again: the same seed gives the same game. */
export interface Chance {
  /** A whole number from 0 to below `below`. */
  whole(below: number): number
  between(from: number, to: number): number
  /** True so many times in a hundred. */
  percent(likely: number): boolean
  pick<T>(from: readonly T[]): T
  some<T>(from: readonly T[], most: number): T[]
}

/** mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const whole = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to pick from')
    return from[whole(from.length)]!
  }
  return {
    whole,
    between: (from, to) => from + whole(to - from + 1),
    percent: (likely) => whole(100) < likely,
    pick,
    some: (from, most) => {
      const rest = [...from]
      const taken = []
      while (rest.length > 0 && taken.length < most) taken.push(rest.splice(whole(rest.length), 1)[0]!)
      return taken
    },
  }
}
