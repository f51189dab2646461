import { dayOf } from '@domain/shop-time'
import type { Queryable } from '../../platform/database'
import { countPage } from './store'

/** The pages that may be shared to Moments. Anybody may call, so anything else shares one row a day. */
const SHARED_TO_MOMENTS = new Set(['pages/home/index', 'pages/product/index', 'pages/coupons/index'])

/** Counts an anonymous opening in Moments single-page mode, by page and day, and keeps nothing else. */
export async function countOpening(db: Queryable, path: string, nowMs: number): Promise<void> {
  const page = path.split('?')[0]!.replace(/^\/+/, '')
  await countPage(db, dayOf(nowMs), SHARED_TO_MOMENTS.has(page) ? page : 'other')
}
