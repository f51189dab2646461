import { type Colour, lit, shaded } from '../kit/colour'
import { along, cubic, polar, ribbon, rounded } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, gloss, solid } from '../kit/solid'
import { at, blend, clip, faded, fill, glow, join, line, oval, type Svg, soft } from '../kit/svg'

/** A tomato about 210 wide. */
export function tomato(colour: Colour = '#E2462F'): Svg {
  const d = polar(20, (a) => 100 + Math.cos(a * 5 + 0.6) * 2.4, 0.84)
  const sepals = [-84, -38, 8, 52, 96, 150, 205].map((turn) =>
    at(0, -64, fill('M0 -5C20 -14 44 -12 62 4C40 8 18 8 0 5Z', '#4E8F3A'), turn),
  )
  const lobes = [-62, -24, 22, 60].map((x) =>
    line(`M${x * 0.2} -66Q${x * 1.2} -40 ${x * 1.35} 20`, shaded(colour, 0.3), 7, 0.35),
  )
  return join(
    ball(d, colour, {
      skin: join(soft(6, join(...lobes)), soft(6, fill(oval(0, -66, 34, 12), shaded(colour, 0.5), 0.7))),
    }),
    `<g transform="translate(0 -20) scale(1 .72)">${join(...sepals)}</g>`,
    line('M0 -66Q2 -84 14 -94', '#5F9B45', 9),
    gloss(-46, -30, 17, 30, 40, 0.6, 3.6),
  )
}

/** The cut face of a tomato. */
export function tomatoFace(): Svg {
  const outer = polar(16, () => 100, 0.94)
  const chamber = (turn: number): Svg =>
    at(
      0,
      0,
      join(
        glow(
          'M22 -8C40 -40 70 -36 74 -8C76 20 46 34 26 16Z',
          [
            [0, '#F9A25A'],
            [1, '#EE6A3C'],
          ],
          [0.5, 0.5, 0.6],
        ),
        ...[
          [44, -12],
          [56, 2],
          [42, 10],
        ].map(([x, y]) => fill(oval(x as number, y as number, 5.4, 3.6), '#FCE3A0')),
      ),
      turn,
    )
  return join(
    ball(outer, '#DE3F2C', { rim: 14 }),
    `<g transform="scale(.9)">${fill(outer, '#F06A4A')}</g>`,
    ...[0, 72, 144, 216, 288].map((t) => at(0, 0, chamber(t), -12, 1, 0.96)),
    fill(oval(0, 0, 17, 16), '#F58F6C'),
  )
}

/** A cucumber lying from lower left to upper right, about 440 long, with its yellow flower. */
export function cucumber(colour: Colour = '#4E9438', bend = 26): Svg {
  const centre = cubic([-215, 40], [-90, 40 - bend], [70, -20 - bend], [212, -36])
  const next = random(8)
  const bumps = Array.from({ length: 44 }, () => {
    const [x, y] = centre(between(next, 0.04, 0.96))
    return fill(oval(x + between(next, -4, 4), y + between(next, -40, 40), 3.6, 3), '#CFE7A2', 0.9)
  })
  const stripes = [-22, -4, 16].map((dy) =>
    at(0, dy, line(along(centre, 0.06, 0.94), lit(colour, 0.35), 5, 0.5)),
  )
  return join(
    solid(ribbon(centre, rounded(46, 0.34), 18), colour, {
      rim: 30,
      skin: join(...stripes, ...bumps, soft(8, fill(oval(210, -36, 30, 40), '#B8CF66', 0.7))),
    }),
    at(
      218,
      -38,
      join(
        ...[0, 72, 144, 216, 288].map((t) =>
          at(0, 0, fill('M0 0C8 -14 26 -14 32 0C26 12 8 12 0 0Z', '#F7D24A'), t),
        ),
        fill(oval(0, 0, 7), '#E7A92C'),
      ),
      0,
      0.8,
    ),
    faded(0.4, soft(3, at(-6, -24, line(along(centre, 0.14, 0.6), '#FFFFFF', 8)))),
  )
}

/** A round slice of cucumber, radius 60. */
export function cucumberFace(): Svg {
  const seeds = Array.from({ length: 9 }, (_, i) => at(0, 0, fill(oval(22, 0, 8, 3.6), '#F4F6CE'), i * 40))
  return join(
    fill(oval(0, 0, 60), '#3F7F2E'),
    fill(oval(0, 0, 54), '#DDEDB0'),
    glow(
      oval(0, 0, 38),
      [
        [0, '#CDE39A'],
        [1, '#BBDA86'],
      ],
      [0.5, 0.5, 0.5],
    ),
    ...seeds,
    clip(oval(0, 0, 60), soft(5, line(oval(-6, -6, 60), '#2D5A22', 9, 0.4))),
  )
}

/** An ear of corn with part of its husk, standing, about 380 tall, foot at y = 190. */
export function corn(colour: Colour = '#F7CF45'): Svg {
  const body =
    'M0 -190C44 -176 66 -80 62 20C60 110 40 176 0 180C-40 176 -60 110 -62 20C-66 -80 -44 -176 0 -190Z'
  const kernels: Svg[] = []
  for (let row = 0; row < 17; row++) {
    for (let col = -3; col <= 3; col++) {
      const y = -176 + row * 22
      const x = Math.sin((col / 3.6) * (Math.PI / 2)) * 64
      const w = 10.5 * Math.cos((col / 4.4) * (Math.PI / 2)) + 1
      const tone = (row * 7 + col * 5) % 11 < 2 ? '#FFF3C6' : colour
      kernels.push(
        glow(oval(x, y + (col % 2) * 5, w, 11.5), [
          [0, lit(tone, 0.5)],
          [0.6, tone],
          [1, shaded(tone, 0.3)],
        ]),
      )
    }
  }
  const husk = (d: string, tone: Colour, veins: string): Svg =>
    solid(d, tone, { rim: 24, skin: line(veins, lit(tone, 0.4), 4, 0.6) })
  return join(
    line('M-10 -186Q-24 -214 -44 -216M0 -190Q4 -220 -8 -236M8 -188Q26 -214 44 -220', '#C98B3E', 5),
    husk('M20 186C90 170 150 70 128 -70C104 -20 70 30 30 60Z', '#7DB250', 'M40 170Q110 80 124 -40'),
    fill(body, '#E3AC2A'),
    clip(body, join(...kernels)),
    clip(body, soft(14, line('M70 -180Q84 20 30 190', '#9A5B12', 40, 0.5))),
    husk(
      'M0 192C-70 190 -132 90 -112 -60C-92 0 -66 40 -22 70C-10 100 0 140 0 192Z',
      '#86BC58',
      'M-14 180Q-90 100 -106 -30',
    ),
    husk('M-24 186C-40 120 10 60 64 40C80 100 70 170 24 192Z', '#96C968', 'M0 184Q10 110 58 56'),
    solid('M-22 180H26L20 214H-16Z', '#B9D58A', { rim: 10 }),
  )
}

/** A shiitake mushroom seen from the side, foot at y = 100; `crossed` shows the cut star on its cap. */
export function shiitake(crossed = true, colour: Colour = '#8A5A3A'): Svg {
  const cap =
    'M-118 6C-120 -74 -60 -112 0 -112C60 -112 120 -74 118 6C110 30 60 40 0 40C-60 40 -110 30 -118 6Z'
  const spots = [
    [-70, -30],
    [-40, 4],
    [60, -50],
    [84, -8],
    [30, 12],
    [-90, 0],
    [-20, -92],
  ].map(([x, y]) => fill(oval(x as number, y as number, 9, 6), '#E9D3B4', 0.55))
  return join(
    solid('M-34 10C-30 50 -36 80 -42 98C-20 112 24 112 44 98C36 80 30 50 34 10Z', '#EFE0C6', { rim: 26 }),
    fill('M-104 18C-70 48 70 48 104 18C90 44 50 54 0 54C-50 54 -90 44 -104 18Z', '#D8BE98'),
    ball(cap, colour, { skin: join(...spots, soft(8, line('M-110 22Q0 52 110 22', '#E6CBA3', 12, 0.5))) }),
    crossed
      ? join(
          line('M-46 -62Q0 -44 50 -58', '#F5E4C9', 11),
          line('M-4 -92Q6 -60 -6 -18', '#F5E4C9', 11),
          line('M-34 -86Q0 -60 40 -30', '#F5E4C9', 9, 0.9),
        )
      : '',
    gloss(-58, -66, 20, 12, -36, 0.4, 4),
  )
}

/** A small ribbed pumpkin about 260 wide, foot at y = 100. */
export function kabocha(colour: Colour = '#3F7A46'): Svg {
  const lobe = (x: number, rx: number, tone: Colour): Svg =>
    ball(oval(x, 0, rx, 100 - Math.abs(x) * 0.16), tone, {
      rim: 26,
      skin: join(...[-40, -4, 34].map((y) => fill(oval(x + (y % 7) * 3, y, 5, 12), '#A9C69A', 0.55))),
    })
  return join(
    lobe(-96, 46, shaded(colour, 0.1)),
    lobe(96, 46, shaded(colour, 0.26)),
    lobe(-58, 54, lit(colour, 0.06)),
    lobe(58, 54, shaded(colour, 0.1)),
    lobe(0, 52, lit(colour, 0.04)),
    fill(oval(0, -84, 40, 12), shaded(colour, 0.5), 0.5),
    solid('M-18 -80C-16 -104 -22 -120 -30 -130L14 -136C12 -120 16 -100 22 -80Q0 -68 -18 -80Z', '#C6B27A', {
      rim: 12,
    }),
    gloss(-62, -44, 12, 30, 24, 0.35, 5),
  )
}

/** A wedge of cut pumpkin: dry orange flesh, seeds, green skin below. */
export function kabochaWedge(): Svg {
  const flesh = 'M-150 -20C-110 80 110 80 150 -20C120 -54 60 -40 0 -40C-60 -40 -120 -54 -150 -20Z'
  return join(
    solid('M-158 -20C-120 108 120 108 158 -20L150 -20C110 80 -110 80 -150 -20Z', '#3F7A46', { rim: 12 }),
    blend(flesh, [
      [0, '#F7B23C'],
      [1, '#EE8E1F'],
    ]),
    fill('M-92 -34C-60 26 60 26 92 -34C60 -22 -60 -22 -92 -34Z', '#E9962B'),
    ...[-58, -30, 0, 30, 58].map((x) =>
      at(
        x,
        -14 + Math.abs(x) * -0.12,
        solid('M0 -15C10 -4 9 10 0 15C-9 10 -10 -4 0 -15Z', '#FBEFC9', { rim: 6 }),
        x * -0.5,
      ),
    ),
  )
}
