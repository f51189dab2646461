import { type Colour, lit } from '../kit/colour'
import { solid } from '../kit/solid'
import { at, fill, join, line, oval, type Svg, slab, words } from '../kit/svg'
import { leaf } from './leaf'
import { box, glass, turnedVessel } from './pack'

const INK = '#33251B'

const cow = join(
  fill(oval(0, 0, 50, 44), '#FFFFFF'),
  fill('M-50 -8C-40 -40 -10 -46 -6 -20C-10 0 -34 14 -50 -8Z', '#3B3430'),
  fill(oval(0, 26, 34, 22), '#F4B9A8'),
  fill(oval(-12, 26, 5), '#8A4A42'),
  fill(oval(12, 26, 5), '#8A4A42'),
  fill(oval(-20, -6, 6), '#FFFFFF'),
  fill(oval(-20, -5, 4), '#241C18'),
  fill(oval(20, -6, 5), '#241C18'),
  at(-44, -30, leaf(34, 22, '#3B3430'), 200),
  at(44, -30, leaf(34, 22, '#EFE6DC'), -20),
)

/** A carton with its printed face; foot at y = 0. */
export const brick = (face: Svg, colour: Colour): Svg => box(150, 260, 80, colour, { front: face })

/** The print of the milk carton. */
export const milkFace = join(
  fill(slab(-80, -110, 160, 120), '#3F86C4'),
  fill('M-80 -110Q-40 -136 0 -110T80 -110V-90H-80Z', '#3F86C4'),
  at(0, -160, cow, 0, 0.94),
  words(0, -76, '纯牛奶', { size: 38, colour: '#FFFFFF', weight: 900, spacing: 2 }),
  words(0, -36, '250ml', { size: 20, colour: '#DDEDFA', weight: 500 }),
)

/** A glass of milk; foot at y = 0. */
export const drinkGlass = join(
  glass(
    [
      [-150, 62],
      [-80, 58],
      [0, 46],
    ],
    '#FFFEF8',
    -126,
    '',
    0.2,
  ),
  fill(oval(0, -150, 60, 11), '#FFFFFF', 0.4),
)

/** A sealed cup of yogurt; foot at y = 0. */
export function yogurt(colour: Colour, name: string, fruit: Svg): Svg {
  return join(
    turnedVessel(
      [
        [-190, 104],
        [-100, 94],
        [-20, 82],
        [0, 74],
      ],
      '#FDFBF6',
      join(
        fill('M-120 -96Q-40 -140 30 -100T130 -110V20H-120Z', colour, 0.92),
        at(52, -48, fruit),
        words(-30, -150, '酸奶', { size: 50, colour: INK, face: 'serif', weight: 900 }),
        words(-40, -50, name, { size: 30, colour: '#FFFFFF', weight: 900 }),
        words(-40, -18, '零蔗糖', { size: 18, colour: '#FFFFFF', weight: 500 }),
      ),
      0.14,
      0.2,
    ),
    solid(oval(0, -192, 112, 20), '#E9EDF0', { rim: 6 }),
    solid(oval(0, -197, 108, 18), lit(colour, 0.35), { rim: 6 }),
    line('M96 -192Q118 -186 124 -170', '#DDE3E8', 8),
  )
}

/** An open cup with fruit on it; foot at y = 0. */
export const openYogurt = (fruit: Svg): Svg =>
  join(
    turnedVessel(
      [
        [-120, 96],
        [-60, 86],
        [0, 70],
      ],
      '#FDFBF6',
      '',
      0.14,
      0.2,
    ),
    fill(oval(0, -122, 96, 22), '#EDE7DC'),
    solid(oval(0, -124, 88, 19), '#FFFEFA', { rim: 6 }),
    line('M-50 -122q30 -14 60 0t50 -4', '#F0E8DA', 6, 0.9),
    at(8, -140, fruit),
  )
