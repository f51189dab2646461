import { badLuck } from './bad-luck'
import { doors } from './doors'
import { moments } from './moments'
import { plainOrder } from './plain-order'
import { purchase } from './purchase'
import { relay } from './relay'
import { staffShare } from './staff-share'
import type { Story } from './story'

/** Every walk-through, in the order a newcomer should see them. */
export const STORIES: readonly Story[] = [purchase, relay, staffShare, plainOrder, moments, badLuck, doors]
