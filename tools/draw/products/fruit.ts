import { shadow } from '../kit/scene'
import { solid } from '../kit/solid'
import { at, fill, join, line, type Svg, slab } from '../kit/svg'
import * as berry from '../shapes/berry'
import * as exotic from '../shapes/exotic'
import { leaf } from '../shapes/leaf'
import * as orchard from '../shapes/orchard'
import { type Drawings, on } from './drawing'

/** A pile of berries, widest row at the bottom. */
function pile(rows: readonly number[], step: number, rise: number, berry: (i: number) => Svg): Svg {
  let index = 0
  const placed = rows.map((count, row) =>
    join(
      ...Array.from({ length: count }, (_, i) =>
        at(
          (i - (count - 1) / 2) * step + (row % 2) * 4,
          -row * rise,
          berry(index++),
          ((index * 47) % 360) - 180,
        ),
      ),
    ),
  )
  return join(...placed)
}

/** A clear clamshell box seen from the front, its fruit inside. */
function punnet(x: number, y: number, w: number, h: number, inside: Svg): Svg {
  const d = `M${x - w / 2} ${y - h}H${x + w / 2}L${x + w / 2 - 22} ${y}H${x - w / 2 + 22}Z`
  return join(
    fill(d, '#FFFFFF', 0.45),
    inside,
    fill(d, '#FFFFFF', 0.07),
    line(d, '#FFFFFF', 5, 0.85),
    fill(slab(x - w / 2 - 12, y - h - 12, w + 24, 22, 11), '#FFFFFF', 0.9),
    line(`M${x - w / 2 + 40} ${y - h + 30}L${x - w / 2 + 52} ${y - 26}`, '#FFFFFF', 9, 0.7),
    line(`M${x - w / 2 + 66} ${y - h + 30}L${x - w / 2 + 72} ${y - h + 70}`, '#FFFFFF', 7, 0.6),
  )
}

function muscat(): Svg {
  const rows = [1, 2, 3, 4, 5, 5, 4]
  const berries = rows.flatMap((count, row) =>
    Array.from({ length: count }, (_, i) =>
      at(
        (i - (count - 1) / 2) * 66 + (row % 2 ? 5 : -4),
        -row * 54,
        berry.grape((i + row) % 3 ? '#AFCB52' : '#9DBD42'),
        0,
        1.04,
      ),
    ),
  )
  return join(
    line('M0 -330Q-4 -390 26 -420', '#8A6A3C', 13),
    line('M-50 -404Q10 -392 70 -428', '#8A6A3C', 10),
    ...berries.reverse(),
  )
}

export const FRUIT: Drawings = {
  'fuji-apple': on(
    'butter',
    shadow(250, 590, 130),
    at(262, 470, orchard.apple('#D2402F', '#F2B04A'), -8, 1.3),
    shadow(520, 596, 110),
    at(520, 490, orchard.apple('#DC3A31', '#F6C25C'), 9, 1.12),
    shadow(384, 640, 96),
    at(388, 562, orchard.appleHalf(), 6, 0.86),
  ),
  'navel-orange': on(
    'sky',
    shadow(300, 588, 150),
    at(300, 430, orchard.citrus('#F28A1C', true), -6, 1.62),
    shadow(545, 620, 112),
    at(535, 515, orchard.citrusFace(), 8, 1.12),
  ),
  banana: on(
    'mint',
    shadow(380, 612, 190, 26),
    at(
      300,
      170,
      join(
        at(40, 0, orchard.banana(400, 0.42, '#E6AF2A'), -52),
        at(26, 4, orchard.banana(430, 0.4, '#EFBD33'), -34),
        at(8, 6, orchard.banana(440, 0.38, '#F5C93C'), -15),
        at(-8, 4, orchard.banana(420, 0.36, '#F9D24C'), 5),
        solid('M-22 -34Q16 -50 44 -26L52 34Q20 52 -26 32Z', '#A58A3A', { rim: 16 }),
        fill('M-22 -34Q14 -50 44 -26Q14 -20 -22 -34Z', '#6B4A22'),
      ),
    ),
  ),
  strawberry: on(
    'mint',
    shadow(250, 560, 120),
    at(262, 430, berry.strawberry('#D92C2C'), -14, 1.34),
    shadow(505, 566, 118),
    at(505, 440, berry.strawberry('#E23530'), 13, 1.28),
    shadow(382, 640, 100),
    at(380, 536, berry.strawberryHalf(), 4, 1.08),
  ),
  blueberry: on(
    'butter',
    shadow(375, 610, 230),
    punnet(
      375,
      606,
      470,
      250,
      at(
        375,
        556,
        pile([5, 5, 5, 6, 4], 73, 54, (i) => at(0, 0, berry.blueberry((i % 4) / 4), 0, 1)),
      ),
    ),
    shadow(590, 640, 44),
    at(590, 610, berry.blueberry(0.2), 20, 0.95),
    shadow(160, 650, 44),
    at(160, 618, berry.blueberry(0.8), -30, 1),
    at(196, 632, leaf(86, 42), -14),
  ),
  'sunshine-muscat': on(
    'rose',
    shadow(385, 628, 190),
    at(384, 574, muscat(), 4, 1.02),
    at(420, 178, leaf(150, 96, '#6FA548'), 14),
    at(380, 172, leaf(130, 84, '#5C9440'), 168),
  ),
  kiwi: on(
    'rose',
    shadow(285, 570, 160),
    at(290, 440, exotic.kiwi(), -12, 1.62),
    shadow(520, 618, 124),
    at(508, 500, exotic.kiwiFace(), 0, 1.26),
    shadow(268, 648, 84),
    at(262, 580, exotic.kiwiFace(), 0, 0.78, 0.74),
  ),
  watermelon: on(
    'butter',
    shadow(345, 590, 210),
    at(340, 392, exotic.watermelon(), -10, 1.02),
    shadow(480, 650, 170),
    at(476, 468, exotic.watermelonSlice(), -6, 0.92),
  ),
  'dragon-fruit': on(
    'sage',
    shadow(280, 590, 140),
    at(286, 430, exotic.dragonFruit(), -8, 1.34),
    shadow(528, 620, 116),
    at(520, 482, exotic.dragonFruitFace(), 10, 1.18),
  ),
}
