import { type Colour, lit, shaded } from '../kit/colour'
import { polar } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, solid } from '../kit/solid'
import { at, column, fill, join, line, oval, type Svg, slab, words } from '../kit/svg'
import { blueberry } from './berry'
import { box, pillow } from './pack'

/** An almond. */
export const almond = (turn = 0): Svg =>
  `<g transform="rotate(${turn})">${solid('M0 -34C22 -20 24 16 0 34C-24 16 -22 -20 0 -34Z', '#B5713A', { rim: 12, skin: join(line('M0 -30Q-8 0 0 30M0 -30Q8 0 2 30', '#8A4F22', 2.6, 0.7)) })}</g>`

/** A cashew nut. */
export const cashew = (turn = 0): Svg =>
  `<g transform="rotate(${turn})">${solid('M-34 -6C-30 -34 10 -42 34 -18C44 -6 38 12 24 8C12 4 4 -6 -4 4C-10 16 -30 18 -34 -6Z', '#F0D6A4', { rim: 14 })}</g>`

/** A shelled walnut. */
export const walnut = (): Svg =>
  join(
    ball(
      polar(11, (_, i) => (i % 2 ? 34 : 30)),
      '#C79A62',
      { rim: 14, skin: line('M-20 -20q14 8 4 20t10 22M14 -26q-10 14 4 24t-4 24', '#8F6533', 4, 0.7) },
    ),
  )

const berry = (): Svg => ball(oval(0, 0, 20, 17), '#9C1F33', { rim: 10 })

/** A box of thirty sachets of nuts; foot at y = 0. */
export const nutBox = box(330, 300, 150, '#F2D9A6', {
  front: join(
    fill(slab(-170, -320, 340, 130), '#C8602E'),
    words(0, -246, '每日坚果', { size: 58, colour: '#FFF4DC', face: 'serif', weight: 900, spacing: 4 }),
    fill(oval(0, -96, 104, 82), '#FFF8E9'),
    at(-52, -112, almond(-20), 0, 1.05),
    at(8, -128, cashew(10), 0, 1.05),
    at(60, -96, walnut(), 0, 1),
    at(-20, -62, berry()),
    at(30, -58, almond(70), 0, 0.9),
    at(-62, -66, at(0, 0, blueberry(0.3), 0, 0.5)),
    words(0, -24, '25g × 30', { size: 24, colour: '#8A4A22', weight: 700 }),
  ),
  side: column(0, -80, '一日一袋', {
    size: 34,
    colour: '#8A4A22',
    face: 'serif',
    weight: 900,
    spacing: 0.12,
  }),
})

/** One potato crisp. */
export const crisp = (turn: number, tone: Colour = '#F3C963'): Svg =>
  `<g transform="rotate(${turn})">${join(
    solid(
      polar(12, (_, i) => 54 + (i % 3) * 4, 0.74),
      tone,
      {
        rim: 14,
        skin: join(
          line('M-44 -6Q0 20 46 -10', lit(tone, 0.5), 8, 0.6),
          line('M-36 16Q0 36 40 14', shaded(tone, 0.2), 5, 0.5),
          fill(oval(-14, -14, 3), '#B5712A'),
          fill(oval(20, 8, 2.6), '#B5712A'),
        ),
      },
    ),
  )}</g>`

/** A bag of crisps: ground colour, wave colour, the name of its flavour and what stands for it; foot at y = 0. */
export function chips(colour: Colour, band: Colour, flavour: string, hero: Svg): Svg {
  return pillow(
    320,
    440,
    colour,
    join(
      fill('M-180 20Q-60 -40 40 10T180 -10V260H-180Z', band),
      words(0, -132, '薄脆', { size: 96, colour: '#FFFDF3', face: 'sans', weight: 900, spacing: 6 }),
      words(0, -66, '现切薯片', { size: 32, colour: '#FFFDF3', weight: 700, spacing: 8 }),
      at(-56, 60, crisp(-16), 0, 1.05),
      at(46, 44, crisp(22, '#F6D37A'), 0, 1.12),
      at(-6, 108, crisp(4, '#F0C257'), 0, 1.16),
      at(92, 112, hero),
      fill(slab(-86, 158, 172, 44, 22), '#FFFDF3'),
      words(0, 180, flavour, { size: 26, colour: shaded(band, 0.3), weight: 900, spacing: 3 }),
    ),
  )
}

const cookie = (kind: number): Svg =>
  join(
    ball(
      polar(kind === 1 ? 16 : 20, (_, i) => (i % 2 ? 50 : 46), 0.8),
      '#E2AC5E',
      { rim: 18 },
    ),
    kind === 0
      ? join(
          ...[38, 27, 16].map((r) => line(oval(0, -2, r, r * 0.8), '#C28A40', 4, 0.6)),
          ball(oval(0, -4, 10, 8), '#B8332F', { rim: 4 }),
        )
      : join(
          ...[
            [-18, -10],
            [14, -16],
            [22, 10],
            [-10, 16],
            [-28, 8],
          ].map(([x, y]) => fill(oval(x as number, y as number, 7, 5), '#5B3420')),
        ),
  )

/** An open tin of biscuits; foot at y = 55. */
export const cookies = join(
  solid('M-214 -130V10C-214 70 214 70 214 10V-130Z', '#2F5E8C', {
    rim: 44,
    skin: join(
      fill('M-220 -70C-214 -12 214 -12 220 -70V-58C214 2 -214 2 -220 -58Z', '#E8C779'),
      fill('M-220 6C-214 62 214 62 220 6V-6C214 52 -214 52 -220 -6Z', '#E8C779'),
      words(0, 2, '黄油曲奇', { size: 44, colour: '#FFF4DC', face: 'serif', weight: 900, spacing: 10 }),
    ),
  }),
  solid(oval(0, -130, 216, 66), '#D9DFE4', { rim: 10, depth: 0.8 }),
  fill(oval(0, -128, 200, 56), '#8FA2B3'),
  fill(oval(0, -124, 194, 50), '#FBF4E6'),
  ...(
    [
      [-120, -140, 0],
      [-40, -160, 1],
      [44, -158, 0],
      [122, -138, 1],
      [-78, -118, 1],
      [0, -116, 0],
      [80, -118, 1],
    ] as const
  ).map(([x, y, k]) => at(x, y, cookie(k), x / 4, 1.02)),
)
/** The lid of that tin, seen from above. */
export const lidTin = join(
  solid(oval(0, 8, 168, 150), '#24507B', { rim: 20 }),
  solid(oval(0, 0, 164, 146), '#3A6EA0', {
    rim: 18,
    skin: join(
      ...[140, 120].map((r) => line(oval(0, 0, r, r * 0.885), '#E8C779', 4)),
      ...Array.from({ length: 12 }, (_, i) => at(0, 0, fill(oval(0, -84, 9, 22), '#E8C779', 0.8), i * 30)),
      fill(oval(0, 0, 34, 30), '#E8C779'),
    ),
  }),
)
const loafOutline =
  'M-150 -40C-190 -50 -196 -130 -130 -150C-90 -176 90 -176 130 -150C196 -130 190 -50 150 -40L146 130C146 146 130 150 116 150H-116C-130 150 -146 146 -146 130Z'

/** A loaf of toast with its first slices cut. */
export function toast(raisin: boolean): Svg {
  const next = random(3)
  const pores = Array.from({ length: 46 }, () =>
    fill(
      oval(between(next, -130, 130), between(next, -130, 130), between(next, 2, 5), between(next, 2, 4)),
      '#E9CFA0',
      0.7,
    ),
  )
  const raisins = raisin
    ? Array.from({ length: 13 }, (_, i) =>
        at(
          ((i * 83) % 240) - 120,
          ((i * 57) % 230) - 110,
          ball(oval(0, 0, 14, 10), '#4A2230', { rim: 6 }),
          i * 40,
        ),
      )
    : []
  const slice = join(
    solid(loafOutline, '#C9823A', { rim: 20 }),
    `<g transform="translate(0 -2) scale(.91)">${solid(loafOutline, '#FBEBC8', { rim: 18, depth: 0.8, skin: join(...pores, ...raisins) })}</g>`,
  )
  const loaf = Array.from({ length: 7 }, (_, i) =>
    at(200 - i * 26, -60 + i * 7, fill(loafOutline, i % 2 ? '#B97330' : '#C78339')),
  )
  return join(...loaf, at(20, -10, slice), at(-66, 44, slice, -4))
}
