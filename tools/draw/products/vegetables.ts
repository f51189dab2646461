import { polygon } from '../kit/curve'
import { shadow } from '../kit/scene'
import { solid } from '../kit/solid'
import { at, blend, fill, join, line, oval, type Svg } from '../kit/svg'
import * as greens from '../shapes/greens'
import { sprig } from '../shapes/leaf'
import * as veg from '../shapes/vegetable'
import { board } from '../shapes/ware'
import { type Drawings, on } from './drawing'

/** A block of tofu in the same oblique view as the boxes; the foot of its front at y = 0. */
function tofuBlock(w: number, h: number, deep: number): Svg {
  const dx = deep * 0.55
  const dy = -deep * 0.42
  const front = polygon([
    [-w / 2, -h],
    [w / 2, -h],
    [w / 2, 0],
    [-w / 2, 0],
  ])
  const top = polygon([
    [-w / 2, -h],
    [w / 2, -h],
    [w / 2 + dx, -h + dy],
    [-w / 2 + dx, -h + dy],
  ])
  const side = polygon([
    [w / 2, -h],
    [w / 2 + dx, -h + dy],
    [w / 2 + dx, dy],
    [w / 2, 0],
  ])
  const pores = [
    [-0.3, 0.3],
    [-0.1, 0.6],
    [0.2, 0.4],
    [0.34, 0.7],
    [-0.36, 0.76],
    [0.06, 0.22],
  ].map(([u, v]) => fill(oval(w * (u as number), -h * (v as number), 5, 3.4), '#D9C79E', 0.8))
  const cloth = [0.2, 0.4, 0.6, 0.8].map((t) =>
    line(`M${-w / 2 + w * t} ${-h}l${dx} ${dy}`, '#E7D9B6', 3, 0.8),
  )
  const weft = [0.33, 0.66].map((t) => line(`M${-w / 2 + dx * t} ${-h + dy * t}h${w}`, '#E7D9B6', 3, 0.8))
  return join(
    blend(side, [
      [0, '#E2D2AA'],
      [1, '#CDB98A'],
    ]),
    solid(front, '#F6ECD2', { rim: 20, depth: 0.8, skin: join(...pores) }),
    solid(top, '#FFFBEF', { rim: 8, depth: 0.5, skin: join(...cloth, ...weft) }),
  )
}

export const VEGETABLES: Drawings = {
  tomato: on(
    'mint',
    shadow(290, 590, 150),
    at(290, 460, veg.tomato('#DE4230'), -4, 1.52),
    shadow(538, 622, 112),
    at(530, 520, veg.tomatoFace(), 8, 1.06),
  ),
  cucumber: on(
    'rose',
    shadow(380, 470, 210, 22, 0.7),
    at(385, 380, veg.cucumber('#4A8F36', 20), -10, 1.14),
    shadow(370, 600, 220, 28),
    at(370, 520, veg.cucumber('#5AA23F', 26), 2, 1.16),
    shadow(220, 655, 60),
    at(214, 612, veg.cucumberFace(), 0, 1.05, 0.98),
    shadow(330, 668, 56),
    at(324, 630, veg.cucumberFace(), 10, 1, 0.9),
  ),
  broccoli: on('peach', shadow(375, 606, 130), at(375, 420, greens.broccoli(), 0, 1.28)),
  carrot: on(
    'mint',
    shadow(300, 640, 170, 22),
    at(250, 290, greens.carrot('#EE7A20', 2), 16, 1.02),
    at(480, 290, greens.carrot('#EA7318', 9), -20, 1),
    at(372, 280, greens.carrot('#F58A2B', 5), -2, 1.08),
  ),
  'bok-choy': on(
    'peach',
    shadow(230, 600, 90),
    at(236, 460, greens.pakChoi(), -8, 0.94),
    shadow(520, 600, 90),
    at(516, 462, greens.pakChoi(), 9, 0.9),
    shadow(380, 640, 100),
    at(378, 470, greens.pakChoi(), 0, 1.04),
  ),
  'sweet-corn': on(
    'sky',
    shadow(280, 600, 110),
    at(280, 400, veg.corn('#F4C93F'), -13, 1.12),
    shadow(490, 616, 110),
    at(486, 420, veg.corn('#F8D552'), 12, 1.1),
  ),
  shiitake: on(
    'sage',
    shadow(250, 556, 90),
    at(254, 450, veg.shiitake(false, '#7E5034'), -10, 1.1),
    shadow(516, 566, 96),
    at(512, 456, veg.shiitake(true, '#8B5B3A'), 9, 1.16),
    shadow(380, 632, 110),
    at(380, 520, veg.shiitake(true, '#96653F'), -2, 1.26),
  ),
  kabocha: on(
    'butter',
    shadow(330, 560, 190),
    at(325, 430, veg.kabocha(), 0, 1.42),
    shadow(470, 640, 160),
    at(468, 575, veg.kabochaWedge(), -3, 1.06),
  ),
  'firm-tofu': on(
    'sky',
    shadow(375, 628, 260, 34),
    at(375, 580, board(560, 130)),
    at(320, 566, tofuBlock(310, 190, 190)),
    at(560, 596, tofuBlock(104, 96, 84)),
    at(206, 604, sprig(120, '#5FA044', 4), -62),
    at(236, 610, sprig(96, '#6FAF4C', 6), -84),
  ),
}
