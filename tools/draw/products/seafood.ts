import { polygon } from '../kit/curve'
import { between, random } from '../kit/random'
import { shadow } from '../kit/scene'
import { ball, gloss } from '../kit/solid'
import { at, fill, join, line, oval, type Svg } from '../kit/svg'
import * as sea from '../shapes/fish'
import { parsley, sprig } from '../shapes/leaf'
import { citrusFace } from '../shapes/orchard'
import * as shell from '../shapes/shellfish'
import { board, bowl, plate } from '../shapes/ware'
import { type Drawings, on } from './drawing'

const lemon = citrusFace('#F2C52E', '#FBE27A', 9)

/** Crushed ice: a low bank of pale facets, about 2·rx wide, foot at y = 0. */
function ice(rx: number, seed = 3): Svg {
  const next = random(seed)
  const cube = (x: number, y: number, s: number): Svg =>
    at(
      x,
      y,
      join(
        fill(
          polygon([
            [-s, -s * 0.5],
            [0, -s],
            [s, -s * 0.5],
            [0, 0],
          ]),
          '#FFFFFF',
          0.95,
        ),
        fill(
          polygon([
            [-s, -s * 0.5],
            [0, 0],
            [0, s * 0.8],
            [-s, s * 0.4],
          ]),
          '#DCEDF6',
          0.95,
        ),
        fill(
          polygon([
            [s, -s * 0.5],
            [0, 0],
            [0, s * 0.8],
            [s, s * 0.4],
          ]),
          '#BCD9E9',
          0.95,
        ),
      ),
      between(next, -24, 24),
    )
  const cubes = Array.from({ length: 46 }, (_, i) => {
    const t = i / 45
    const x = Math.sin(i * 2.4) * rx * (0.5 + t * 0.46)
    return cube(x, -58 + t * 52 + between(next, -8, 8), between(next, 20, 34))
  })
  return join(ball(oval(0, -20, rx * 0.98, 52), '#D5E8F2', { rim: 14 }), ...cubes)
}

const fishBall = (tone: string): Svg =>
  join(ball(oval(0, 0, 56, 53), tone, { rim: 26, depth: 0.8 }), gloss(-18, -20, 13, 9, -30, 0.8, 3))

/** A wooden spoon or skewer-free heap of fish balls in soup. */
function soup(roe: boolean): Svg {
  const place: readonly (readonly [number, number])[] = [
    [-120, -246],
    [-10, -258],
    [104, -244],
    [-64, -214],
    [54, -212],
    [-4, -196],
  ]
  const next = random(2)
  const scallion = Array.from({ length: 14 }, () =>
    at(
      between(next, -170, 170),
      between(next, -256, -176),
      join(fill(oval(0, 0, 10, 7), '#5FA044'), fill(oval(0, 0, 5, 3), '#DDF0B8')),
    ),
  )
  return join(
    fill(oval(0, -220, 230, 66), '#F3DFAE'),
    fill(oval(-30, -226, 180, 44), '#FBEEC9', 0.7),
    ...place.map(([x, y]) => at(x, y, fishBall('#FBF6EA'))),
    roe
      ? at(
          20,
          -206,
          join(
            fill(oval(0, 0, 58, 50), '#FBF6EA'),
            ...[
              [0, 0],
              [-14, -10],
              [14, -8],
              [-8, 12],
              [12, 10],
              [-22, 4],
              [24, 4],
              [2, -20],
            ].map(([x, y]) => join(ball(oval(x as number, y as number, 8), '#F07A2B', { rim: 4 }))),
          ),
        )
      : '',
    ...scallion,
  )
}

const bowlOf = (roe: boolean): Svg =>
  bowl(
    258,
    222,
    '#C94F3A',
    soup(roe),
    join(
      line('M-230 -130Q0 -50 230 -130', '#FBE9D2', 9, 0.9),
      line('M-210 -106Q0 -28 210 -106', '#FBE9D2', 4, 0.8),
    ),
  )

export const SEAFOOD: Drawings = {
  'white-shrimp': on(
    'sky',
    shadow(375, 640, 290, 34),
    at(375, 630, ice(300)),
    at(286, 476, shell.prawn('#EFA283'), -4, 0.98),
    at(500, 500, shell.prawn('#F3AD8B'), 10, 0.9),
    at(380, 566, shell.prawn('#F5B594'), 0, 0.96),
    at(600, 604, lemon, 6, 0.62),
  ),
  'sea-bass': on(
    'sand',
    shadow(375, 610, 310, 40),
    at(375, 530, plate(330, '#FFFFFF', '#5F8CA8')),
    at(366, 480, sea.fish('#6C8694'), -4, 0.98),
    at(560, 580, lemon, 0, 0.58, 0.5),
    at(250, 590, sprig(150, '#5FA044', 5), 76),
    at(300, 596, sprig(120, '#6FAF4C', 8), 96),
  ),
  salmon: on(
    'sage',
    shadow(375, 640, 290, 36),
    at(375, 580, board(610, 190, '#CDB08A')),
    at(350, 570, sea.salmon(), -2, 1.2),
    at(570, 590, lemon, 8, 0.56, 0.5),
    at(170, 640, sprig(150, '#6FA552', 3), -40),
  ),
  hairtail: on(
    'peach',
    shadow(375, 630, 290, 40),
    at(375, 560, plate(310, '#3E5A6B', '#9DB4C0')),
    at(290, 450, sea.hairtail(), -8, 0.98),
    at(470, 478, sea.hairtail(), 8, 0.98),
    at(300, 548, sea.hairtail(), 4, 1.02),
    at(480, 570, sea.hairtail(), -6, 1),
    at(580, 500, parsley(54), 20),
  ),
  'swimming-crab': on(
    'sky',
    shadow(375, 630, 260, 36),
    at(375, 620, ice(300, 8)),
    at(372, 440, shell.crab('#DB6B38'), 0, 1.04),
    at(610, 610, lemon, 6, 0.56),
  ),
  clams: on(
    'butter',
    shadow(375, 630, 270, 40),
    at(375, 570, plate(300, '#4F7C96', '#BFD6E2')),
    ...(
      [
        [250, 480, 3, '#C6A47B'],
        [360, 450, 5, '#B8926A'],
        [470, 470, 7, '#CDB08A'],
        [200, 540, 9, '#BC9A74'],
        [550, 536, 11, '#C2A07A'],
        [310, 530, 2, '#D3B790'],
        [430, 540, 4, '#B58F68'],
        [250, 590, 6, '#CBAA82'],
        [490, 592, 8, '#D6BC98'],
      ] as const
    ).map(([x, y, seed, tone]) => at(x, y, shell.clam(tone, seed), ((seed * 37) % 50) - 25, 1.02)),
    at(366, 590, shell.openClam(), 0, 1.12),
    at(420, 470, parsley(40), 8),
  ),
  'garlic-scallops': on(
    'mint',
    shadow(260, 560, 120),
    at(262, 440, shell.scallop(), -10, 1.12),
    shadow(510, 560, 120),
    at(508, 440, shell.scallop(), 10, 1.12),
    shadow(384, 650, 136),
    at(384, 520, shell.scallop(), 0, 1.3),
  ),
  squid: on(
    'mint',
    shadow(375, 630, 300, 36),
    at(375, 520, board(640, 260, '#CFA777')),
    at(395, 430, sea.squid('#EBCBD2'), 8, 1),
    at(380, 560, sea.squid('#F0D6DA'), -3, 1.04),
    at(610, 630, lemon, 0, 0.5, 0.44),
  ),
  'fish-balls': on('mint', shadow(375, 628, 170, 34), at(375, 624, bowlOf(false), 0, 1.06)),
  'fish-balls-roe': on('peach', shadow(375, 628, 170, 34), at(375, 624, bowlOf(true), 0, 1.06)),
}
