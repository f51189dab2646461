import { DAY_MS, HOUR_MS, startOfDay } from '@domain/shop-time'
import type { Db } from '../../platform/database'

export const KEEP_HOUSE = 'house.keep'

/** At four in the morning of the shop's next day, when hardly anybody shops. */
export function nextNight(nowMs: number): number {
  const today = startOfDay(nowMs) + 4 * HOUR_MS
  return today > nowMs ? today : today + DAY_MS
}

/** A statement that deletes everything at once would hold its locks, and the backup, for as long. */
const BATCH = 5_000

/**
 * What is over, and how long it is kept for whoever asks: finished jobs two weeks, given-up ones half a year, pushes a
 * month, messages and answers half a year. A session that ended a month ago loses its sealed session_key; its row stays
 * where an opening names it as the login of its ciphertext.
 */
const CHORES = [
  {
    name: 'jobs',
    days: 14,
    sql: 'delete from jobs where id in (select id from jobs where done_at < $1 limit $2)',
  },
  {
    name: 'failed jobs',
    days: 180,
    sql: 'delete from jobs where id in (select id from jobs where failed_at < $1 limit $2)',
  },
  {
    name: 'pushes',
    days: 30,
    sql: 'delete from pushes where id in (select id from pushes where received_at < $1 limit $2)',
  },
  {
    name: 'messages',
    days: 180,
    sql: 'delete from messages where id in (select id from messages where created_at < $1 limit $2)',
  },
  {
    name: 'subscription answers',
    days: 180,
    sql: 'delete from subscription_answers where id in (select id from subscription_answers where at < $1 limit $2)',
  },
  {
    name: 'session keys',
    days: 30,
    sql: `update sessions set sealed_session_key = '' where id in (
      select id from sessions
       where least(expires_at, coalesce(ended_at, expires_at)) < $1 and sealed_session_key <> '' limit $2)`,
  },
] as const

/** Clears away what is over. Answers how many rows of each. Safe to be cut off and run again. */
export async function keepHouse(db: Db, nowMs: number): Promise<Readonly<Record<string, number>>> {
  const cleared: Record<string, number> = {}
  for (const { name, days, sql } of CHORES) {
    const before = new Date(nowMs - days * DAY_MS).toISOString()
    cleared[name] = 0
    for (let count = BATCH; count === BATCH; ) {
      const { rowCount } = await db.$client.query(sql, [before, BATCH])
      count = rowCount ?? 0
      cleared[name] += count
    }
  }
  return cleared
}
