import { type Colour, lit, mix } from './colour'
import { blend, faded, fill, glow, join, oval, type Svg, soft } from './svg'

/** The tinted grounds; a product takes the one its own colour stands out from. */
export const GROUNDS = {
  peach: '#FBDFCF',
  butter: '#FBEBC4',
  mint: '#D7EDDB',
  sky: '#D6E8F2',
  lilac: '#E6DFF1',
  rose: '#F9DADA',
  sand: '#EDE2D1',
  sage: '#DFE9CF',
  oat: '#F3EBDF',
} as const

export type Ground = keyof typeof GROUNDS

/** The shadow a thing throws on the ground: near and dark, then wide and faint, falling to the right. */
export function shadow(x: number, y: number, rx: number, ry = rx * 0.16, strength = 1): Svg {
  const dark = '#5B3A22'
  return join(
    faded(0.2 * strength, soft(18, fill(oval(x + rx * 0.14, y + ry * 0.35, rx * 1.08, ry * 1.35), dark))),
    faded(0.34 * strength, soft(7, fill(oval(x + rx * 0.03, y, rx * 0.92, ry * 0.7), dark))),
  )
}

/** The ground alone, larger than the square so that wide cuts of it need no other. */
export function backdrop(ground: Ground): Svg {
  const tint: Colour = GROUNDS[ground]
  const all = 'M-300 -100H1050V900H-300Z'
  return join(
    blend(all, [
      [0, lit(tint, 0.4)],
      [0.62, tint],
      [1, mix(tint, '#B98A62', 0.14)],
    ]),
    glow(
      oval(375, 340, 420),
      [
        [0, '#FFFFFF', 0.75],
        [0.55, '#FFFFFF', 0.34],
        [1, '#FFFFFF', 0],
      ],
      [0.46, 0.44, 0.5],
    ),
    faded(0.55, soft(26, fill(oval(375, 640, 430, 92), lit(tint, 0.55)))),
  )
}

/** A whole picture as an SVG document; `box` is the cut of the 750 square it shows. */
export function picture(ground: Ground, art: Svg, size: readonly [number, number], box = '0 0 750 750'): Svg {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="${box}">${backdrop(ground)}${art}</svg>`
}
