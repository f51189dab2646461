import { type Colour, lit, shaded } from '../kit/colour'
import { solid } from '../kit/solid'
import { blend, clip, fill, glow, join, line, num, oval, type Svg, slab } from '../kit/svg'

/** A round plate lying on the ground, seen from a little above; centre at (0, 0). */
export function plate(rx: number, colour: Colour = '#FFFFFF', rimColour: Colour = '#8FB3C9'): Svg {
  const ry = rx * 0.36
  return join(
    fill(oval(0, rx * 0.075, rx * 0.98, ry), shaded(colour, 0.26)),
    solid(oval(0, 0, rx, ry), colour, { rim: 14, depth: 0.6 }),
    `<g fill="none" stroke="${rimColour}" stroke-width="${num(rx * 0.014)}"><ellipse rx="${num(rx * 0.94)}" ry="${num(ry * 0.93)}"/></g>`,
    blend(
      oval(0, rx * 0.014, rx * 0.72, ry * 0.7),
      [
        [0, shaded(colour, 0.12)],
        [1, lit(colour, 0.3)],
      ],
      [0, 0, 1, 1],
    ),
  )
}

/** A wooden board lying on the ground; (0, 0) is the middle of its top, w wide, `deep` from front to back. */
export function board(w: number, deep: number, colour: Colour = '#D9A86C'): Svg {
  const half = w / 2
  const top = `M${num(-half + 46)} ${num(-deep / 2)}H${num(half - 46)}Q${num(half - 22)} ${num(-deep / 2)} ${num(half - 14)} ${num(-deep / 2 + 22)}L${num(half)} ${num(
    deep / 2 - 16,
  )}Q${num(half + 4)} ${num(deep / 2)} ${num(half - 22)} ${num(deep / 2)}H${num(-half + 22)}Q${num(-half - 4)} ${num(deep / 2)} ${num(-half)} ${num(deep / 2 - 16)}L${num(
    -half + 14,
  )} ${num(-deep / 2 + 22)}Q${num(-half + 22)} ${num(-deep / 2)} ${num(-half + 46)} ${num(-deep / 2)}Z`
  const grain = [0.16, 0.36, 0.55, 0.78].map((t, i) =>
    line(
      `M${num(-half)} ${num(-deep / 2 + deep * t)}q${num(w * 0.3)} ${i % 2 ? 9 : -7} ${num(w * 0.55)} 0t${num(w * 0.5)} 2`,
      shaded(colour, 0.24),
      2.6,
      0.5,
    ),
  )
  return join(
    `<g transform="translate(0 20)">${fill(top, shaded(colour, 0.34))}</g>`,
    fill(slab(-half, deep / 2 - 20, w, 40, 20), shaded(colour, 0.34)),
    solid(top, colour, { depth: 0.7, rim: 18, skin: join(...grain) }),
  )
}

/** A bowl with its content's surface drawn by `inside` (clipped to the mouth); foot at y = 0. */
export function bowl(rx: number, height: number, colour: Colour, inside: Svg, decor: Svg = ''): Svg {
  const ry = rx * 0.3
  const top = -height
  const d = `M${num(-rx)} ${num(top)}C${num(-rx * 0.98)} ${num(top + height * 0.66)} ${num(-rx * 0.58)} ${num(-height * 0.06)} ${num(-rx * 0.44)} 0Q0 ${num(ry * 0.5)} ${num(rx * 0.44)} 0C${num(
    rx * 0.58,
  )} ${num(-height * 0.06)} ${num(rx * 0.98)} ${num(top + height * 0.66)} ${num(rx)} ${num(top)}Z`
  const mouth = oval(0, top, rx * 0.93, ry * 0.9)
  return join(
    solid(d, colour, { rim: 46, skin: decor }),
    solid(oval(0, top, rx, ry), lit(colour, 0.3), { rim: 10, depth: 0.7 }),
    fill(mouth, shaded(colour, 0.3)),
    clip(mouth, inside),
  )
}

/** A heap of grains: a low hill of small ovals on a base colour. */
export function heap(
  rx: number,
  ry: number,
  colour: Colour,
  grain: (i: number) => Svg,
  count: number,
  place: (i: number) => readonly [number, number],
): Svg {
  const d = `M${num(-rx)} 0C${num(-rx * 0.7)} ${num(-ry * 0.3)} ${num(-rx * 0.4)} ${num(-ry)} 0 ${num(-ry)}C${num(rx * 0.4)} ${num(-ry)} ${num(rx * 0.7)} ${num(-ry * 0.3)} ${num(rx)} 0Q0 ${num(ry * 0.4)} ${num(-rx)} 0Z`
  const grains = Array.from({ length: count }, (_, i) => {
    const [x, y] = place(i)
    return `<g transform="translate(${num(x)} ${num(y)})">${grain(i)}</g>`
  })
  return join(
    glow(d, [
      [0, lit(colour, 0.3)],
      [0.6, colour],
      [1, shaded(colour, 0.3)],
    ]),
    clip(d, join(...grains)),
  )
}
