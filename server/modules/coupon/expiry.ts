import { HOUR_MS } from '@domain/shop-time'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue } from '../../platform/jobs/queue'

const KIND = 'coupon.expire'
const BATCH = 1000

/** The hour's end at or after a coupon's: copies of one hour expire by one job. Until it ran, the clock says so. */
const sweepAt = (validUntil: number): number => Math.ceil(validUntil / HOUR_MS) * HOUR_MS

/** Moments whose sweep is known to be owed: most claims of an hour need not ask again. */
export type OwedSweeps = Set<number>

/**
 * Owes the sweeps that will write down the ends of these copies, in the claims' transaction, and answers their
 * moments, to be added to `known` once it is committed. In the order of time, so that two campaigns never wait for
 * each other's rows in a ring.
 */
export async function oweExpiry(
  db: Queryable,
  { ids }: Pick<Deps, 'ids'>,
  ends: readonly number[],
  known: OwedSweeps,
  nowMs: number,
): Promise<readonly number[]> {
  const moments = [...new Set(ends.map(sweepAt))].filter((at) => !known.has(at)).sort((a, b) => a - b)
  for (const dueAt of moments) {
    const key = `${KIND}:${dueAt}`
    await enqueue(db, { id: ids.next(), kind: KIND, key, payload: {}, dueAt, createdAt: nowMs })
  }
  return moments
}

/** Registers the sweep. */
export const expireByJobs = ({ db, jobs }: Deps): void =>
  jobs.register(KIND, async (_job, nowMs) => {
    await expireDue(db, nowMs)
  })

/** Writes down every unused copy whose time is over; one an order holds waits for its order. Answers how many. */
export async function expireDue(db: Queryable, nowMs: number): Promise<number> {
  for (let expired = 0; ; ) {
    const { rowCount } = await db.$client.query({
      name: 'coupon.expire',
      text: `update coupons set state = 'expired', moved_at = $1
              where id in (select id from coupons where state = 'claimed' and valid_until <= $1
                            order by valid_until limit ${BATCH} for update skip locked)
                and state = 'claimed'`,
      values: [new Date(nowMs).toISOString()],
    })
    expired += rowCount ?? 0
    if ((rowCount ?? 0) < BATCH) return expired
  }
}

/** An unused coupon that will end, for a word to its member before it does. */
export interface ExpiringCoupon {
  readonly couponId: string
  readonly memberId: string
  readonly title: string
  readonly validUntil: number
}

/**
 * Unused, already valid coupons that end after `nowMs` and no later than `withinMs` from it, the soonest first.
 * `EXPIRY_NOTICE_MS` of the rules is when the screens begin to say so.
 */
export async function couponsExpiringWithin(
  db: Queryable,
  nowMs: number,
  withinMs: number,
  limit = 1000,
): Promise<ExpiringCoupon[]> {
  const { rows } = await db.$client.query<ExpiringCoupon>({
    name: 'coupon.expiring',
    text: `select id as "couponId", member_id as "memberId", title, valid_until as "validUntil" from coupons
            where state = 'claimed' and valid_until > $1 and valid_until <= $2 and valid_from <= $1
            order by valid_until, id limit $3`,
    values: [new Date(nowMs).toISOString(), new Date(nowMs + withinMs).toISOString(), limit],
  })
  return rows
}

/** Whether a coupon is still its member's to spend. */
export async function isUnused(db: Queryable, couponId: string): Promise<boolean> {
  const { rowCount } = await db.$client.query({
    name: 'coupon.unused',
    text: `select 1 from coupons where id = $1 and state = 'claimed'`,
    values: [couponId],
  })
  return rowCount === 1
}
