import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { TEMPLATE } from '../server/clusters'

const DEMO_TEMPLATE = 'qundian_demo_template'
/** Any number that no other part of the tests locks by. */
const LOCK = 20_260_703

export interface OwnDatabase {
  readonly connection: pg.ClientConfig
  drop(): Promise<void>
}

/**
 * A database of its own for one shop, empty or with the demo shop in it. The demo is seeded once per cluster, by whoever
 * comes first, and copied for the others.
 */
export async function ownDatabase(
  cluster: pg.ClientConfig,
  seed: ((connection: pg.ClientConfig) => Promise<void>) | null,
): Promise<OwnDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const template = seed ? DEMO_TEMPLATE : TEMPLATE
  if (seed) await administer(cluster, (client) => seedOnce(client, cluster, seed))
  await administer(cluster, (client) => client.query(`create database ${name} template ${template}`))
  return {
    connection: { ...cluster, database: name },
    drop: () => administer(cluster, (client) => client.query(`drop database if exists ${name} with (force)`)),
  }
}

async function seedOnce(
  client: pg.Client,
  cluster: pg.ClientConfig,
  seed: (connection: pg.ClientConfig) => Promise<void>,
): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DEMO_TEMPLATE])
  if (rowCount) return
  // Named last, so that a seed that failed halfway is never copied.
  const growing = `${DEMO_TEMPLATE}_growing`
  await client.query(`drop database if exists ${growing} with (force)`)
  await client.query(`create database ${growing} template ${TEMPLATE}`)
  await seed({ ...cluster, database: growing })
  await client.query(`alter database ${growing} rename to ${DEMO_TEMPLATE}`)
}

/** The lock of `seedOnce` ends with the connection. */
async function administer(
  cluster: pg.ClientConfig,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ ...cluster, database: 'postgres' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
