import { type Colour, lit, shaded } from '../kit/colour'
import { shadow } from '../kit/scene'
import { ball, solid } from '../kit/solid'
import { at, column, fill, join, line, oval, type Svg, slab, words } from '../kit/svg'
import { strawberry } from '../shapes/berry'
import { brick, drinkGlass, milkFace, openYogurt, yogurt } from '../shapes/dairy'
import { bean, dripBag, fizz, grapes, juice, peach, teaCup, teaLeaf, teaTin } from '../shapes/drink'
import { citrus, citrusFace } from '../shapes/orchard'
import { box } from '../shapes/pack'
import { almond, cashew, chips, cookies, crisp, lidTin, nutBox, toast, walnut } from '../shapes/snack'
import { cucumberFace, tomato } from '../shapes/vegetable'
import { type Drawings, on } from './drawing'

const chipScene = (
  ground: 'butter' | 'mint' | 'sage' | 'sand',
  colour: Colour,
  band: Colour,
  flavour: string,
  hero: Svg,
) =>
  on(
    ground,
    shadow(345, 606, 165, 26),
    at(345, 600, chips(colour, band, flavour, hero), -3),
    shadow(540, 640, 90, 18),
    at(520, 610, crisp(12), 0, 1.2),
    at(580, 626, crisp(-26, '#F6D37A'), 0, 1.05),
  )

const fizzScene = (
  ground: 'sky' | 'peach' | 'mint' | 'butter' | 'rose',
  colour: Colour,
  name: string,
  fruit: Svg,
  beside: Svg,
) =>
  on(
    ground,
    shadow(290, 590, 76),
    at(290, 586, fizz(shaded(colour, 0.06), name, fruit), 0, 1.26),
    shadow(460, 622, 80),
    at(460, 618, fizz(colour, name, fruit), 0, 1.32),
    shadow(600, 640, 66),
    at(596, 590, beside),
  )

const coffee = (accent: Colour, name: string, ground: 'sand' | 'rose') =>
  on(
    ground,
    shadow(330, 600, 170, 26),
    at(
      310,
      596,
      box(240, 330, 120, '#3B2A20', {
        front: join(
          fill(oval(0, -210, 78), accent),
          at(
            0,
            -214,
            join(
              fill('M-40 -14H40Q40 34 0 38Q-40 34 -40 -14Z', '#FFF6E4'),
              line('M40 -4Q62 0 40 22', '#FFF6E4', 8),
              line('M-16 -28q8 -12 0 -22M8 -28q8 -12 0 -22', '#FFF6E4', 5),
            ),
          ),
          words(0, -96, '挂耳咖啡', { size: 42, colour: '#FFF3DC', face: 'serif', weight: 900, spacing: 3 }),
          words(0, -50, name, { size: 22, colour: lit(accent, 0.4), weight: 500 }),
        ),
        side: column(0, -60, '中深烘', {
          size: 30,
          colour: '#E5CFAE',
          face: 'serif',
          weight: 700,
          spacing: 0.2,
        }),
      }),
    ),
    shadow(540, 640, 100),
    at(534, 636, dripBag(accent), 5, 1.06),
    at(640, 650, bean(20)),
    at(612, 668, bean(-40), 0, 0.9),
  )

export const SNACKS: Drawings = {
  'daily-nuts': on(
    'mint',
    shadow(360, 606, 220, 30),
    at(330, 600, nutBox),
    at(560, 640, almond(30), 0, 1.1),
    at(606, 620, cashew(-20), 0, 1.1),
    at(512, 660, walnut()),
  ),
  'potato-chips': chipScene('sand', '#F2B632', '#E0862A', '海盐原切', ''),
  'potato-chips-tomato': chipScene('mint', '#E4573B', '#C33B2A', '番茄味', at(0, -4, tomato(), 0, 0.52)),
  'potato-chips-cucumber': chipScene(
    'butter',
    '#7DB356',
    '#4E8F3C',
    '青瓜味',
    at(4, -4, cucumberFace(), 0, 0.86),
  ),
  'potato-chips-bbq': chipScene(
    'sage',
    '#7A4A34',
    '#4F2C20',
    '炭烤味',
    join(
      line('M-50 40L40 -50', '#D9B27A', 6),
      ...[
        [-24, 14],
        [0, -10],
        [24, -34],
      ].map(([x, y]) =>
        at(x as number, y as number, solid(slab(-22, -16, 44, 32, 10), '#9C4A26', { rim: 10 }), -45),
      ),
    ),
  ),
  'butter-cookies': on(
    'peach',
    shadow(520, 500, 150),
    at(510, 400, lidTin, 6),
    shadow(360, 620, 220, 34),
    at(350, 556, cookies, 0, 1.1),
  ),
  'pure-milk': on(
    'butter',
    shadow(310, 590, 150),
    at(250, 586, brick(milkFace, '#F7FBFE'), 0, 1.24),
    shadow(430, 606, 130),
    at(440, 604, brick(milkFace, '#F7FBFE'), 0, 1.24),
    shadow(610, 640, 70),
    at(606, 640, drinkGlass, 0, 1.1),
  ),
  'yogurt-cup': on(
    'sky',
    shadow(320, 590, 130),
    at(
      320,
      586,
      yogurt(
        '#8EB8D8',
        '原味',
        join(ball(oval(0, 0, 26, 24), '#FFFFFF'), line('M-14 2q14 -14 28 0', '#E3EDF4', 5)),
      ),
      0,
      1.5,
    ),
    shadow(540, 636, 92),
    at(540, 632, openYogurt(''), 0, 1.08),
  ),
  'yogurt-cup-strawberry': on(
    'rose',
    shadow(320, 590, 130),
    at(320, 586, yogurt('#E58A93', '草莓', at(0, 0, strawberry(), 10, 0.42)), 0, 1.5),
    shadow(540, 636, 92),
    at(540, 632, openYogurt(at(0, 0, strawberry(), 14, 0.46)), 0, 1.08),
  ),
  'yogurt-cup-peach': on(
    'butter',
    shadow(320, 590, 130),
    at(320, 586, yogurt('#F0AE52', '黄桃', at(0, 4, peach(0.44))), 0, 1.5),
    shadow(540, 636, 92),
    at(540, 632, openYogurt(at(0, 0, peach(0.5))), 0, 1.08),
  ),
  'sparkling-water': fizzScene(
    'sky',
    '#E9C22F',
    '海盐柠檬',
    at(0, 0, citrusFace('#F2C52E', '#FBE27A', 9), 0, 0.44),
    at(0, 0, citrusFace('#F2C52E', '#FBE27A', 9), 8, 0.62),
  ),
  'sparkling-water-peach': fizzScene('mint', '#F09A86', '白桃', peach(0.5), peach(0.72)),
  'sparkling-water-grape': fizzScene(
    'rose',
    '#8DB548',
    '青提',
    at(0, 0, grapes, 0, 0.92),
    at(0, 0, grapes, 0, 1.3),
  ),
  'longjing-tea': on(
    'peach',
    shadow(330, 600, 130),
    at(325, 594, teaTin, 0, 1.2),
    shadow(530, 632, 96),
    at(530, 632, teaCup, 0, 1.14),
    at(400, 650, teaLeaf(-14), 0, 1.1),
    at(450, 668, teaLeaf(150), 0, 0.9),
  ),
  'drip-coffee': coffee('#B5733A', '坚果 · 可可', 'sand'),
  'drip-coffee-fruity': coffee('#B8456B', '莓果 · 花香', 'rose'),
  'orange-juice': on(
    'sky',
    shadow(340, 600, 120),
    at(335, 594, juice, 0, 1.12),
    shadow(520, 622, 90),
    at(520, 548, citrus('#F28A1C', true), 6, 0.86),
    shadow(604, 650, 60),
    at(600, 606, citrusFace(), 10, 0.62),
  ),
  'toast-bread': on('sky', shadow(400, 610, 250, 34), at(380, 420, toast(false), 0, 1.1)),
  'toast-bread-raisin': on('lilac', shadow(400, 610, 250, 34), at(380, 420, toast(true), 0, 1.1)),
}
