import { polygon } from '../kit/curve'
import { gloss, solid } from '../kit/solid'
import { at, column, fill, join, line, oval, type Svg, slab, words } from '../kit/svg'
import { cap, glass, label, type Profile, turnedVessel } from './pack'

const INK = '#3A2A1E'

const RED = '#C8402A'

const seal = (x: number, y: number, text: string): Svg =>
  at(
    x,
    y,
    join(
      fill(slab(-17, -17 * text.length, 34, 34 * text.length, 5), RED),
      column(0, -17 * (text.length - 1), text, { size: 25, colour: '#FFF6E8', face: 'serif', spacing: 0.2 }),
    ),
  )

const jug: Profile = [
  [-440, 34],
  [-412, 38],
  [-380, 62],
  [-340, 112],
  [-290, 128],
  [-150, 128],
  [-20, 126],
  [0, 112],
]

/** A peanut in its shell. */
export const peanut = (turn: number): Svg =>
  `<g transform="rotate(${turn})">${join(solid('M-58 0C-58 -30 -30 -36 -4 -24C22 -38 60 -34 60 0C60 32 22 36 -4 24C-30 36 -58 30 -58 0Z', '#D9A864', { rim: 14, skin: join(...[-36, -14, 12, 34].map((x) => line(`M${x} -30Q${x + 6} 0 ${x} 30`, '#A8763A', 3, 0.6)), line('M-56 0H58', '#A8763A', 2.4, 0.5)) }))}</g>`

/** A jug of peanut oil; foot at y = 0. */
export const oil = join(
  glass(
    jug,
    '#E9A72A',
    -372,
    label(
      -266,
      -66,
      128,
      '#B8331F',
      join(
        fill(slab(-126, -84, 252, 8), '#F3C65C'),
        fill(slab(-126, 74, 252, 8), '#F3C65C'),
        words(0, -24, '花生油', { size: 58, colour: '#FFF1D2', face: 'serif', weight: 900, spacing: 4 }),
        words(0, 32, '古法压榨 · 一级', { size: 22, colour: '#F7D48C', weight: 500 }),
      ),
    ),
  ),
  cap(-474, 40, 40, '#C8402A', true),
  line('M118 -330C176 -320 184 -220 130 -190', '#D99722', 20, 0.9),
  line('M116 -326C166 -314 172 -226 130 -198', '#F6CF78', 5, 0.8),
)

const slim: Profile = [
  [-440, 24],
  [-360, 26],
  [-320, 40],
  [-286, 68],
  [-240, 78],
  [-120, 78],
  [-14, 76],
  [0, 68],
]

/** A bottle of soy sauce; foot at y = 0. */
export const soy = join(
  turnedVessel(
    slim,
    '#4A1F14',
    label(
      -226,
      -50,
      78,
      '#F7EBD2',
      join(
        fill(slab(-76, -82, 152, 10), '#C8402A'),
        column(-20, -44, '头抽', { size: 46, colour: INK, face: 'serif', weight: 900 }),
        column(34, -46, '生抽酱油', { size: 22, colour: RED, face: 'serif', weight: 700, spacing: 0.1 }),
      ),
    ),
  ),
  cap(-470, 30, 44, '#B8331F', true),
  gloss(-26, -340, 5, 40, 2, 0.5, 2),
)

const square: Profile = [
  [-430, 26],
  [-372, 28],
  [-350, 60],
  [-330, 84],
  [-300, 90],
  [-150, 90],
  [-10, 88],
  [0, 82],
]

/** A square bottle of aged vinegar; foot at y = 0. */
export const vinegar = join(
  turnedVessel(
    square,
    '#2B1712',
    label(
      -270,
      -44,
      90,
      '#E9C77A',
      join(
        fill(slab(-88, -104, 176, 6), '#7A2A18'),
        fill(slab(-88, 96, 176, 6), '#7A2A18'),
        fill(oval(0, -16, 58), '#FFF3D8'),
        words(0, -16, '醋', { size: 74, colour: '#5A1D12', face: 'serif', weight: 900 }),
        words(0, 68, '三年陈酿', { size: 28, colour: '#5A1D12', face: 'serif', weight: 900, spacing: 4 }),
      ),
    ),
  ),
  cap(-462, 34, 46, '#D9A441', true),
)

const jarProfile: Profile = [
  [-230, 92],
  [-206, 100],
  [-180, 118],
  [-120, 122],
  [-20, 118],
  [0, 104],
]

/** A red chilli. */
export const chilli = (turn: number): Svg =>
  `<g transform="rotate(${turn})">${join(solid('M-80 6C-40 -26 40 -26 92 16C50 14 0 26 -50 26C-76 26 -88 18 -80 6Z', '#D2301F', { rim: 12 }), solid('M-74 6C-92 0 -98 10 -94 20C-88 26 -74 26 -68 20Z', '#5B8C3A', { rim: 6 }), line('M-92 10Q-110 2 -118 -8', '#5B8C3A', 8), gloss(-10, -4, 34, 4, 4, 0.5, 2))}</g>`

/** A jar of bean paste; foot at y = 0. */
export const beanPaste = join(
  turnedVessel(
    jarProfile,
    '#8E2415',
    join(
      ...Array.from({ length: 30 }, (_, i) =>
        fill(oval(((i * 71) % 230) - 115, -200 + ((i * 53) % 190), 9, 6), i % 2 ? '#C2402A' : '#D98A4A', 0.6),
      ),
      label(
        -168,
        -40,
        122,
        '#F4E3BE',
        join(
          fill(slab(-120, -62, 240, 8), RED),
          words(-8, 0, '豆瓣酱', { size: 54, colour: '#7A1D10', face: 'serif', weight: 900, spacing: 2 }),
          seal(94, 4, '红油'),
        ),
      ),
    ),
  ),
  cap(-270, 100, 44, '#C8402A'),
)

const hex: Profile = [
  [-240, 84],
  [-214, 96],
  [-184, 118],
  [-100, 124],
  [-22, 120],
  [0, 106],
]

/** A wooden honey dipper. */
export const dipper = join(
  line('M0 40L120 -190', '#B98146', 14),
  line('M-3 36L115 -190', '#DDB07A', 5),
  at(
    -8,
    58,
    join(
      ...[-30, -10, 10, 30].map((y) =>
        at(0, y, solid(oval(0, 0, 38 - Math.abs(y) * 0.3, 12), '#C58F50', { rim: 6 }), 26),
      ),
    ),
    0,
  ),
)

/** A jar of honey; foot at y = 0. */
export const honey = join(
  glass(
    hex,
    '#EBA11E',
    -214,
    join(
      label(
        -160,
        -44,
        124,
        '#FFF6E0',
        join(
          ...[
            [-84, -6],
            [84, -6],
          ].map(([x, y]) =>
            fill(
              polygon(
                Array.from(
                  { length: 6 },
                  (_, i) =>
                    [
                      Number(x) + Math.cos((i * Math.PI) / 3) * 22,
                      Number(y) + Math.sin((i * Math.PI) / 3) * 22,
                    ] as const,
                ),
              ),
              '#F3C04A',
              0.8,
            ),
          ),
          words(0, -14, '土蜂蜜', { size: 46, colour: '#7A4A12', face: 'serif', weight: 900 }),
          words(0, 28, '秦岭 · 一年一割', { size: 18, colour: '#A8742E', weight: 500 }),
        ),
      ),
    ),
  ),
  cap(-282, 92, 46, '#E9C77A'),
  line('M-92 -262Q0 -240 92 -262', '#C9A04E', 4, 0.8),
)
