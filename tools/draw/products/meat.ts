import { cubic } from '../kit/curve'
import { shadow } from '../kit/scene'
import { solid } from '../kit/solid'
import { at, clip, fill, join, line, oval, type Svg } from '../kit/svg'
import { parsley, sprig } from '../shapes/leaf'
import * as meat from '../shapes/meat'
import * as poultry from '../shapes/poultry'
import { board, bowl, plate } from '../shapes/ware'
import { type Drawings, on } from './drawing'

/** A pulp tray with two rows of eggs; foot at y = 0. */
function tray(): Svg {
  const tones = ['#E7B98C', '#DFAA7A', '#EDC49B', '#E2B184', '#E9BF94']
  const row = (y: number, step: number, shift: number): Svg =>
    join(
      ...[-2, -1, 0, 1, 2].map((i) =>
        at(
          i * step + shift,
          y,
          poultry.egg(tones[(i + 7 + y) % 5 < 0 ? 0 : Math.abs(i + y) % 5] as string),
          i * 2,
          1.02,
        ),
      ),
    )
  const front =
    'M-300 -92Q-284 -56 -262 -64T-236 -92Q-208 -40 -178 -40T-122 -92Q-92 -40 -60 -40T-2 -92Q28 -40 60 -40T118 -92Q148 -40 178 -40T236 -92Q262 -56 284 -66T300 -92L284 -8Q280 8 262 8H-262Q-280 8 -284 -8Z'
  const back = 'M-286 -150H310L300 -84H-300Z'
  return join(
    solid(back, '#A8957D', { rim: 12 }),
    row(-178, 116, 10),
    row(-106, 118, 0),
    solid(front, '#BBA88F', { rim: 26 }),
    ...[-240, -120, 0, 120, 240].map((x) => line(`M${x - 30} -6q30 -26 60 0`, '#9C8A71', 5, 0.5)),
  )
}

/** Lemon-free garnish for raw meat: garlic cloves and peppercorns. */
function garlic(): Svg {
  return join(
    solid(
      'M0 -44C10 -30 44 -22 44 10C44 34 22 40 0 40C-22 40 -44 34 -44 10C-44 -22 -10 -30 0 -44Z',
      '#FBF3E4',
      { rim: 16 },
    ),
    line('M0 -30Q-14 4 -4 36M2 -30Q20 4 12 36', '#DCC8AE', 3, 0.8),
    line('M0 -42L4 -60', '#E9DCC4', 8),
  )
}

const sausages = (colour: string): Svg =>
  join(
    line('M-120 -190C-60 -250 60 -250 130 -190', '#C9A26A', 6),
    meat.sausage(cubic([-120, -190], [-150, -60], [-120, 100], [-60, 200]), 36, colour, 3),
    meat.sausage(cubic([-10, -214], [-20, -60], [10, 110], [30, 220]), 36, colour, 5),
    meat.sausage(cubic([130, -190], [150, -60], [150, 90], [120, 206]), 36, colour, 8),
    ...[
      [-120, -192],
      [-10, -216],
      [130, -192],
    ].map(([x, y]) =>
      join(
        line(`M${x} ${y}m-12 -4l24 8m-24 0l24 -8`, '#E3C48C', 5),
        fill(oval(x as number, y as number, 7), '#D9B679'),
      ),
    ),
  )

export const MEAT: Drawings = {
  'farm-eggs': on(
    'mint',
    shadow(375, 600, 300, 34),
    at(375, 590, tray()),
    shadow(590, 668, 66),
    at(592, 664, poultry.crackedEgg('#E7B98C')),
  ),
  'pork-belly': on(
    'sage',
    shadow(375, 640, 290, 36),
    at(375, 590, board(610, 150)),
    at(330, 584, meat.porkBelly(320, 190, 170)),
    at(170, 640, sprig(110, '#5FA044', 4), -60),
    at(560, 620, garlic(), 12, 0.9),
  ),
  'pork-ribs': on(
    'mint',
    shadow(375, 640, 290, 36),
    at(375, 590, board(610, 160)),
    at(350, 396, meat.rib(5, 280), -10, 1.24),
    at(300, 478, meat.rib(2, 290), 5, 1.26),
    at(430, 530, meat.rib(7, 290), -4, 1.26),
    at(330, 590, meat.rib(9, 300), 3, 1.28),
    at(150, 650, parsley(76), -10),
  ),
  steak: on(
    'sage',
    shadow(375, 660, 290, 36),
    at(375, 590, board(600, 210)),
    at(430, 440, meat.steak(), 12, 1.16, 1.02),
    at(326, 566, meat.steak(), -5, 1.22, 1.04),
    at(600, 650, sprig(190, '#4E8A4A', 7), 48),
    at(606, 640, garlic(), 8, 0.86),
  ),
  'chicken-wings': on(
    'sky',
    shadow(375, 660, 280, 40),
    at(375, 590, plate(300, '#FFFFFF', '#D9A45B')),
    at(300, 430, poultry.wing('#F2C596'), -20, 1.04),
    at(490, 462, poultry.wing('#F5CDA2'), 22, 0.98),
    at(380, 560, poultry.wing('#F3C99A'), -3, 1.18),
    at(585, 620, parsley(74), 14),
    at(560, 630, parsley(56, 8), -8),
  ),
  'free-range-chicken': on(
    'sky',
    shadow(375, 640, 290, 40),
    at(375, 590, plate(310, '#FFFFFF', '#D9A45B')),
    at(360, 460, poultry.chicken(), -3, 1.04),
    at(170, 610, parsley(74), -14),
    at(205, 626, parsley(56, 8), 4),
  ),
  'lamb-rolls': on(
    'sage',
    shadow(375, 640, 290, 40),
    at(375, 580, plate(310, '#2F3B40', '#8A979B')),
    at(260, 480, meat.meatRoll(2), -6, 0.96),
    at(400, 462, meat.meatRoll(5), 4, 0.98),
    at(530, 500, meat.meatRoll(7), 8, 0.94),
    at(310, 570, meat.meatRoll(3), -4, 1.04),
    at(462, 580, meat.meatRoll(9), 6, 1.04),
    at(190, 602, parsley(60), -16),
  ),
  'cantonese-sausage': on('butter', shadow(390, 630, 190, 30), at(370, 380, sausages('#A5322B'), 0, 1.12)),
  'cantonese-sausage-lean': on(
    'butter',
    shadow(390, 630, 190, 30),
    at(370, 380, sausages('#8E231F'), 0, 1.12),
  ),
  'salted-duck-eggs': on(
    'peach',
    shadow(330, 610, 170, 32),
    at(
      330,
      604,
      bowl(
        210,
        170,
        '#4A7A95',
        join(fill(oval(0, -170, 210, 60), '#345B73')),
        line('M-190 -96Q0 -40 190 -96', '#E9F1F2', 8, 0.8),
      ),
    ),
    at(220, 400, poultry.egg('#C6DBD6'), -18, 1.12),
    at(330, 384, poultry.egg('#D3E4DE'), 4, 1.12),
    at(440, 400, poultry.egg('#BBD3CE'), 20, 1.12),
    at(
      330,
      604,
      clip(
        'M-260 -158Q0 -94 260 -158V60H-260Z',
        bowl(210, 170, '#4A7A95', '', line('M-190 -96Q0 -40 190 -96', '#E9F1F2', 8, 0.8)),
      ),
    ),
    shadow(555, 650, 80),
    at(556, 566, poultry.eggHalf('#BDD4CF'), 10, 1.18),
  ),
}
