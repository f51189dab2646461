import { type Colour, lit, shaded } from './colour'
import { blend, clip, fill, glow, join, line, num, oval, type Svg, soft } from './svg'

export type Modelling = {
  /** How strongly lamp and shade model the body, 1 = usual. */
  readonly depth?: number
  /** Width of the shade along the edge away from the lamp. */
  readonly rim?: number
  /** Drawn on the body, under its shade. */
  readonly skin?: Svg
}

/** The shade that gathers along the lower right edge of a body and the light along its upper left one. */
export function edge(d: string, colour: Colour, rim: number, depth: number): Svg {
  const shade = soft(
    rim * 0.42,
    moved(-rim * 0.32, -rim * 0.36, line(d, shaded(colour, 0.42), rim, Math.min(1, 0.62 * depth))),
  )
  const light = soft(
    rim * 0.3,
    moved(rim * 0.24, rim * 0.26, line(d, lit(colour, 0.7), rim * 0.5, Math.min(1, 0.5 * depth))),
  )
  return clip(d, join(light, shade))
}

const moved = (x: number, y: number, piece: Svg): Svg =>
  `<g transform="translate(${num(x)} ${num(y)})">${piece}</g>`

/** A flat-sided or soft body: lit from the upper left, with a soft rim of shade. */
export function solid(d: string, colour: Colour, { depth = 1, rim = 36, skin = '' }: Modelling = {}): Svg {
  const base = blend(
    d,
    [
      [0, lit(colour, 0.24 * depth)],
      [0.45, colour],
      [1, shaded(colour, 0.16 * depth)],
    ],
    [0.12, 0, 0.88, 1],
  )
  return join(base, skin === '' ? '' : clip(d, skin), edge(d, colour, rim, depth))
}

/** A round body, as a fruit. */
export function ball(d: string, colour: Colour, { depth = 1, rim = 44, skin = '' }: Modelling = {}): Svg {
  const base = glow(d, [
    [0, lit(colour, 0.34 * depth)],
    [0.42, colour],
    [1, shaded(colour, 0.3 * depth)],
  ])
  return join(base, skin === '' ? '' : clip(d, skin), edge(d, colour, rim, depth * 0.8))
}

/** The light on a turned body: bright along its left, shaded to the right, a bounce at the far edge. */
export const sheen = (d: string, colour: Colour, depth = 1): Svg =>
  blend(
    d,
    [
      [0, shaded(colour, 0.3), 0.55 * depth],
      [0.12, shaded(colour, 0.1), 0.1 * depth],
      [0.26, '#FFFFFF', 0.34 * depth],
      [0.38, '#FFFFFF', 0.02],
      [0.62, shaded(colour, 0.5), 0.06 * depth],
      [0.9, shaded(colour, 0.6), 0.5 * depth],
      [1, shaded(colour, 0.45), 0.34 * depth],
    ],
    [0, 0, 1, 0],
  )

/** A turned body (bottle, can, jar) under its sheen. */
export const turned = (d: string, colour: Colour, { depth = 1, skin = '' }: Modelling = {}): Svg =>
  join(fill(d, colour), skin === '' ? '' : clip(d, skin), sheen(d, colour, depth))

/** A highlight. */
export const gloss = (
  x: number,
  y: number,
  rx: number,
  ry: number,
  turn = -28,
  opacity = 0.55,
  blur = 3,
): Svg =>
  `<g transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)})" opacity="${num(opacity)}">${soft(
    blur,
    fill(oval(0, 0, rx, ry), '#FFFFFF'),
  )}</g>`
