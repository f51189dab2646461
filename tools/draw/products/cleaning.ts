import { type Colour, lit, shaded } from '../kit/colour'
import { shadow } from '../kit/scene'
import { at, fill, join, oval, type Svg, words } from '../kit/svg'
import {
  bagRoll,
  brush,
  detergent,
  dishSoap,
  lavender,
  paste,
  shampoo,
  teaFlower,
  tiedBag,
} from '../shapes/cleaner'
import * as house from '../shapes/household'
import { type Drawings, on } from './drawing'

const tissueFace = (size: number): Svg =>
  join(
    fill('M-200 10Q-90 -40 0 10T200 0V120H-200Z', '#7FB38A', 0.9),
    words(0, -30, '原木抽纸', { size, colour: '#2F5B41', weight: 900, spacing: 4 }),
    words(0, 40, '四层加厚 · 湿水不破', { size: size * 0.4, colour: '#FFFFFF', weight: 500 }),
  )

const pasteScene = (ground: 'sky' | 'peach', colour: Colour, accent: Colour, name: string) =>
  on(
    ground,
    at(360, 420, shadow(0, 76, 250, 20, 0.8), -24),
    at(350, 390, paste(colour, accent, name), -24, 1.2),
    at(410, 590, shadow(0, 20, 230, 14, 0.8), -24),
    at(410, 570, brush(accent), -24, 1.2),
  )

const towels = (ground: 'peach' | 'mint' | 'butter', colour: Colour) =>
  on(
    ground,
    shadow(400, 606, 230, 26),
    at(400, 602, house.towelFold(430, 118, shaded(colour, 0.06))),
    at(408, 488, house.towelFold(410, 112, colour)),
    at(396, 380, house.towelFold(420, 106, lit(colour, 0.2))),
    shadow(230, 650, 90),
    at(226, 566, house.towelRoll(colour), 0, 0.92),
  )

export const CLEANING: Drawings = {
  'facial-tissue': on(
    'butter',
    shadow(370, 620, 250, 30),
    at(330, 612, house.tissuePack(400, 120, 200, '#EEF5EC', tissueFace(40), false)),
    at(330, 488, house.tissuePack(400, 124, 200, '#EEF5EC', tissueFace(42))),
  ),
  'toilet-roll': on(
    'sky',
    shadow(375, 610, 250),
    at(252, 600, house.paperRoll()),
    at(498, 600, house.paperRoll()),
    at(375, 420, house.paperRoll()),
    at(375, 640, house.paperRoll(112, 186)),
  ),
  'laundry-liquid': on(
    'sand',
    shadow(370, 606, 170, 28),
    at(
      370,
      600,
      detergent('#5FA8A0', '#2F7A76', '白茶', join(fill(oval(0, 0, 52), '#DDEFEA'), teaFlower)),
      0,
      1.12,
    ),
  ),
  'laundry-liquid-lavender': on(
    'lilac',
    shadow(370, 606, 170, 28),
    at(
      370,
      600,
      detergent('#9C8AC8', '#6650A4', '薰衣草', join(fill(oval(0, 0, 52), '#ECE6F6'), lavender)),
      0,
      1.12,
    ),
  ),
  'dish-soap': on(
    'mint',
    shadow(350, 606, 120),
    at(345, 600, dishSoap, 0, 1.18),
    shadow(536, 636, 90, 16),
    at(520, 634, house.sponge(130, '#F6D35A', '#4F9A4A')),
    house.bubble(560, 520, 34),
    house.bubble(618, 470, 20),
    house.bubble(510, 456, 14),
  ),
  'trash-bags': on(
    'butter',
    shadow(470, 560, 170),
    at(480, 556, tiedBag, 0, 1.24),
    shadow(270, 640, 170),
    at(226, 560, bagRoll('#7FA9B5'), 0, 1.06),
  ),
  toothpaste: pasteScene('peach', '#F6FBFA', '#2FA08E', '薄荷 · 含氟'),
  'toothpaste-grapefruit': pasteScene('sky', '#FFF8F4', '#E8705A', '西柚 · 含氟'),
  'cotton-towel': towels('peach', '#A9B58F'),
  'cotton-towel-apricot': towels('mint', '#F0B9A4'),
  'cotton-towel-sky': towels('butter', '#A8BED0'),
  shampoo: on(
    'peach',
    shadow(375, 610, 120),
    at(375, 604, shampoo, 0, 1.14),
    house.bubble(560, 560, 28),
    house.bubble(610, 520, 16),
    house.bubble(216, 580, 20),
  ),
  'dish-sponge': on(
    'rose',
    shadow(380, 616, 220, 30),
    at(260, 606, house.sponge(200, '#F6D35A', '#4F9A4A')),
    at(480, 606, house.sponge(200, '#8FC1E3', '#3F6FA8')),
    at(366, 536, house.sponge(200, '#F3A78F', '#C8532F')),
    house.bubble(210, 450, 30),
    house.bubble(560, 440, 22),
    house.bubble(254, 398, 14),
  ),
  umbrella: on('sky', shadow(390, 640, 120), at(375, 340, house.umbrella('#E5532D'), 6, 1.02)),
  'umbrella-navy': on('butter', shadow(390, 640, 120), at(375, 340, house.umbrella('#34507E'), 6, 1.02)),
}
