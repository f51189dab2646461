import { type Colour, lit, shaded } from '../kit/colour'
import { polygon, through } from '../kit/curve'
import { ball, solid } from '../kit/solid'
import { at, blend, clip, fill, join, line, num, oval, type Svg, slab, soft, words } from '../kit/svg'
import { leaf } from './leaf'

/** A contoured pillow about 520 wide, foot at y = 80. */
export function pillow(colour: Colour, piping: Colour): Svg {
  const body = through([
    [-260, 40],
    [-268, -30],
    [-236, -86],
    [-150, -100],
    [-60, -70],
    [40, -60],
    [130, -92],
    [220, -84],
    [262, -30],
    [258, 44],
    [200, 78],
    [0, 84],
    [-200, 78],
  ])
  const quilt = Array.from({ length: 9 }, (_, i) =>
    line(
      `M${-300 + i * 76} -120L${-200 + i * 76} 100M${-200 + i * 76} -120L${-300 + i * 76} 100`,
      shaded(colour, 0.16),
      2.6,
      0.55,
    ),
  )
  return join(
    solid(body, colour, {
      rim: 60,
      skin: join(...quilt, soft(16, line('M-150 -60Q0 -20 150 -56', shaded(colour, 0.3), 26, 0.3))),
    }),
    line('M-264 20Q-200 66 0 68Q200 66 262 20', piping, 6),
    at(
      196,
      40,
      join(
        fill(slab(-26, -18, 52, 36, 6), '#FFFFFF'),
        words(0, 0, '棉', { size: 22, colour: shaded(piping, 0.2), face: 'serif', weight: 900 }),
      ),
    ),
  )
}

/** A fabric storage box with a window and handles; foot at y = 0. */
export function storageBox(w: number, h: number, deep: number, colour: Colour): Svg {
  const dx = deep * 0.5
  const dy = -deep * 0.34
  const weave = Array.from({ length: 24 }, (_, i) =>
    line(`M${num(-w / 2 + (i * w) / 23)} ${num(-h)}V0`, shaded(colour, 0.1), 2, 0.4),
  )
  return join(
    blend(
      polygon([
        [w / 2, -h],
        [w / 2 + dx, -h + dy],
        [w / 2 + dx, dy],
        [w / 2, 0],
      ]),
      [
        [0, shaded(colour, 0.18)],
        [1, shaded(colour, 0.34)],
      ],
    ),
    solid(
      polygon([
        [-w / 2 - 6, -h - 4],
        [w / 2 + 6, -h - 4],
        [w / 2 + dx + 6, -h + dy - 4],
        [-w / 2 + dx - 6, -h + dy - 4],
      ]),
      lit(colour, 0.3),
      { rim: 10, depth: 0.6 },
    ),
    line(`M${num(-w / 2 + dx / 2)} ${num(-h + dy / 2 - 4)}H${num(w / 2 + dx / 2)}`, shaded(colour, 0.3), 4),
    at(w * 0.1 + dx / 2, -h + dy / 2 - 4, solid(slab(-12, -6, 24, 16, 5), '#D9A441', { rim: 4 })),
    solid(slab(-w / 2, -h, w, h, 10), colour, {
      rim: 30,
      depth: 0.7,
      skin: join(
        ...weave,
        fill(slab(-w * 0.34, -h * 0.74, w * 0.68, h * 0.5, 14), '#FFFFFF', 0.55),
        clip(
          slab(-w * 0.34, -h * 0.74, w * 0.68, h * 0.5, 14),
          join(
            fill(slab(-w * 0.34, -h * 0.5, w * 0.68, 34, 10), '#A8BED0'),
            fill(slab(-w * 0.34, -h * 0.38, w * 0.68, 34, 10), '#F0B9A4'),
            fill(slab(-w * 0.34, -h * 0.62, w * 0.5, 30, 10), '#A9B58F'),
            fill('M-200 -400L-40 -400L-160 0H-300Z', '#FFFFFF', 0.3),
          ),
        ),
      ),
    }),
    fill(slab(-w / 2 - 8, -h - 10, w + 16, 24, 8), lit(colour, 0.22)),
    line(`M${num(-w * 0.12)} ${num(-h * 0.12)}q${num(w * 0.12)} 22 ${num(w * 0.24)} 0`, '#9C7A4A', 12),
  )
}

/** A pothos in a clay pot; foot at y = 0. */
export function pothos(): Svg {
  const heart = (size: number, tone: Colour): Svg =>
    at(
      0,
      0,
      join(
        blend(
          'M0 0C-30 -34 -72 -20 -66 22C-60 62 -20 84 6 108C24 76 62 56 62 16C62 -24 26 -34 0 0Z',
          [
            [0, lit(tone, 0.34)],
            [1, shaded(tone, 0.08)],
          ],
          [0, 0, 1, 1],
        ),
        line('M0 4Q-4 50 4 92', lit(tone, 0.5), 3.4, 0.8),
        line('M-2 28l-34 -8M-1 48l-30 4M0 28l32 -10M2 50l28 0', lit(tone, 0.4), 2.4, 0.5),
      ),
      0,
      size,
    )
  const placed: readonly (readonly [number, number, number, number, Colour])[] = [
    [-60, -380, 150, 0.8, '#4F8F3C'],
    [70, -384, 205, 0.8, '#4A8A3A'],
    [0, -420, 178, 0.84, '#5FA044'],
    [-150, -330, 96, 0.86, '#5A9A42'],
    [150, -330, -98, 0.84, '#4F9440'],
    [-96, -300, 60, 0.9, '#6BAA4C'],
    [96, -296, -58, 0.88, '#62A448'],
    [0, -330, 0, 1, '#73B354'],
    [-40, -262, 24, 0.86, '#5A9A42'],
    [60, -262, -20, 0.9, '#68A84A'],
  ]
  const trail = join(
    line('M100 -210C190 -200 190 -110 200 -40', '#6F9A48', 6),
    at(168, -170, heart(0.62, '#62A448'), -30),
    at(190, -110, heart(0.56, '#73B354'), 10),
    at(202, -48, heart(0.5, '#5FA044'), -6),
  )
  return join(
    ...placed
      .slice(0, 5)
      .map(([x, y]) => line(`M0 -190Q${num(x * 0.4)} ${num(y * 0.8)} ${x} ${y}`, '#6F9A48', 6)),
    ...placed.map(([x, y, turn, size, tone]) => at(x, y, heart(size, tone), turn)),
    solid('M-112 -176H112L84 -10Q80 0 66 4H-66Q-80 0 -84 -10Z', '#D98A62', {
      rim: 44,
      skin: join(
        line('M-120 -100Q0 -70 120 -100', '#F3D2BC', 8, 0.8),
        line('M-120 -80Q0 -50 120 -80', '#F3D2BC', 4, 0.7),
      ),
    }),
    solid(slab(-124, -208, 248, 42, 12), '#E39A72', { rim: 18 }),
    trail,
    at(-30, -216, heart(0.6, '#68A84A'), 20),
    at(36, -220, heart(0.66, '#5A9A42'), -24),
  )
}

/** A pencil-thin wreath of blue brushwork for porcelain. */
export const brushwork = (w: number, y: number): Svg =>
  join(
    ...Array.from({ length: 7 }, (_, i) =>
      at(
        -w + (i * w) / 3,
        y,
        join(
          leaf(30, 13, '#4F7FB8'),
          at(0, 0, leaf(26, 11, '#6E97C6'), -60),
          ball(oval(-6, -2, 5), '#2F5A94', { rim: 2 }),
        ),
        i % 2 ? 20 : -10,
      ),
    ),
  )
