import { shadow } from '../kit/scene'
import { ball, gloss } from '../kit/solid'
import { at, fill, join, oval, slab, words } from '../kit/svg'
import { beanPaste, chilli, dipper, honey, oil, peanut, soy, vinegar } from '../shapes/condiment'
import { bag } from '../shapes/pack'
import { ear, flour, grains, noodleBundle, rice } from '../shapes/staple'
import { bowl } from '../shapes/ware'
import { type Drawings, on } from './drawing'

export const PANTRY: Drawings = {
  'wuchang-rice': on(
    'sky',
    shadow(345, 620, 180, 26),
    at(345, 616, rice),
    shadow(545, 640, 110, 22),
    at(545, 640, grains(3, 130, 110, 76, '#F3EBD9', 8, 3.4)),
  ),
  'wheat-flour': on(
    'sage',
    shadow(345, 616, 165, 26),
    at(345, 612, flour),
    shadow(550, 640, 100, 22),
    at(545, 642, bowl(104, 84, '#C98A5A', ball(oval(0, -92, 96, 50), '#FFFDF6', { rim: 14 }))),
  ),
  'dried-noodles': on(
    'mint',
    shadow(290, 610, 110),
    at(296, 600, noodleBundle(false), -5),
    shadow(480, 626, 110),
    at(476, 616, noodleBundle(false), 7),
  ),
  'dried-noodles-wide': on(
    'mint',
    shadow(290, 610, 110),
    at(296, 600, noodleBundle(true), -5),
    shadow(480, 626, 110),
    at(476, 616, noodleBundle(true), 7),
  ),
  'peanut-oil': on(
    'sage',
    shadow(355, 616, 150, 26),
    at(350, 610, oil, 0, 1.06),
    shadow(552, 640, 60),
    at(546, 616, peanut(-24)),
    at(490, 646, peanut(12), 0, 0.9),
  ),
  'light-soy': on(
    'butter',
    shadow(360, 614, 96),
    at(350, 606, soy, 0, 1.1),
    shadow(510, 636, 90, 18),
    at(506, 636, bowl(86, 60, '#F4F1EA', fill(oval(0, -62, 84, 30), '#4A1F14'))),
    at(506, 622, gloss(-20, -50, 24, 5, -6, 0.4, 2)),
  ),
  'aged-vinegar': on('peach', shadow(375, 614, 110), at(370, 606, vinegar, 0, 1.1)),
  millet: on(
    'sky',
    shadow(300, 600, 140),
    at(
      300,
      594,
      bag(
        240,
        360,
        '#F3D488',
        join(
          fill(slab(-130, -40, 260, 150), '#FFF6DC'),
          words(0, 8, '黄小米', { size: 50, colour: '#7A4A12', face: 'serif', weight: 900, spacing: 3 }),
          words(0, 62, '沁州 · 头茬', { size: 22, colour: '#A8742E', weight: 500 }),
          at(0, -84, ear(0, '#C98A2A'), 0, 0.8),
        ),
      ),
    ),
    shadow(500, 632, 130, 26),
    at(
      500,
      632,
      bowl(
        130,
        104,
        '#8A5A3A',
        join(
          fill(oval(0, -104, 130, 40), '#E9B838'),
          at(0, -96, grains(8, 170, 118, 56, '#F0C344', 4.6, 4.2)),
        ),
      ),
    ),
  ),
  'bean-paste': on(
    'sage',
    shadow(350, 606, 150),
    at(345, 600, beanPaste, 0, 1.36),
    shadow(560, 640, 90),
    at(556, 612, chilli(-14), 0, 1.1),
    at(500, 650, chilli(168), 0, 0.94),
  ),
  'wild-honey': on(
    'mint',
    shadow(350, 606, 150),
    at(345, 600, honey, 0, 1.34),
    shadow(556, 636, 60),
    at(540, 584, dipper, 0, 1),
  ),
}
