import { CLEANING } from './cleaning'
import type { Drawings } from './drawing'
import { FRUIT } from './fruit'
import { HOME } from './home'
import { MEAT } from './meat'
import { PANTRY } from './pantry'
import { SEAFOOD } from './seafood'
import { SNACKS } from './snacks'
import { VEGETABLES } from './vegetables'

/** Every drawing of the demo catalogue. */
export const DRAWINGS: Drawings = {
  ...FRUIT,
  ...VEGETABLES,
  ...MEAT,
  ...SEAFOOD,
  ...PANTRY,
  ...SNACKS,
  ...CLEANING,
  ...HOME,
}
