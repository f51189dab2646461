import { type Point, polar, through } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, gloss, solid } from '../kit/solid'
import { at, blend, clip, fill, glow, join, line, num, oval, type Svg, soft } from '../kit/svg'

/** A whole kiwi, about 200 wide. */
export function kiwi(): Svg {
  const next = random(4)
  const d = polar(12, () => 100, 0.8)
  const hairs = Array.from({ length: 70 }, () => {
    const x = between(next, -96, 96)
    const y = between(next, -76, 76)
    return line(
      `M${num(x)} ${num(y)}l${num(between(next, 3, 8))} ${num(between(next, 2, 6))}`,
      next() > 0.5 ? '#C39A5F' : '#6A4A22',
      2,
      0.5,
    )
  })
  return join(
    ball(d, '#94703C', { skin: join(...hairs) }),
    solid(oval(90, 6, 9, 14), '#5B3E1E', { rim: 5 }),
    gloss(-36, -36, 30, 14, -18, 0.25, 6),
  )
}

/** The cut face of a kiwi, radius 100. */
export function kiwiFace(): Svg {
  const rays = Array.from({ length: 30 }, (_, i) =>
    at(0, 0, fill('M26 -2.4L84 -5V5L26 2.4Z', '#DDEB9A', 0.55), i * 12),
  )
  const seeds = Array.from({ length: 24 }, (_, i) =>
    at(0, 0, fill(oval(44 + (i % 2) * 9, 0, 7, 3.6), '#2B2A1A'), i * 15 + 4),
  )
  return join(
    ball(oval(0, 0, 100), '#8A6736', { rim: 12 }),
    glow(
      oval(0, 0, 92),
      [
        [0, '#F3F3C0'],
        [0.3, '#C6DE6C'],
        [0.75, '#8FBF3A'],
        [1, '#76A82E'],
      ],
      [0.5, 0.5, 0.5],
    ),
    ...rays,
    glow(
      oval(0, 0, 34),
      [
        [0, '#FFFCE6'],
        [0.7, '#F5F2C4'],
        [1, '#DDE79A'],
      ],
      [0.5, 0.5, 0.5],
    ),
    ...seeds,
    clip(oval(0, 0, 92), soft(9, line(oval(-8, -8, 98), '#4C7A1C', 16, 0.4))),
  )
}

/** A whole watermelon of radius 200. */
export function watermelon(): Svg {
  const next = random(12)
  const d = polar(14, () => 200, 0.93)
  const stripes = Array.from({ length: 9 }, (_, i) => {
    const t = (i - 4) / 4.2
    const left: Point[] = []
    const right: Point[] = []
    for (let k = 0; k <= 8; k++) {
      const v = k / 8
      const y = -190 + v * 380
      const x = Math.sin(v * Math.PI) * t * 205
      const w = (7 + between(next, 4, 13)) * Math.sin(v * Math.PI) * (1 - Math.abs(t) * 0.35) + 2
      left.push([x - w, y])
      right.unshift([x + w, y])
    }
    return fill(through([...left, ...right], true, 0.9), '#1F5A2E', 0.88)
  })
  return join(
    ball(d, '#4E9B45', { rim: 70, skin: join(...stripes) }),
    line('M4 -184Q-4 -214 22 -226Q44 -234 40 -216', '#6F7F35', 11),
    gloss(-88, -92, 24, 56, 40, 0.4, 9),
  )
}

/** A wedge of watermelon, rind down, 360 wide. */
export function watermelonSlice(): Svg {
  const outer = 'M-190 0A190 190 0 0 0 190 0Z'
  const seeds: readonly Point[] = [
    [-112, 34],
    [-62, 56],
    [-10, 40],
    [44, 62],
    [104, 34],
    [-82, 96],
    [-24, 108],
    [36, 112],
    [78, 94],
    [-40, 22],
    [66, 24],
  ]
  return join(
    solid(outer, '#2F7A38', { rim: 20 }),
    fill('M-174 0A174 174 0 0 0 174 0Z', '#DCEBB4'),
    blend('M-160 0A160 160 0 0 0 160 0Z', [
      [0, '#F5604F'],
      [0.8, '#EA3F42'],
      [1, '#F59A86'],
    ]),
    ...seeds.map(([x, y]) =>
      at(
        x,
        y,
        join(
          fill('M0 -10C7 -2 6 8 0 11C-6 8 -7 -2 0 -10Z', '#3A1F1B'),
          fill(oval(-1.6, -2, 1.6, 3), '#8A6A60'),
        ),
        x * -0.25,
      ),
    ),
    blend('M-190 0H190L182 -16H-176Z', [
      [0, '#FF8F7A'],
      [1, '#F2614F'],
    ]),
  )
}

/** A red dragon fruit about 210 wide. */
export function dragonFruit(): Svg {
  const d = polar(14, () => 106, 1.16)
  const scale = (x: number, y: number, turn: number, size: number): Svg => {
    const petal = 'M-20 0C-22 -28 -8 -52 6 -72C14 -50 24 -26 20 0Z'
    return at(
      x,
      y,
      join(
        blend(petal, [
          [0, '#A9C356'],
          [0.45, '#E58A8E'],
          [1, '#D9366F'],
        ]),
        line('M0 -4Q2 -30 5 -54', '#F7C7CF', 2.4, 0.6),
      ),
      turn,
      size,
    )
  }
  const rows: readonly (readonly [number, number, number, number])[] = [
    [-30, -104, -24, 1],
    [30, -104, 22, 1],
    [0, -112, 0, 1.1],
    [-84, -52, -48, 0.95],
    [84, -52, 46, 0.95],
    [-30, -56, -14, 0.95],
    [34, -54, 16, 0.95],
    [-98, 22, -58, 0.85],
    [98, 22, 56, 0.85],
    [-54, 14, -20, 0.9],
    [0, 4, 2, 0.95],
    [56, 14, 22, 0.9],
    [-66, 80, -40, 0.75],
    [66, 80, 40, 0.75],
    [-18, 74, -8, 0.8],
    [28, 76, 12, 0.8],
  ]
  return join(
    ball(d, '#DB3470'),
    ...rows.map(([x, y, turn, size]) => scale(x, y, turn, size)),
    gloss(-46, -30, 12, 34, 26, 0.35),
  )
}

/** The cut face of a red-fleshed dragon fruit. */
export function dragonFruitFace(): Svg {
  const next = random(21)
  const d = polar(14, () => 100, 1.14)
  const seeds = Array.from({ length: 120 }, () => {
    const a = between(next, 0, Math.PI * 2)
    const r = Math.sqrt(next()) * 78
    return fill(oval(Math.cos(a) * r, Math.sin(a) * r * 1.14, 2.6, 3.4), '#2E0A1E', 0.85)
  })
  return join(
    ball(d, '#DB3470', { rim: 14 }),
    `<g transform="scale(.88)">${glow(
      d,
      [
        [0, '#D92B7E'],
        [0.7, '#B8135F'],
        [1, '#A00F56'],
      ],
      [0.45, 0.4, 0.7],
    )}</g>`,
    ...seeds,
    ...[-24, 0, 24].map((turn) =>
      at(turn * 1.6, -104, fill('M-12 6C-14 -12 -4 -28 4 -38C10 -24 14 -10 12 6Z', '#C7C95E'), turn),
    ),
  )
}
