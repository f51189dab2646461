import { type Colour, lit, mix, shaded } from '../kit/colour'
import { polar, through } from '../kit/curve'
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
    at(
      2,
      16,
      fill(
        polar(9, (_, i) => (i % 2 ? 22 : 28)),
        shaded(yolk, 0.12),
        0.5,
      ),
    ),
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

/** A chicken mid-wing lying level, about 300 long: bone ends at the left, the skin's fold along its lower edge. */
export function wing(colour: Colour = '#F3C99A'): Svg {
  const d = through([
    [-140, -26],
    [-96, -58],
    [-30, -66],
    [40, -52],
    [104, -40],
    [146, -22],
    [152, 14],
    [118, 40],
    [60, 66],
    [-6, 84],
    [-60, 66],
    [-104, 44],
    [-144, 28],
    [-152, 2],
  ])
  const next = random(6)
  const bumps = Array.from({ length: 44 }, () => {
    const [x, y] = [between(next, -130, 130), between(next, -56, 64)]
    return join(
      fill(oval(x, y, 4, 3), shaded(colour, 0.26), 0.5),
      fill(oval(x - 1, y - 1.4, 2.4, 1.6), '#FFF4DC', 0.7),
    )
  })
  return join(
    ball(oval(-146, -12, 24, 22), '#FBF3E2', { rim: 10 }),
    ball(oval(-142, 18, 19, 16), '#F3E2CB', { rim: 8 }),
    ball(d, colour, {
      rim: 44,
      skin: join(
        soft(12, fill(oval(-128, 2, 34, 44), '#E58B78', 0.8)),
        soft(12, fill(oval(134, -4, 30, 36), '#EFA483', 0.7)),
        soft(9, line('M-110 18C-60 48 30 44 120 14', '#D98A5C', 12, 0.5)),
        line('M-104 20C-56 46 30 42 116 12', shaded(colour, 0.34), 3.4, 0.55),
        ...bumps,
      ),
    }),
    ball(oval(-152, -8, 15, 15), '#FFF9EE', { rim: 7 }),
    fill(oval(-154, -7, 6, 6), '#D77A6A', 0.8),
    gloss(-36, -44, 60, 8, -4, 0.55, 4),
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
