import type { Colour } from '../kit/colour'
import { shadow } from '../kit/scene'
import { ball, solid } from '../kit/solid'
import { at, fill, join, line, oval, type Svg, slab, words } from '../kit/svg'
import * as home from '../shapes/homeware'
import { tissuePack } from '../shapes/household'
import * as nursery from '../shapes/nursery'
import { bag } from '../shapes/pack'
import * as toy from '../shapes/toy'
import { bowl, plate } from '../shapes/ware'
import { type Drawings, on } from './drawing'

const babyFace = join(
  ball(oval(0, 0, 74, 70), '#FBDDC4', { rim: 26 }),
  fill(oval(-26, 0, 6, 8), '#4A3226'),
  fill(oval(26, 0, 6, 8), '#4A3226'),
  line('M-16 26Q0 40 16 26', '#C9654A', 5),
  fill(oval(-46, 20, 14, 9), '#F4A28E', 0.7),
  fill(oval(46, 20, 14, 9), '#F4A28E', 0.7),
  line('M-6 -66q-6 -22 12 -26q14 0 10 14', '#7A4F2C', 6),
)
const cloud = (colour: Colour): Svg =>
  fill(
    'M-70 20C-96 20 -98 -16 -70 -18C-66 -50 -18 -54 -8 -30C10 -52 52 -38 46 -10C74 -12 78 20 52 20Z',
    colour,
  )

const diaper = bag(
  350,
  400,
  '#8CC3E0',
  join(
    at(-104, -128, cloud('#FFFFFF'), 0, 0.62),
    at(116, -70, cloud('#FFFFFF'), 0, 0.5),
    words(0, -116, '云柔', { size: 64, colour: '#FFFFFF', weight: 900, spacing: 6 }),
    words(0, -62, '纸尿裤', { size: 34, colour: '#F2FAFF', weight: 700, spacing: 6 }),
    fill('M-200 70Q-60 10 60 60T200 50V260H-200Z', '#FFF6E4'),
    at(0, 52, babyFace),
    fill(oval(118, 146, 38), '#E5532D'),
    words(118, 146, 'L', { size: 40, colour: '#FFFFFF', weight: 900 }),
    words(-40, 156, '46片', { size: 28, colour: '#3F7FA8', weight: 900 }),
  ),
  50,
)
const nappy = join(
  solid(
    'M-96 -60C-60 -44 60 -44 96 -60C104 -40 100 -6 92 10C60 10 36 36 28 62C10 74 -10 74 -28 62C-36 36 -60 10 -92 10C-100 -6 -104 -40 -96 -60Z',
    '#FFFFFF',
    { rim: 24, skin: join(line('M-60 12C-30 30 -24 50 -22 70M60 12C30 30 24 50 22 70', '#D8E6EE', 5)) },
  ),
  fill(slab(-96, -54, 34, 26, 8), '#F6C75A'),
  fill(slab(62, -54, 34, 26, 8), '#F6C75A'),
  at(0, -10, cloud('#BFE0F0'), 0, 0.4),
)

const wipesFace = join(
  fill('M-220 24Q-100 -20 0 20T220 10V120H-220Z', '#9CCBB4'),
  words(-70, -22, '手口湿巾', { size: 38, colour: '#2F6B58', weight: 900, spacing: 2 }),
  words(-70, 42, '婴儿 · 80抽', { size: 20, colour: '#FFFFFF', weight: 700 }),
  at(122, 0, babyFace, 0, 0.5),
)
const wipes = tissuePack(420, 140, 190, '#F1F8F4', wipesFace)

const toys = join(
  at(-150, 0, toy.block(140, '#E9B44C', words(0, 0, 'A', { size: 80, colour: '#FFF6E0', weight: 900 }))),
  at(140, 0, toy.block(140, '#5FA8A0', fill(oval(0, 0, 36), '#FFF6E0'))),
  at(-6, 0, toy.arch(150, 140, '#D98A62')),
  at(
    -84,
    -140,
    toy.block(
      132,
      '#E5684A',
      at(0, 0, fill('M0 -40L12 -13L41 -11L18 8L26 37L0 20L-26 37L-18 8L-41 -11L-12 -13Z', '#FFF6E0')),
    ),
  ),
  at(
    76,
    -140,
    toy.block(132, '#E3C08A', words(0, 0, '木', { size: 70, colour: '#8A5A2C', face: 'serif', weight: 900 })),
  ),
  at(0, -272, toy.roof(230, 120, '#4F7FB8')),
)

const porcelain = (rx: number, h: number): Svg =>
  bowl(
    rx,
    h,
    '#F7F9FA',
    fill(oval(0, -h, rx, rx * 0.3), '#EDF2F5'),
    join(
      home.brushwork(rx, -h * 0.52),
      line(`M${-rx} ${-h + 16}Q0 ${-h + 76} ${rx} ${-h + 16}`, '#4F7FB8', 5),
    ),
  )
const spoon = join(
  solid(
    'M-28 -10C-28 -44 28 -44 28 -10C26 20 10 30 8 44L12 190Q0 200 -12 190L-8 44C-10 30 -26 20 -28 -10Z',
    '#F7F9FA',
    { rim: 12 },
  ),
  fill(oval(0, -12, 18, 22), '#DFE8EE'),
  line('M0 70V176', '#4F7FB8', 4, 0.7),
)

export const HOME: Drawings = {
  'baby-diapers': on(
    'butter',
    shadow(340, 606, 190, 28),
    at(335, 600, diaper),
    shadow(560, 640, 96),
    at(556, 580, nappy, -6, 1.06),
  ),
  'baby-wipes': on('peach', shadow(370, 610, 250, 30), at(330, 604, wipes)),
  'baby-bottle': on(
    'sky',
    shadow(310, 600, 100),
    at(310, 594, nursery.feeder(-150), 0, 1.12),
    shadow(490, 622, 90),
    at(490, 616, nursery.feeder(-210, 0.82), 0, 1.06),
  ),
  'wooden-blocks': on(
    'mint',
    shadow(390, 616, 260, 30),
    at(365, 606, toys, 0, 1.08),
    shadow(610, 640, 50),
    at(600, 636, ball(oval(0, -42, 44), '#E5684A', { rim: 20 })),
  ),
  thermos: on('sky', shadow(375, 616, 104), at(375, 606, nursery.flask('#E5532D'), 0, 1.14)),
  'thermos-cream': on('sage', shadow(375, 616, 104), at(375, 606, nursery.flask('#EADFC9'), 0, 1.14)),
  'thermos-pine': on('butter', shadow(375, 616, 104), at(375, 606, nursery.flask('#3E6B57'), 0, 1.14)),
  pillow: on('lilac', shadow(375, 566, 270, 34), at(375, 470, home.pillow('#F7F8FA', '#8FA6CF'), -3, 1.12)),
  'storage-box': on(
    'sage',
    shadow(390, 616, 270, 30),
    at(340, 606, home.storageBox(420, 260, 190, '#C9B79A')),
  ),
  'night-light': on('lilac', shadow(375, 606, 110), at(375, 596, nursery.nightLight(), 0, 1.2)),
  pothos: on('butter', shadow(375, 612, 120), at(375, 600, home.pothos(), 0, 1.04)),
  'bowl-set': on(
    'peach',
    shadow(375, 620, 280, 36),
    at(375, 570, plate(300, '#F7F9FA', '#4F7FB8')),
    at(286, 560, porcelain(140, 108)),
    at(286, 506, porcelain(140, 108)),
    at(286, 452, porcelain(140, 108)),
    at(520, 570, porcelain(116, 92)),
    at(560, 560, spoon, 68, 0.86),
  ),
}
