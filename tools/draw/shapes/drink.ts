import type { Colour } from '../kit/colour'
import { ball, solid } from '../kit/solid'
import { at, column, fill, join, line, oval, type Svg, slab, words } from '../kit/svg'
import { grape } from './berry'
import { leaf } from './leaf'
import { citrusFace } from './orchard'
import { can, cap, glass, label, turnedVessel } from './pack'
import { bowl } from './ware'

const INK = '#33251B'

/** A can of sparkling water; foot at y = 0. */
export const fizz = (colour: Colour, name: string, fruit: Svg): Svg =>
  can(
    colour,
    join(
      ...Array.from({ length: 12 }, (_, i) =>
        fill(oval(((i * 47) % 130) - 65, ((i * 61) % 200) - 100, 4 + (i % 3) * 2), '#FFFFFF', 0.45),
      ),
      words(0, -84, '气泡水', { size: 38, colour: '#FFFFFF', weight: 900, spacing: 2 }),
      at(0, -6, fruit),
      words(0, 74, name, { size: 24, colour: '#FFFFFF', weight: 700 }),
      words(0, 106, '0糖 0卡', { size: 18, colour: '#FFFFFF', weight: 500 }),
    ),
  )

/** A peach about 170 wide. */
export const peach = (scale = 1): Svg =>
  at(
    0,
    0,
    join(
      ball(
        'M0 -62C30 -84 82 -74 84 -16C84 40 40 76 0 84C-40 76 -84 40 -84 -16C-82 -74 -30 -84 0 -62Z',
        '#F8B48C',
        { skin: fill(oval(44, 10, 54, 60), '#EE7A6B', 0.5) },
      ),
      line('M0 -60Q-14 0 2 70', '#E28A66', 4, 0.6),
      at(2, -62, leaf(66, 34), -22),
    ),
    0,
    scale,
  )

/** Three grapes with a leaf. */
export const grapes = join(
  ...[
    [-20, -16],
    [20, -16],
    [0, 16],
  ].map(([x, y]) => at(x as number, y as number, grape('#A9C64A'), 0, 0.56)),
  at(0, -36, leaf(44, 24), -14),
)

/** A tin of green tea; foot at y = 0. */
export const teaTin = join(
  turnedVessel(
    [
      [-290, 96],
      [-200, 98],
      [-20, 98],
      [0, 92],
    ],
    '#2F5B41',
    join(
      fill(slab(-100, -62, 200, 6), '#D9B665'),
      label(
        -236,
        -84,
        98,
        '#F3E9CF',
        join(
          column(-14, -38, '龙井', { size: 60, colour: '#24452F', face: 'serif', weight: 900 }),
          column(46, -46, '明前头采', {
            size: 19,
            colour: '#6F8F4F',
            face: 'serif',
            weight: 700,
            spacing: 0.1,
          }),
        ),
      ),
    ),
  ),
  cap(-340, 100, 50, '#D9B665'),
)

/** A bud with one leaf. */
export const teaLeaf = (turn: number): Svg =>
  at(0, 0, join(leaf(62, 20, '#7BA245'), at(4, 0, leaf(50, 16, '#93B85A'), -24)), turn)

/** A cup of tea; foot at y = 0. */
export const teaCup = join(
  bowl(
    92,
    78,
    '#F4F3EC',
    join(
      fill(oval(0, -78, 92, 30), '#CBD689'),
      ...[
        [-30, -80, 20],
        [10, -74, -30],
        [34, -86, 60],
      ].map(([x, y, t]) => at(x as number, y as number, teaLeaf(t as number), 0, 0.62)),
    ),
  ),
)

/** A sachet of drip coffee; foot at y = 0. */
export const dripBag = (accent: Colour): Svg =>
  join(
    solid('M-80 -150H80L84 0H-84Z', '#FBF7EE', { rim: 18 }),
    fill(slab(-82, -60, 164, 30), accent),
    words(0, -98, '挂耳', { size: 38, colour: INK, face: 'serif', weight: 900, spacing: 4 }),
    words(0, -45, 'COFFEE', { size: 18, colour: '#FFF6E4', weight: 700, spacing: 3 }),
  )

/** A coffee bean. */
export const bean = (turn: number): Svg =>
  `<g transform="rotate(${turn})">${join(solid(oval(0, 0, 26, 18), '#5B3420', { rim: 9 }), line('M-22 2Q-6 -8 2 0T22 -2', '#2E180E', 4))}</g>`

/** A bottle of orange juice; foot at y = 0. */
export const juice = join(
  glass(
    [
      [-400, 44],
      [-360, 46],
      [-320, 64],
      [-270, 92],
      [-150, 96],
      [-20, 94],
      [0, 84],
    ],
    '#F7A41F',
    -372,
    label(
      -246,
      -66,
      95,
      '#FFF8E6',
      join(
        at(0, -26, citrusFace('#F28C1E', '#FBA732'), 0, 0.5),
        words(0, 48, '橙汁', { size: 44, colour: '#C8590F', face: 'serif', weight: 900, spacing: 4 }),
        words(0, 80, 'NFC', { size: 18, colour: '#E58A2A', weight: 900, spacing: 3 }),
      ),
    ),
  ),
  cap(-436, 48, 40, '#4F9A4A', true),
)
