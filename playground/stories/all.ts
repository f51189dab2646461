import { badLuck } from './bad-luck'
import { couponLadder } from './coupon-ladder'
import { doors } from './doors'
import { groupDrop } from './group-drop'
import { handover } from './handover'
import { moments } from './moments'
import { plainOrder } from './plain-order'
import { purchase } from './purchase'
import { refund } from './refund'
import { relay } from './relay'
import { staffShare } from './staff-share'
import type { Story } from './story'

/** Every walk-through, in the order a newcomer should see them. */
export const STORIES: readonly Story[] = [
  purchase,
  couponLadder,
  groupDrop,
  relay,
  staffShare,
  refund,
  handover,
  plainOrder,
  moments,
  badLuck,
  doors,
]
