import { at, join, type Svg, words } from '../kit/svg'
import { detergent, teaFlower } from '../shapes/cleaner'
import { soy } from '../shapes/condiment'
import { bubble } from '../shapes/household'
import { feeder } from '../shapes/nursery'
import { rice } from '../shapes/staple'
import { block } from '../shapes/toy'

/** Rice and soy sauce, for the larder. */
export const riceIcon: Svg = join(at(300, 600, rice), at(500, 610, soy, 0, 0.86))
/** A bottle of detergent among bubbles, for cleaning. */
export const bottleIcon: Svg = join(
  at(375, 600, detergent('#6C9BD0', '#3C68A8', '白茶', teaFlower)),
  bubble(560, 420, 46),
  bubble(590, 320, 26),
)
/** A feeding bottle and a toy block, for the home. */
export const babyBottleIcon: Svg = join(
  at(310, 600, feeder(-180)),
  at(480, 606, block(170, '#E9B44C', words(0, 0, 'A', { size: 96, colour: '#FFF6E0', weight: 900 }))),
)
