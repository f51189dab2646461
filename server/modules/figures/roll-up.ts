import { dayNumberOf, MINUTE_MS } from '@domain/shop-time'
import { instantToText } from '../../platform/column-types'
import { type Db, inTransaction } from '../../platform/database'
import { rangeOfSpan } from './kept-days'
import { dayRowsSql, valuesOf } from './sql'

export const ROLL_UP_FIGURES = 'figures.roll_up'
const EVERY_MS = 5 * MINUTE_MS

/** Every five minutes: most turns find a few days that a refund or a late opening changed, or nothing. */
export const nextRollUp = (nowMs: number): number => (Math.floor(nowMs / EVERY_MS) + 1) * EVERY_MS

/** The first key of the locks by which writers and the roll-up of a day meet; migrations name it too. */
const LOCK = 7102

/**
 * Days that are over and not rolled up, or changed since: the newest first, for those are asked for most. A day without
 * any row is rolled up too, so that nobody counts it again.
 */
const OWED = `
  with first as (
    select least((select min(at) from member_firsts), (select min(created_at) from orders),
                 (select min(claimed_at) from coupons)) as at
  )
  select past.day from first cross join generate_series(shop_day(first.at), $1::int - 1) as past (day)
   where not exists (select 1 from figure_days f where f.day = past.day)
  union
  select s.day from figure_stale s where s.day < $1
  order by day desc`

/** Rolls up each day before today that needs it. Answers how many; a day somebody is changing waits for the next turn. */
export async function rollUpFigures(db: Db, nowMs: number): Promise<number> {
  const { rows } = await db.$client.query<{ day: number }>(OWED, [dayNumberOf(nowMs)])
  let done = 0
  for (const { day } of rows) if (await rollUpDay(db, day, nowMs)) done += 1
  return done
}

/**
 * One day, in a transaction of its own. It never waits for whoever is changing the day, for others would queue behind
 * it; who comes while it works waits for it, so that a change is either in the rows or marks them stale.
 */
const rollUpDay = (db: Db, day: number, nowMs: number): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const run = (text: string, values: unknown[]) => tx.$client.query(text, values)
    const shop = { staffId: null, groupId: null }
    const locked = await run('select pg_try_advisory_xact_lock($1, $2) as mine', [LOCK, day])
    if (locked.rows[0]?.mine !== true) return false
    await run('delete from figure_stale where day = $1', [day])
    await run('delete from figure_rows where day = $1', [day])
    await run(
      `insert into figure_rows (day, staff_id, group_id, opens, firsts, claims, orders, net_fen, openers, buyers, placed)
       ${dayRowsSql(shop)}`,
      valuesOf(shop, rangeOfSpan({ from: day, until: day + 1 })),
    )
    await run(
      `insert into figure_days (day, built_at) values ($1, $2) on conflict (day) do update set built_at = excluded.built_at`,
      [day, instantToText(nowMs)],
    )
    return true
  })
