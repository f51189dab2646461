import { type Colour, lit, mix, shaded } from '../kit/colour'
import { type Point, polar } from '../kit/curve'
import { ball, gloss, solid } from '../kit/solid'
import { at, clip, fill, glow, join, line, num, oval, type Svg, soft } from '../kit/svg'
import { leaf } from './leaf'

/** A strawberry about 150 wide, calyx at the top, tip at y = 110. */
export function strawberry(colour: Colour = '#E0302F'): Svg {
  const d = 'M0 -66C46 -86 92 -60 84 -8C78 42 36 104 0 110C-36 104 -78 42 -84 -8C-92 -60 -46 -86 0 -66Z'
  const rows: readonly Point[] = [
    [-52, -34],
    [-20, -42],
    [16, -42],
    [50, -34],
    [-62, -4],
    [-34, -10],
    [0, -14],
    [34, -10],
    [62, -4],
    [-46, 24],
    [-16, 20],
    [16, 20],
    [46, 24],
    [-28, 52],
    [0, 50],
    [28, 52],
    [-12, 80],
    [14, 78],
  ]
  const seeds = rows.map(([x, y]) =>
    at(
      x,
      y,
      join(
        fill('M0 -7C5 -2 5 4 0 7C-5 4 -5 -2 0 -7Z', shaded(colour, 0.5)),
        fill('M-1 -5C3 -1 3 3 -1 5C-4 3 -4 -1 -1 -5Z', '#FBD77A'),
      ),
      -x * 0.3,
    ),
  )
  const calyx = [-78, -40, 0, 40, 78].map((turn) => at(0, -64, leaf(56, 26, '#5BA043'), 90 + turn * 1.05))
  return join(
    ball(d, colour, { skin: join(...seeds) }),
    gloss(-38, -26, 13, 28, 26, 0.5),
    ...calyx,
    line('M0 -66Q4 -86 14 -96', '#6FA84C', 8),
  )
}

/** A strawberry cut in half. */
export function strawberryHalf(): Svg {
  const d = 'M0 -62C44 -80 86 -56 80 -8C74 40 34 98 0 104C-34 98 -74 40 -80 -8C-86 -56 -44 -80 0 -62Z'
  const inner = 'M0 -40C28 -50 52 -34 48 -4C42 30 20 66 0 72C-20 66 -42 30 -48 -4C-52 -34 -28 -50 0 -40Z'
  const rays = Array.from({ length: 14 }, (_, i) => {
    const a = (i / 14) * Math.PI * 2
    return line(
      `M${num(Math.cos(a) * 30)} ${num(Math.sin(a) * 34)}L${num(Math.cos(a) * 54)} ${num(Math.sin(a) * 60)}`,
      '#FFE3D8',
      3,
      0.7,
    )
  })
  return join(
    solid(d, '#E0302F', { rim: 14 }),
    clip(
      d,
      join(
        glow(
          inner,
          [
            [0, '#FFF2EA'],
            [0.5, '#FBC0AE'],
            [1, '#EE6A58'],
          ],
          [0.5, 0.5, 0.5],
        ),
        ...rays,
      ),
    ),
    fill('M0 -22C12 -4 12 20 0 40C-12 20 -12 -4 0 -22Z', '#FFF6EF', 0.9),
    ...[-66, -22, 22, 66].map((turn) => at(0, -60, leaf(46, 22, '#5BA043'), 90 + turn * 1.2)),
  )
}

/** A blueberry of radius 40. */
export function blueberry(tone = 0): Svg {
  const colour = mix('#3F4F97', '#5A4A92', tone)
  return join(
    ball(oval(0, 0, 40), colour, { rim: 16, skin: soft(7, fill(oval(-12, -14, 24, 18), '#B9C4EA', 0.75)) }),
    at(
      6,
      -12,
      fill(
        polar(10, (_, i) => (i % 2 ? 8 : 16), 0.8),
        shaded(colour, 0.55),
      ),
    ),
    fill(oval(6, -12, 6, 5), shaded(colour, 0.75)),
  )
}

/** A round grape of radius 40. */
export function grape(colour: Colour = '#A9C64A'): Svg {
  return join(
    ball(oval(0, 0, 38, 41), colour, {
      rim: 18,
      skin: soft(7, fill(oval(10, 16, 20, 16), lit(colour, 0.55), 0.6)),
    }),
    gloss(-13, -16, 6, 11, 30, 0.75, 1.6),
  )
}
