import { type Colour, lit, shaded } from '../kit/colour'
import { vessel } from '../kit/curve'
import { gloss, solid, turned } from '../kit/solid'
import { at, faded, fill, glow, join, line, oval, type Svg, slab, words } from '../kit/svg'
import { cap, glass } from './pack'

/** A wide-necked feeding bottle; foot at y = 0. */
export function feeder(level: number, scale = 1): Svg {
  const marks = Array.from({ length: 6 }, (_, i) =>
    join(
      line(`M-62 ${-50 - i * 34}h${i % 2 ? 22 : 36}`, '#E58A6A', 4),
      i % 2
        ? ''
        : words(-10, -50 - i * 34, String(60 + i * 30), { size: 18, colour: '#E58A6A', weight: 500 }),
    ),
  )
  return at(
    0,
    0,
    join(
      glass(
        [
          [-290, 70],
          [-260, 82],
          [-220, 90],
          [-120, 84],
          [-30, 90],
          [0, 80],
        ],
        '#FFFDF4',
        level,
        join(...marks),
      ),
      turned(
        vessel(
          [
            [-352, 76],
            [-330, 80],
            [-288, 80],
          ],
          0.14,
          0,
        ),
        '#F6C7B4',
        {
          skin: join(
            ...Array.from({ length: 11 }, (_, i) => line(`M${-70 + i * 14} -346v54`, '#D99A84', 3, 0.5)),
          ),
        },
      ),
      solid(
        'M-52 -354C-50 -384 -22 -392 -18 -420C-16 -440 16 -440 18 -420C22 -392 50 -384 52 -354Q0 -340 -52 -354Z',
        '#F9E7D2',
        { rim: 20 },
      ),
      gloss(-20, -382, 6, 18, 30, 0.7, 2),
    ),
    0,
    scale,
  )
}

/** A round night light glowing on its small stand; foot at y = 0. */
export function nightLight(): Svg {
  return join(
    glow(
      oval(0, -150, 330),
      [
        [0, '#FFE3A0', 0.95],
        [0.4, '#FFE9B8', 0.55],
        [1, '#FFF2D2', 0],
      ],
      [0.5, 0.5, 0.5],
    ),
    solid('M-70 -8C-60 -40 60 -40 70 -8Q0 14 -70 -8Z', '#C99A62', { rim: 14 }),
    solid(slab(-22, -60, 44, 40, 8), '#B5854E', { rim: 8 }),
    solid('M-112 -220C-118 -270 -108 -306 -98 -316C-76 -306 -50 -286 -34 -260Z', '#FFE3A6', { rim: 16 }),
    solid('M112 -220C118 -270 108 -306 98 -316C76 -306 50 -286 34 -260Z', '#F9D88E', { rim: 16 }),
    glow(
      oval(0, -170, 128),
      [
        [0, '#FFFFFF'],
        [0.5, '#FFF3CF'],
        [0.86, '#FFDA86'],
        [1, '#F7C25E'],
      ],
      [0.42, 0.4, 0.62],
    ),
    faded(
      0.9,
      join(
        fill(oval(-36, -180, 8), '#C98A3A'),
        fill(oval(36, -180, 8), '#C98A3A'),
        line('M-22 -150Q0 -130 22 -150', '#C98A3A', 6),
      ),
    ),
    ...[-56, 56].map((x) => fill(oval(x, -152, 16, 10), '#F7A97E', 0.6)),
    gloss(-50, -224, 20, 34, 40, 0.8, 4),
  )
}

/** A vacuum flask with a push lid; foot at y = 0, about 150 × 440. */
export function flask(colour: Colour): Svg {
  return join(
    turned(
      vessel(
        [
          [-340, 66],
          [-320, 80],
          [-290, 86],
          [-40, 86],
          [-10, 84],
          [0, 78],
        ],
        0.14,
        0.8,
      ),
      colour,
      {
        skin: join(
          words(0, -170, '暖', { size: 54, colour: lit(colour, 0.75), face: 'serif', weight: 900 }),
          line('M-20 -122Q0 -110 20 -122', lit(colour, 0.75), 5),
        ),
        depth: 0.9,
      },
    ),
    turned(
      vessel(
        [
          [-360, 66],
          [-338, 68],
        ],
        0.14,
        0,
      ),
      '#C9CED0',
    ),
    cap(-436, 62, 78, shaded(colour, 0.06), false, 0.2),
    solid(slab(-20, -408, 40, 26, 12), '#F2EDE4', { rim: 6 }),
    line('M60 -420q34 -6 30 34', shaded(colour, 0.3), 10),
    turned(
      vessel(
        [
          [-20, 87],
          [2, 84],
          [10, 78],
        ],
        0.14,
        0.4,
      ),
      shaded(colour, 0.3),
    ),
  )
}
