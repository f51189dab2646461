import { type Colour, lit, mix, shaded } from '../kit/colour'
import { along, cubic, polar, ribbon, through } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, gloss, solid } from '../kit/solid'
import { at, faded, fill, join, line, oval, type Svg, soft } from '../kit/svg'

/** An egg about 110 wide, foot at y = 70. */
export function egg(colour: Colour = '#E9BE93'): Svg {
  const next = random(9)
  const freckles = Array.from({ length: 16 }, () =>
    fill(
      oval(between(next, -46, 46), between(next, -60, 60), between(next, 1, 2.6)),
      shaded(colour, 0.4),
      0.35,
    ),
  )
  return join(
    ball('M0 -78C36 -78 56 -16 56 18C56 52 32 72 0 72C-32 72 -56 52 -56 18C-56 -16 -36 -78 0 -78Z', colour, {
      rim: 26,
      skin: join(...freckles),
    }),
    gloss(-20, -26, 10, 20, 22, 0.5, 3),
  )
}

/** A half of a boiled salted egg, face to the viewer, about 120 wide. */
export function eggHalf(shell: Colour, yolk: Colour = '#F08A1D'): Svg {
  const d = 'M0 -78C36 -78 58 -16 58 18C58 54 32 74 0 74C-32 74 -58 54 -58 18C-58 -16 -36 -78 0 -78Z'
  return join(
    fill(d, shell),
    `<g transform="scale(.93 .94)">${solid(d, '#FFFDF4', { rim: 14, depth: 0.7 })}</g>`,
    ball(oval(0, 14, 38, 39), yolk, { rim: 18 }),
    fill(
      polar(9, (_, i) => (i % 2 ? 22 : 28)),
      shaded(yolk, 0.12),
      0.5,
    ).replace('<path', '<path transform="translate(2 16)"'),
    gloss(-14, 0, 12, 8, -30, 0.75, 2),
    ...[
      [26, 40],
      [-6, 46],
      [16, -14],
    ].map(([x, y]) => fill(oval(x as number, y as number, 4), '#FFC46B')),
  )
}

/** Half an empty shell with a raw yolk in it; foot at y = 0. */
export function crackedEgg(colour: Colour = '#E9BE93'): Svg {
  const rim = 'M-62 -58L-46 -44L-34 -60L-16 -44L0 -58L18 -44L34 -60L48 -46L62 -58'
  const cup = `${rim}C66 -20 40 2 0 2C-40 2 -66 -20 -62 -58Z`
  return join(
    fill(oval(0, -56, 60, 18), '#FFF7E8'),
    ball(oval(0, -64, 40, 30), '#F7A51F', { rim: 18 }),
    gloss(-12, -76, 12, 6, -20, 0.8, 1.6),
    solid(cup, colour, { rim: 26 }),
  )
}

/** A chicken mid-wing lying level, about 240 long. */
export function wing(colour: Colour = '#F3CFA9'): Svg {
  const centre = cubic([-118, 12], [-50, -26], [50, -26], [118, 8])
  const half = (t: number): number => 34 + 20 * Math.sin(t * Math.PI) - 4 * t
  const next = random(6)
  const pores = Array.from({ length: 26 }, () => {
    const [x, y] = centre(between(next, 0.1, 0.9))
    return fill(oval(x, y + between(next, -40, 36), 3, 2.4), shaded(colour, 0.3), 0.5)
  })
  const capped = (t: number): number => half(t) * (t < 0.06 || t > 0.94 ? 0.8 : 1)
  return join(
    solid(ribbon(centre, capped, 16), colour, {
      rim: 30,
      skin: join(
        ...pores,
        soft(
          6,
          line(
            along((t) => [centre(t)[0], centre(t)[1] + 14], 0.1, 0.9),
            '#E5A27E',
            12,
            0.55,
          ),
        ),
        soft(8, fill(oval(100, 10, 26, 30), '#E79B84', 0.6)),
      ),
    }),
    ball(oval(121, -6, 13, 16), '#FBF0DC', { rim: 7 }),
    ball(oval(120, 24, 11, 13), '#F6DFC6', { rim: 6 }),
    faded(
      0.5,
      soft(
        4,
        line(
          along((t) => [centre(t)[0], centre(t)[1] - 20], 0.2, 0.6),
          '#FFFFFF',
          10,
        ),
      ),
    ),
  )
}

/** A dressed chicken lying on its back, legs to the right, about 460 wide, foot at y = 130. */
export function chicken(colour: Colour = '#F2C368'): Svg {
  const body = through([
    [-220, 30],
    [-190, -70],
    [-90, -130],
    [30, -134],
    [120, -96],
    [170, -20],
    [150, 70],
    [60, 122],
    [-80, 130],
    [-180, 100],
  ])
  const leg = (x: number, y: number, turn: number, tone: Colour): Svg =>
    at(
      x,
      y,
      join(
        line('M120 6L196 10', '#F5E4C4', 24),
        ball(oval(204, 0, 17, 15), '#F8ECD4', { rim: 8 }),
        ball(oval(202, 20, 15, 13), '#F1DDBB', { rim: 8 }),
        solid(
          'M-70 10C-66 -60 20 -74 70 -44C110 -22 140 -14 146 4C146 24 110 34 70 50C20 76 -66 72 -70 10Z',
          tone,
          { rim: 34 },
        ),
        faded(0.45, soft(5, line('M-20 -32Q20 -44 60 -24', '#FFFFFF', 11))),
      ),
      turn,
    )
  const next = random(17)
  const pores = Array.from({ length: 60 }, () =>
    fill(oval(between(next, -200, 150), between(next, -120, 120), 3.4, 2.6), shaded(colour, 0.32), 0.35),
  )
  return join(
    leg(70, -36, -22, shaded(colour, 0.12)),
    ball(body, colour, {
      rim: 60,
      skin: join(...pores, soft(14, fill(oval(-60, -70, 90, 40), lit(colour, 0.6), 0.55))),
    }),
    line('M-200 20C-160 -60 -60 -104 40 -104', lit(colour, 0.5), 7, 0.5),
    leg(56, 52, 4, mix(colour, '#F6D58C', 0.4)),
    solid(
      'M-130 -10C-170 10 -176 60 -130 84C-80 104 -20 84 -16 50C-14 26 -50 30 -70 16C-90 2 -106 -20 -130 -10Z',
      shaded(colour, 0.08),
      { rim: 26 },
    ),
    line('M-140 22C-120 50 -80 66 -40 60', shaded(colour, 0.3), 5, 0.6),
  )
}
