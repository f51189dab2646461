import { polygon } from '../kit/curve'
import { between, random } from '../kit/random'
import { shadow } from '../kit/scene'
import { ball, gloss } from '../kit/solid'
import { at, clip, fill, join, line, oval, type Svg } from '../kit/svg'
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

/** Fish balls heaped in soup; the bowl's rim is drawn again in front of the heap. */
function balls(roe: boolean): Svg {
  const place: readonly (readonly [number, number])[] = [
    [-66, -258],
    [66, -258],
    [0, -300],
    [-132, -214],
    [134, -214],
    [-2, -236],
    [-70, -192],
    [70, -192],
  ]
  const next = random(2)
  const scallion = Array.from({ length: 12 }, () =>
    at(
      between(next, -150, 150),
      between(next, -290, -180),
      join(fill(oval(0, 0, 10, 7), '#5FA044'), fill(oval(0, 0, 5, 3), '#DDF0B8')),
    ),
  )
  const eggs = [
    [0, 0],
    [-16, -10],
    [16, -8],
    [-10, 14],
    [14, 12],
    [-26, 4],
    [28, 4],
    [2, -22],
  ] as const
  const cut = at(
    0,
    -196,
    join(
      ball(oval(0, 0, 66, 60), '#FBF6EA', { rim: 14 }),
      fill(oval(0, 2, 46, 40), '#F9C79A'),
      ...eggs.map(([x, y]) => ball(oval(x, y, 10), '#F07A2B', { rim: 4 })),
    ),
  )
  return join(...place.map(([x, y]) => at(x, y, fishBall('#FBF6EA'), 0, 1.16)), roe ? cut : '', ...scallion)
}

const soupBowl = (skin: Svg): Svg => bowl(250, 180, '#C94F3A', fill(oval(0, -180, 240, 70), '#F3DFAE'), skin)

const bowlOf = (roe: boolean): Svg => {
  const stripes = join(
    line('M-226 -100Q0 -34 226 -100', '#FBE9D2', 9, 0.9),
    line('M-206 -78Q0 -14 206 -78', '#FBE9D2', 4, 0.8),
  )
  return join(soupBowl(stripes), balls(roe), clip('M-300 -166Q0 -86 300 -166V60H-300Z', soupBowl(stripes)))
}

export const SEAFOOD: Drawings = {
  'white-shrimp': on(
    'sky',
    shadow(375, 640, 290, 34),
    at(375, 630, ice(300)),
    at(270, 440, shell.prawn('#EFA283'), -4, 1.16),
    at(480, 470, shell.prawn('#F3AD8B'), 10, 1.04),
    at(370, 560, shell.prawn('#F5B594'), 0, 1.14),
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
    at(365, 580, sea.salmon(), -2, 1.44),
    at(600, 604, lemon, 8, 0.66, 0.6),
    at(170, 640, sprig(150, '#6FA552', 3), -40),
  ),
  hairtail: on(
    'peach',
    shadow(375, 660, 280, 40),
    at(375, 600, plate(300, '#3E5A6B', '#9DB4C0')),
    at(400, 420, sea.hairtail(), -12, 1.36, 1.3),
    at(300, 512, sea.hairtail(), 6, 1.4, 1.32),
    at(440, 592, sea.hairtail(), -5, 1.4, 1.32),
    at(180, 610, parsley(64), -12),
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
    shadow(375, 650, 300, 40),
    at(375, 580, plate(310, '#F7F9FA', '#6FA58F')),
    at(240, 440, shell.scallop(), -14, 1.1),
    at(510, 440, shell.scallop(), 14, 1.1),
    at(376, 520, shell.scallop(), 0, 1.34),
    at(610, 590, parsley(56), 16),
  ),
  squid: on(
    'mint',
    shadow(375, 640, 300, 36),
    at(375, 640, ice(310, 6)),
    at(385, 400, sea.squid('#EBCBD2'), 14, 1.1),
    at(370, 548, sea.squid('#F0D6DA'), -6, 1.16),
    at(620, 620, lemon, 0, 0.6, 0.56),
  ),
  'fish-balls': on('mint', shadow(375, 628, 170, 34), at(375, 624, bowlOf(false), 0, 1.06)),
  'fish-balls-roe': on('peach', shadow(375, 628, 170, 34), at(375, 624, bowlOf(true), 0, 1.06)),
}
