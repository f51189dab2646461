import { lit, shaded } from '../kit/colour'
import { GROUNDS, type Ground } from '../kit/scene'
import { at, blend, clip, join, line, oval, type Svg } from '../kit/svg'
import { brick, milkFace } from '../shapes/dairy'
import { fish } from '../shapes/fish'
import { broccoli } from '../shapes/greens'
import { steak } from '../shapes/meat'
import { apple } from '../shapes/orchard'
import { egg } from '../shapes/poultry'
import { crisp } from '../shapes/snack'
import { babyBottleIcon, bottleIcon, riceIcon } from './category-parts'

type Category = { readonly ground: Ground; readonly art: Svg }

/** What stands for each category, on the 750 square; it is fitted to the medallion. */
export const CATEGORIES: Readonly<Record<string, Category>> = {
  fruit: { ground: 'peach', art: at(375, 400, apple('#D93A30', '#F4B650'), 0, 2) },
  vegetables: { ground: 'sage', art: at(375, 375, broccoli(), 0, 1.4) },
  meat: { ground: 'rose', art: join(at(400, 330, steak(), 0, 1), at(250, 470, egg(), -8, 1.5)) },
  seafood: { ground: 'sky', art: at(375, 375, fish('#5F8CA8'), -6, 1) },
  pantry: { ground: 'butter', art: riceIcon },
  snacks: {
    ground: 'mint',
    art: join(at(300, 500, brick(milkFace, '#F7FBFE'), 0, 1.2), at(460, 470, crisp(14), 0, 1.3)),
  },
  cleaning: { ground: 'lilac', art: bottleIcon },
  home: { ground: 'oat', art: babyBottleIcon },
}

/** A round medallion of a category with its fitted drawing. */
export function medallion(ground: Ground, art: Svg): Svg {
  const tint = GROUNDS[ground]
  const round = oval(84, 84, 82)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="168" height="168" viewBox="0 0 168 168">${join(
    blend(round, [
      [0, lit(tint, 0.5)],
      [1, tint],
    ]),
    clip(round, art),
    line(round, shaded(tint, 0.1), 1.5, 0.5),
  )}</svg>`
}
