const hex = (n: number, digits: number) => Math.floor(n).toString(16).padStart(digits, '0')
const chance = (digits: number) => hex(Math.random() * 16 ** digits, digits)

/**
 * A UUID of version 7: the millisecond, then 74 random bits. Names a touch or a request once and for all,
 * so that repeating it counts once. It guards nothing, so `Math.random` is enough.
 */
export function newId(nowMs: number): string {
  const at = hex(nowMs, 12)
  const variant = hex(8 + Math.random() * 4, 1)
  return `${at.slice(0, 8)}-${at.slice(8)}-7${chance(3)}-${variant}${chance(3)}-${chance(6)}${chance(6)}`
}
