import { type Colour, lit, shaded } from '../kit/colour'
import { vessel } from '../kit/curve'
import { ball, solid, turned } from '../kit/solid'
import { at, column, fill, join, line, oval, type Svg, slab, words } from '../kit/svg'
import * as house from './household'
import { leaf, sprig } from './leaf'
import { citrusFace } from './orchard'
import { label, turnedVessel } from './pack'

/** A big bottle of laundry liquid with a grip; foot at y = 2. */
export function detergent(colour: Colour, accent: Colour, name: string, flower: Svg): Svg {
  const d =
    'M-70 -372H-10Q4 -372 8 -358L34 -330Q130 -312 136 -214V-30Q136 0 104 2H-104Q-134 0 -134 -30V-250Q-134 -320 -86 -340Z'
  return join(
    solid(d, colour, {
      rim: 60,
      skin: join(
        fill(slab(-110, -246, 176, 206, 22), '#FFFFFF', 0.95),
        words(-22, -196, '洗衣液', { size: 46, colour: accent, weight: 900, spacing: 2 }),
        words(-22, -152, name, { size: 24, colour: shaded(accent, 0.1), weight: 500, spacing: 2 }),
        at(-22, -86, flower),
      ),
    }),
    fill('M84 -260C112 -252 116 -220 114 -170V-80C112 -56 88 -56 86 -80V-230Z', shaded(colour, 0.5), 0.5),
    fill('M90 -246C104 -240 106 -214 104 -170V-84C102 -70 92 -70 92 -84Z', '#FFFFFF', 0.22),
    at(
      -40,
      0,
      turned(
        vessel(
          [
            [-440, 52],
            [-400, 54],
            [-366, 58],
          ],
          0.16,
          0,
        ),
        accent,
      ),
    ),
    at(-40, -440, solid(oval(0, 0, 52, 9), lit(accent, 0.3), { rim: 4 })),
  )
}

/** A white tea blossom about (0, 0). */
export const teaFlower = join(
  ...[0, 72, 144, 216, 288].map((turn) =>
    at(0, 0, fill('M0 0C-16 -14 -14 -34 0 -38C14 -34 16 -14 0 0Z', '#F7F4EA'), turn),
  ),
  ...[0, 72, 144, 216, 288].map((turn) => at(0, 0, line('M0 -4V-30', '#D8D3BE', 2), turn)),
  fill(oval(0, 0, 9), '#EDB93E'),
  at(20, 24, leaf(44, 22, '#7FB36A'), 20),
  at(-20, 24, leaf(44, 22, '#6FA35C'), 160),
)

/** Three spikes of lavender about (0, 0). */
export const lavender = join(
  ...[-22, 0, 22].map((x, i) =>
    at(
      x,
      34,
      join(
        line('M0 0V-50', '#7FA06A', 4),
        ...Array.from({ length: 6 }, (_, k) =>
          join(
            fill(oval(-6, -34 - k * 8, 7, 5), k % 2 ? '#9A86C9' : '#7F69B8'),
            fill(oval(6, -38 - k * 8, 7, 5), k % 2 ? '#8A74C0' : '#A896D4'),
          ),
        ),
      ),
      (i - 1) * 14,
    ),
  ),
)

/** Dish soap in its pump bottle; foot at y = 0. */
export const dishSoap = join(
  turnedVessel(
    [
      [-330, 44],
      [-296, 50],
      [-262, 84],
      [-200, 96],
      [-80, 90],
      [-16, 92],
      [0, 82],
    ],
    '#F4C93B',
    label(
      -226,
      -48,
      96,
      '#FFFDF2',
      join(
        at(0, 24, citrusFace('#E9B92B', '#FBE27A', 9), 0, 0.46),
        words(0, -46, '洗洁精', { size: 42, colour: '#3F7D3A', weight: 900, spacing: 2 }),
      ),
      0.14,
      92,
    ),
  ),
  at(0, -352, house.pump('#4F9A4A')),
)

/** A roll of bin bags, its end to the viewer. */
export const bagRoll = (colour: Colour): Svg =>
  join(
    solid('M-90 -60C-70 -120 100 -160 180 -120C216 -96 210 -30 180 0L60 74Z', colour, {
      rim: 36,
      skin: join(
        ...[0, 1, 2, 3].map((i) =>
          line(`M${-20 + i * 50} -130Q${40 + i * 50} -70 ${36 + i * 46} 50`, shaded(colour, 0.3), 3, 0.45),
        ),
      ),
    }),
    ball(oval(0, 0, 92, 84), shaded(colour, 0.05), { rim: 18 }),
    ...[72, 54, 38].map((r) => line(oval(0, 0, r, r * 0.92), shaded(colour, 0.4), 4, 0.6)),
    fill(oval(0, 0, 20, 18), shaded(colour, 0.6)),
  )

/** A filled bin bag, tied; foot at y = 40. */
export const tiedBag = join(
  solid('M-30 -190C-120 -150 -170 -60 -150 10C-130 50 130 50 150 10C170 -60 120 -150 30 -190Z', '#4E5D63', {
    rim: 60,
    skin: join(
      line('M-20 -186C-60 -120 -80 -60 -70 20M20 -186C60 -120 80 -60 76 20M0 -186V20', '#39464B', 6, 0.7),
      line('M-50 -130C-80 -90 -100 -40 -96 0', '#8FA0A6', 8, 0.6),
    ),
  }),
  solid(
    'M-34 -186C-80 -230 -90 -260 -60 -262C-30 -250 -14 -220 0 -200C14 -220 30 -250 60 -262C90 -260 80 -230 34 -186Z',
    '#56666C',
    { rim: 16 },
  ),
  line('M-40 -188Q0 -168 40 -188', '#E5532D', 12),
  line('M30 -184q40 16 44 56M34 -186q52 0 70 34', '#E5532D', 8),
)

/** A tube of toothpaste lying level. */
export function paste(colour: Colour, accent: Colour, name: string): Svg {
  return join(
    solid('M-230 -52L-240 52C-140 70 100 66 176 40L196 30V-30L176 -40C100 -66 -140 -70 -230 -52Z', colour, {
      rim: 36,
      skin: join(
        fill('M-260 20Q-60 -30 60 20T220 0V90H-260Z', accent),
        words(-40, -14, '清新护龈', { size: 50, colour: shaded(accent, 0.3), weight: 900, spacing: 6 }),
        words(-40, 36, name, { size: 24, colour: '#FFFFFF', weight: 700, spacing: 4 }),
      ),
    }),
    fill(slab(-248, -58, 20, 116, 4), lit(colour, 0.3)),
    ...Array.from({ length: 9 }, (_, i) => line(`M-246 ${-50 + i * 12}h16`, shaded(colour, 0.3), 2.4, 0.5)),
    solid(slab(192, -36, 58, 72, 8), accent, {
      rim: 14,
      skin: join(...[0, 1, 2, 3, 4].map((i) => line(`M196 ${-28 + i * 14}h50`, shaded(accent, 0.3), 3, 0.5))),
    }),
  )
}

/** A toothbrush with paste on it, lying level. */
export const brush = (colour: Colour): Svg =>
  join(
    line('M-210 14C-100 -8 40 6 120 -2', colour, 24),
    line('M-200 8C-100 -14 40 0 116 -8', lit(colour, 0.5), 6, 0.7),
    solid(slab(112, -15, 120, 26, 12), colour, { rim: 8 }),
    ...Array.from({ length: 8 }, (_, i) =>
      fill(slab(122 + i * 13, -48, 10, 36, 3), i % 2 ? '#FFFFFF' : '#CFE6EE'),
    ),
    solid('M124 -48C130 -76 158 -62 168 -72C182 -84 200 -64 216 -62C226 -56 224 -48 220 -46Z', '#F4FBFA', {
      rim: 8,
    }),
    line('M138 -56q22 -10 44 -4', '#5FB7A4', 5),
  )

/** Shampoo in its pump bottle; foot at y = 0. */
export const shampoo = join(
  turnedVessel(
    [
      [-360, 60],
      [-330, 84],
      [-290, 96],
      [-120, 98],
      [-16, 96],
      [0, 86],
    ],
    '#3F6F73',
    join(
      label(
        -262,
        -60,
        97,
        '#EFE9DA',
        join(
          column(-34, -50, '洗发水', { size: 38, colour: '#2C4F52', face: 'serif', weight: 900 }),
          column(22, -52, '氨基酸控油', {
            size: 19,
            colour: '#6F8F86',
            face: 'serif',
            weight: 700,
            spacing: 0.12,
          }),
          at(60, 60, sprig(90, '#6FA08A', 3), 8, 0.8),
        ),
      ),
    ),
  ),
  at(0, -386, house.pump('#D8C9A6')),
)
