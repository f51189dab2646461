import type { listCoupons } from '@contract/coupon'
import type { QueryOf, ResponseOf } from '@contract/route'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Queryable } from '../../platform/database'
import { COUPON_COLUMNS, type CouponRow, heldOf } from './coupon-store'
import { couponViews } from './view'

const PAGE = 20

type Shelf = 'usable' | 'used' | 'expired'

/** By the clock, as the rules say: an unused copy whose time is over is expired, whether or not the sweep has run. */
const ON_SHELF: Readonly<Record<Shelf, string>> = {
  usable: `(state = 'reserved' or (state = 'claimed' and valid_until > $2))`,
  used: `state = 'used'`,
  expired: `(state = 'expired' or (state = 'claimed' and valid_until <= $2))`,
}

/** Usable ones that end soonest first; of the others those that moved or ended last. */
const ORDER: Readonly<Record<Shelf, { readonly by: string; readonly after: string; readonly way: string }>> =
  {
    usable: { by: 'valid_until', after: '>', way: 'asc' },
    used: { by: 'moved_at', after: '<', way: 'desc' },
    expired: { by: 'valid_until', after: '<', way: 'desc' },
  }

/** A member's coupons of one shelf, with how many stand on each. */
export async function myCoupons(
  db: Queryable,
  memberId: string,
  { state = 'usable', cursor, limit = PAGE }: QueryOf<typeof listCoupons>,
  nowMs: number,
): Promise<ResponseOf<typeof listCoupons>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const { by, after: beyond, way } = ORDER[state]
  const { rows } = await db.$client.query<CouponRow>({
    name: `coupon.mine.${state}`,
    text: `select ${COUPON_COLUMNS} from coupons
            where member_id = $1 and ${ON_SHELF[state]} and $2::timestamptz is not null
              and ($3::timestamptz is null or (${by}, id) ${beyond} ($3, $4::uuid))
            order by ${by} ${way}, id ${way} limit $5`,
    values: [
      memberId,
      new Date(nowMs).toISOString(),
      after && new Date(after[0]).toISOString(),
      after?.[1],
      limit + 1,
    ],
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const held = shown.map(heldOf)
  const view = await couponViews(db, held)
  return {
    items: held.map((coupon) => view(coupon, nowMs)),
    next:
      rows.length > limit && last
        ? cursorOf(state === 'used' ? last.movedAt : last.validUntil, last.id)
        : null,
    counts: await countShelves(db, memberId, nowMs),
    now: nowMs,
  }
}

async function countShelves(db: Queryable, memberId: string, nowMs: number): Promise<Record<Shelf, number>> {
  const { rows } = await db.$client.query<Record<Shelf, number>>({
    name: 'coupon.shelves',
    text: `select count(*) filter (where ${ON_SHELF.usable})::int as usable,
                  count(*) filter (where ${ON_SHELF.used})::int as used,
                  count(*) filter (where ${ON_SHELF.expired})::int as expired
             from coupons where member_id = $1 and $2::timestamptz is not null`,
    values: [memberId, new Date(nowMs).toISOString()],
  })
  return rows[0] ?? { usable: 0, used: 0, expired: 0 }
}
