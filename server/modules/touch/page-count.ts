import { dayOf } from '@domain/shop-time'
import type { Queryable } from '../../platform/database'
import { countPage } from './store'

/** A page of the mini-program: `pages/product/index`. Anybody may call, so anything else shares one row a day. */
const PAGE = /^(?:pages|packages\/[a-z]{1,20}\/pages)\/[a-z]{1,20}\/index$/

/** Counts an anonymous opening in Moments single-page mode, by page and day, and keeps nothing else. */
export async function countOpening(db: Queryable, path: string, nowMs: number): Promise<void> {
  const page = path.split('?')[0]!.replace(/^\/+/, '')
  await countPage(db, dayOf(nowMs), PAGE.test(page) ? page : 'other')
}
