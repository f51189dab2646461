import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { isWorthRetrying } from './sql-errors'
import { installTypeParsers } from './type-parsers'

type Queries = Omit<NodePgDatabase, 'transaction' | '$client'>

/** The database outside a transaction. `$client.query({ name, text, values })` runs named prepared SQL. */
export type Db = Queries & { readonly $client: pg.Pool }

/** One transaction's connection; only `inTransaction` hands it out, so that every transaction retries alike. */
export type Tx = Queries & { readonly $client: pg.PoolClient }

/** What a store needs: it works inside a transaction and outside. */
export type Queryable = Db | Tx

export interface OpenDatabase {
  readonly db: Db
  close(): Promise<void>
}

const ATTEMPTS = 6
/** A request that gets no connection within this is told so; it would have been given up by its client anyway. */
const CONNECT_WITHIN_MS = 10_000

/** Opens a pool. Idle connections that die are replaced in silence; running statements throw. */
export function openDatabase(
  connection: pg.PoolConfig,
  onIdleError: (error: Error) => void = () => {},
): OpenDatabase {
  installTypeParsers()
  const pool = new pg.Pool({
    max: 20,
    application_name: 'qundian',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    ...connection,
  })
  pool.on('error', onIdleError)
  return { db: drizzle(pool, { casing: 'snake_case' }), close: () => pool.end() }
}

/**
 * The same database by a few connections of its own that carry several statements at once (pipelining). What is hot
 * neither waits for the rest of the shop's connections nor takes them away.
 */
export function openLane(db: Db, max: number): OpenDatabase {
  return openDatabase({ ...db.$client.options, max, pipeline: true })
}

/** Runs statements that do not wait for each other: at once where the connection can carry them so, else in turn. */
export async function together<A, B, C>(
  tx: Tx,
  reads: readonly [() => Promise<A>, () => Promise<B>, () => Promise<C>],
): Promise<[A, B, C]> {
  const [a, b, c] = reads
  const client: { pipeline?: boolean } = tx.$client as object
  return client.pipeline ? Promise.all([a(), b(), c()]) : [await a(), await b(), await c()]
}

/**
 * Runs `work` in one transaction and commits its answer. It is run again from the start when PostgreSQL asks for it
 * (serialization failure, deadlock), so it must touch nothing but the database. A refusal (`ok: false`) and an
 * exception both roll back: nothing is half-written.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  isolation: 'read committed' | 'repeatable read' | 'serializable' = 'read committed',
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db.$client, work, isolation)
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthRetrying(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (1 + Math.random())))
    }
  }
}

async function once<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>, isolation: string): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection lost between two statements is reported here; without a listener it would end the process.
  const noteLoss = (error: Error) => {
    broken = error
  }
  client.on('error', noteLoss)
  try {
    await client.query(`begin isolation level ${isolation}`)
    const answer = await work(drizzle(client, { casing: 'snake_case' }))
    await client.query(isRefusal(answer) ? 'rollback' : 'commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.off('error', noteLoss)
    client.release(broken)
  }
}

const isRefusal = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
