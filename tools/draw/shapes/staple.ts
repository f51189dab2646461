import { lit, shaded } from '../kit/colour'
import { between, random } from '../kit/random'
import { solid } from '../kit/solid'
import { at, column, fill, join, line, oval, type Svg, slab, words } from '../kit/svg'
import { bag } from './pack'
import { heap } from './ware'

const INK = '#3A2A1E'

/** An ear of grain about (0, 0). */
export const ear = (turn: number, colour = '#D9A441'): Svg =>
  `<g transform="rotate(${turn})">${join(line('M0 60V-90', shaded(colour, 0.2), 4), ...Array.from({ length: 7 }, (_, i) => join(at(-9, -20 - i * 13, fill('M0 8C-10 4 -12 -8 -4 -16C2 -8 4 2 0 8Z', i % 2 ? colour : lit(colour, 0.2))), at(9, -20 - i * 13, fill('M0 8C10 4 12 -8 4 -16C-2 -8 -4 2 0 8Z', i % 2 ? shaded(colour, 0.1) : colour)))))}</g>`

/** A heap of grains about (0, 0). */
export const grains = (
  seed: number,
  count: number,
  rx: number,
  ry: number,
  colour: string,
  w: number,
  h: number,
): Svg => {
  const next = random(seed)
  return heap(
    rx,
    ry,
    colour,
    (i) =>
      `<g transform="rotate(${(i * 53) % 180})">${fill(oval(0, 0, w, h), i % 3 ? lit(colour, 0.45) : shaded(colour, 0.12))}</g>`,
    count,
    () => [between(next, -rx, rx), between(next, -ry, ry * 0.3)],
  )
}

/** A bag of rice; foot at y = 0. */
export const rice = bag(
  320,
  430,
  '#F4E7CC',
  join(
    fill(slab(-170, -250, 340, 150), '#3F7D4E'),
    fill('M-170 -100Q-60 -150 20 -108T170 -112V60H-170Z', '#8FBF6A', 0.9),
    fill('M-170 -60Q-40 -100 60 -56T170 -70V220H-170Z', '#F4E7CC'),
    words(0, -150, '五常稻花香', { size: 46, colour: '#FFF8E6', face: 'serif', weight: 900, spacing: 4 }),
    at(-112, -30, ear(-18), 0, 0.9),
    at(112, -30, ear(18), 0, 0.9),
    words(0, 24, '大米', { size: 86, colour: INK, face: 'serif', weight: 900, spacing: 8 }),
    words(0, 92, '东北黑土 · 当季新米', { size: 21, colour: '#6B4B2C', weight: 500 }),
    words(0, 138, '5kg', { size: 30, colour: '#3F7D4E', weight: 900 }),
  ),
)

/** A bag of flour; foot at y = 0. */
export const flour = bag(
  300,
  410,
  '#FAF6EC',
  join(
    fill(oval(0, -40, 104), '#C98A3C'),
    fill(oval(0, -40, 96), '#FBEFD6'),
    ...[-26, 0, 26].map((turn) => at(0, -22, ear(turn, '#D09238'), 0, 0.86)),
    words(0, 94, '石磨面粉', { size: 46, colour: INK, face: 'serif', weight: 900, spacing: 3 }),
    words(0, 142, '中筋 · 无增白', { size: 22, colour: '#8A6A45', weight: 500 }),
    fill(slab(-160, 168, 320, 40), '#C98A3C'),
  ),
  54,
)

/** A band of dried noodles, round or wide; foot at y = 0. */
export const noodleBundle = (wide: boolean): Svg => {
  const n = wide ? 13 : 26
  const strands = Array.from({ length: n }, (_, i) =>
    line(
      `M${-92 + (i * 184) / (n - 1)} -420L${-96 + (i * 192) / (n - 1)} 0`,
      i % 2 ? '#F2D58C' : '#FBE8B4',
      wide ? 12 : 6,
    ),
  )
  return join(
    fill(slab(-100, -424, 200, 428, 8), '#E3BE6E'),
    ...strands,
    solid('M-116 -330H116V-90H-116Z', '#D9563A', {
      rim: 26,
      skin: join(
        fill(slab(-116, -330, 232, 22), '#F6C75A'),
        fill(slab(-116, -112, 232, 22), '#F6C75A'),
        fill(oval(0, -232, 58), '#FFF4DC'),
        column(0, -254, '鸡蛋', { size: 42, colour: '#C8402A', face: 'serif', weight: 900 }),
        words(0, -146, wide ? '挂面 · 宽' : '挂面 · 细圆', {
          size: 30,
          colour: '#FFF4DC',
          face: 'serif',
          weight: 900,
          spacing: 2,
        }),
      ),
    }),
    ...Array.from({ length: n }, (_, i) =>
      fill(oval(-92 + (i * 184) / (n - 1), -422, wide ? 6.4 : 3.4, 3), '#FFF6DA'),
    ),
  )
}
