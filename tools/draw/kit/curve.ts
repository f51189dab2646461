import { num } from './svg'

export type Point = readonly [x: number, y: number]

/** A smooth path through points (Catmull-Rom), closed or open; `tension` 0 is straight, 1 is roundest. */
export function through(points: readonly Point[], closed = true, tension = 1): string {
  const count = points.length
  const get = (i: number): Point =>
    closed ? (points[(i + count) % count] as Point) : (points[Math.min(count - 1, Math.max(0, i))] as Point)
  const k = tension / 6
  let d = `M${num(get(0)[0])} ${num(get(0)[1])}`
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    d += `C${num(p1[0] + (p2[0] - p0[0]) * k)} ${num(p1[1] + (p2[1] - p0[1]) * k)} ${num(
      p2[0] - (p3[0] - p1[0]) * k,
    )} ${num(p2[1] - (p3[1] - p1[1]) * k)} ${num(p2[0])} ${num(p2[1])}`
  }
  return closed ? `${d}Z` : d
}

/** A closed path whose radius at each of `count` angles (radians, 0 = right, clockwise) is given by `radius`. */
export function polar(count: number, radius: (angle: number, index: number) => number, squash = 1): string {
  const points = Array.from({ length: count }, (_, i): Point => {
    const angle = (i / count) * Math.PI * 2
    const r = radius(angle, i)
    return [Math.cos(angle) * r, Math.sin(angle) * r * squash]
  })
  return through(points)
}

/** A closed polygon. */
export const polygon = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}Z`

/**
 * The outline of a round vessel seen slightly from above: half-widths from top to bottom, mirrored about x = 0.
 * Top and bottom edges bulge by `tilt` of the half-width there.
 */
export function vessel(
  profile: readonly (readonly [y: number, half: number])[],
  tilt = 0.16,
  tension = 0.9,
): string {
  const right = profile.map(([y, half]): Point => [half, y])
  const left = [...profile].reverse().map(([y, half]): Point => [-half, y])
  const [topY, topHalf] = profile[0] as readonly [number, number]
  const [bottomY, bottomHalf] = profile[profile.length - 1] as readonly [number, number]
  const side = (points: readonly Point[]) => through(points, false, tension).replace(/^M/, 'L')
  return `M${num(-topHalf)} ${num(topY)}A${num(topHalf)} ${num(topHalf * tilt)} 0 0 1 ${num(topHalf)} ${num(topY)}${side(
    right,
  )}A${num(bottomHalf)} ${num(bottomHalf * tilt)} 0 0 1 ${num(-bottomHalf)} ${num(bottomY)}${side(left)}Z`
}

/** A band round a vessel from `top` to `bottom` with half-width `half`, its edges curved by `tilt`. */
export const band = (top: number, bottom: number, half: number, tilt = 0.16, halfBottom = half): string =>
  `M${num(-half)} ${num(top)}A${num(half)} ${num(half * tilt)} 0 0 0 ${num(half)} ${num(top)}L${num(halfBottom)} ${num(
    bottom,
  )}A${num(halfBottom)} ${num(halfBottom * tilt)} 0 0 1 ${num(-halfBottom)} ${num(bottom)}Z`

/** A point of the cubic curve through its four handles, for t in 0–1. */
export const cubic =
  (a: Point, b: Point, c: Point, d: Point) =>
  (t: number): Point => {
    const u = 1 - t
    const mixed = (i: 0 | 1) =>
      u * u * u * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t * t * t * d[i]
    return [mixed(0), mixed(1)]
  }

/** A closed path of varying width along a centre line: fish, sausages, stems. `half` is the half-width at t. */
export function ribbon(centre: (t: number) => Point, half: (t: number) => number, steps = 14): string {
  const left: Point[] = []
  const right: Point[] = []
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const [x, y] = centre(t)
    const [ax, ay] = centre(Math.max(0, t - 0.01))
    const [bx, by] = centre(Math.min(1, t + 0.01))
    const length = Math.hypot(bx - ax, by - ay) || 1
    const nx = -(by - ay) / length
    const ny = (bx - ax) / length
    const w = half(t)
    left.push([x + nx * w, y + ny * w])
    right.unshift([x - nx * w, y - ny * w])
  }
  return through([...left, ...right], true, 0.95)
}

/** An open path along a centre line, from t = `from` to `to`. */
export const along = (centre: (t: number) => Point, from = 0, to = 1, steps = 10): string =>
  through(
    Array.from({ length: steps + 1 }, (_, i) => centre(from + ((to - from) * i) / steps)),
    false,
  )

/** A half-width that is `w` in the middle and rounds off at both ends; `blunt` near 0 gives round caps, 1 a lens. */
export const rounded =
  (w: number, blunt = 0.3) =>
  (t: number): number =>
    w * Math.max(0.02, 1 - Math.abs(2 * t - 1) ** (2 / Math.max(0.05, blunt))) ** 0.5
