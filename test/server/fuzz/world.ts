import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { fen } from '../../../domain/money'
import { campaignPrices } from '../../../server/schema/campaign-price'
import type { PayShop } from '../../support/server/pay-shop'
import type { Answer } from '../../support/server/shop'
import { runsJobs } from '../../support/server/shop-builders'
import type { Chance } from './chance'

const TRIES = 20

/** The shop as a hostile world lets one reach it: in the middle of anything its database or itself may be gone. */
export function hostileWorld(shop: PayShop, chance: Chance) {
  /** Ends every connection to the database, in the middle of whatever it does. */
  const crash = async (): Promise<void> => {
    const killer = new pg.Client({ ...shop.database.connection, application_name: 'killer' })
    await killer.connect()
    await killer.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name <> 'killer'`)
    await killer.end()
  }

  /** Waits until the pool has noticed which of its connections are dead: what the test itself asks must not find one. */
  const heals = async (): Promise<void> => {
    const { $client } = shop.deps.db
    for (;;) {
      const probes = Array.from({ length: Math.max($client.idleCount, 1) }, () => $client.query('select 1'))
      const found = await Promise.allSettled(probes)
      if (found.every(({ status }) => status === 'fulfilled')) return
    }
  }

  let crashes = 0
  const maybeCrash = async (likely: number): Promise<void> => {
    if (!chance.percent(likely)) return
    for (let turns = chance.whole(40); turns > 0; turns--) await new Promise((next) => setImmediate(next))
    await crash()
    crashes++
  }

  /** Asks until there is an answer: a client whose answer was lost asks again under the same name. */
  const ask = async (
    method: string,
    path: string,
    token: string,
    body?: object,
    likely = 12,
  ): Promise<Answer> => {
    const before = crashes
    const crashing = maybeCrash(likely)
    for (let attempt = 1; ; attempt++) {
      const answer = await shop.call(method, path, { token, body })
      await crashing
      if (crashes > before) await heals()
      if (answer.status < 500) return answer
      if (attempt === TRIES) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
    }
  }

  /** Does what is due, through crashes: what a dead process had taken is free once its lease is over. */
  const works = async (likely = 12): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      const crashing = maybeCrash(likely)
      await runsJobs(shop).catch(() => {})
      await crashing
      await heals()
      await shop.flush()
      const freed = await shop.deps.db.$client.query(
        `update jobs set lease_until = null, due_at = least(due_at, $1)
          where done_at is null and failed_at is null and attempts > 0
            and kind in ('order.expire', 'refund.pursue', 'coupon.expire') returning 1`,
        [new Date(shop.clock.now()).toISOString()],
      )
      if (freed.rowCount === 0 && round > 0) return
    }
    await runsJobs(shop)
    await shop.flush()
  }

  /** A dated price of one SKU, below its own. */
  const marksDown = async (skuId: string, price: number, from: number, until: number): Promise<void> => {
    const id = randomUUID()
    const dates = { startsAt: from, endsAt: until, updatedAt: from }
    await shop.deps.db
      .insert(campaignPrices)
      .values({ id, code: `mark-${id}`, skuId, priceFen: fen(price), ...dates })
  }

  return { ask, works, marksDown, restarts: () => shop.restart() }
}

export type World = ReturnType<typeof hostileWorld>
