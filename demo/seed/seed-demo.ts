import { readFileSync } from 'node:fs'
import { DAY_MS } from '@domain/shop-time'
import { sql } from 'drizzle-orm'
import { currentPolicy } from '../../server/modules/attribution/policy'
import { importProducts } from '../../server/modules/catalogue/file/import'
import { readCatalogue } from '../../server/modules/catalogue/file/read-catalogue'
import { readSettings, saveSetting } from '../../server/modules/shop/settings'
import { type Db, inTransaction, type Queryable } from '../../server/platform/database'
import type { Deps } from '../../server/platform/deps'
import { settings } from '../../server/schema/catalogue'
import { openOffers, seedCoupons } from './coupons'
import { CATALOGUE_FILE, readPeople, readRhythm, readTokens } from './data'
import { HISTORY_DAYS, seedHistory, soldUnits } from './history'
import type { Identity } from './identity'
import { seedInvitation } from './invitation'
import { openMessageTemplates } from './messages'
import { seedPeople } from './people'
import { datePast, loadProducts } from './products'
import { countClaimed } from './purse'
import { writeRows } from './rows'
import { seedShares } from './shares'
import { type Stage, setStage } from './stage'
import { seedTrust } from './trust'

export interface SeedSummary {
  readonly members: number
  readonly touches: number
  readonly orders: number
  readonly ledgerEntries: number
}

const MARK = 'demo'

/**
 * Fills an empty shop with the demo: catalogue, people, and ninety days that end now. Answers null and changes nothing
 * where there is anything already. Throws beside a real WeChat.
 */
export async function seedDemo({
  db,
  deps,
  identity,
}: {
  readonly db: Db
  readonly deps: Pick<Deps, 'clock' | 'config' | 'ids' | 'keys'>
  readonly identity: Identity
}): Promise<SeedSummary | null> {
  if (!deps.config.simulated) throw new Error('the demo shop is only for a simulated WeChat')
  if (!(await isEmpty(db))) return null
  const nowMs = deps.clock.now()
  await beginSeed(db, nowMs)
  await importCatalogue(db, deps, nowMs)
  const rows = await inTransaction(db, async (tx) => {
    await currentPolicy(tx, nowMs - (HISTORY_DAYS + 1) * DAY_MS)
    await datePast(tx, nowMs)
    await openShopSettings(tx, nowMs)
    const stage = setStage({
      nowMs,
      appid: deps.config.wechat.appid,
      keys: deps.keys,
      people: readPeople(),
      rhythm: readRhythm(),
      tokens: readTokens(),
      products: await loadProducts(tx),
      freight: (await readSettings(tx)).freight,
      offers: await openOffers(tx, deps.ids, nowMs),
    })
    seedPeople(stage, identity)
    seedHistory(stage, seedShares(stage, HISTORY_DAYS + 3), identity)
    seedInvitation(stage)
    await writeRows(tx, stage.rows)
    await countSold(tx, stage)
    await countClaimed(tx, stage)
    await seedTrust(tx, stage)
    await seedCoupons(tx, deps.ids, nowMs)
    return stage.rows
  })
  // Statistics of empty tables would make the first plans scan everything.
  await db.execute(sql`analyze`)
  return {
    members: rows.members.length,
    touches: rows.touches.length,
    orders: rows.orders.length,
    ledgerEntries: rows.ledgerEntries.length,
  }
}

/** Nobody has come yet, and the products, if any, are those of a seed that was cut off. */
async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ isEmpty: boolean }>(sql`
    select not exists (select 1 from members)
       and (not exists (select 1 from products) or exists (select 1 from settings where key = ${MARK}))
      as "isEmpty"`)
  return rows[0]?.isEmpty ?? false
}

async function beginSeed(db: Db, nowMs: number): Promise<void> {
  await db
    .insert(settings)
    .values({ key: MARK, value: { begunAt: nowMs }, updatedAt: nowMs })
    .onConflictDoNothing()
}

async function importCatalogue(db: Db, deps: Pick<Deps, 'ids'>, nowMs: number): Promise<void> {
  const read = readCatalogue(readFileSync(CATALOGUE_FILE))
  const options = { nowMs, nextId: () => deps.ids.next() }
  const imported = read.ok ? await importProducts(db, read.value, options) : read
  if (imported.ok) return
  const [{ line, column, reason }] = imported.error as [(typeof imported.error)[number]]
  throw new Error(`the demo catalogue is refused: line ${line}, ${column ?? 'row'}: ${reason}`)
}

async function openShopSettings(db: Queryable, nowMs: number): Promise<void> {
  await saveSetting(db, 'shopName', '邻里群店', nowMs)
  await saveSetting(db, 'announcement', '晚上八点前下单，明早送到小区', nowMs)
  await openMessageTemplates(db, nowMs)
  await saveSetting(db, 'servicePhone', '0571-55550100', nowMs)
}

/** The file's stock is what stands in the house today; what was sold before is only counted. */
async function countSold(db: Queryable, stage: Stage): Promise<void> {
  const sold = [...soldUnits(stage)]
  await db.$client.query(
    `update skus set sold = v.sold from unnest($1::uuid[], $2::int[]) as v (id, sold) where skus.id = v.id`,
    [sold.map(([id]) => id), sold.map(([, units]) => units)],
  )
}
