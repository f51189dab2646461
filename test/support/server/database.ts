import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Db, type OpenDatabase, openDatabase } from '../../../server/platform/database'
import { connectionVariable, type Engine, TEMPLATE } from './clusters'

declare global {
  // Set by each Jest project that has databases.
  var databaseEngine: Engine | undefined
}

export interface TestDatabase {
  readonly db: Db
  /** For a second pool or a program of its own. */
  readonly connection: pg.PoolConfig
}

/**
 * A fresh real database for this test file, migrated unless `empty`. Call it once at the top of the file; `db` is there
 * from the first test or later hook on.
 */
export function freshDatabase({ empty = false } = {}): TestDatabase {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  let open: OpenDatabase | undefined

  beforeAll(async () => {
    await asAdministrator(`create database ${name}${empty ? '' : ` template ${TEMPLATE}`}`)
    open = openDatabase({ ...clusterConnection(), database: name })
  })

  afterAll(async () => {
    await open?.close()
    await asAdministrator(`drop database if exists ${name} with (force)`)
  })

  return {
    get db() {
      if (!open) throw new Error('The database is there from the first test or later hook on.')
      return open.db
    },
    get connection() {
      return { ...clusterConnection(), database: name }
    },
  }
}

/** The cluster of this Jest project. */
function clusterConnection(): pg.ClientConfig {
  const text = process.env[connectionVariable(globalThis.databaseEngine ?? 'embedded')]
  if (!text) throw new Error('This Jest project has no database: give it `withDatabase` in jest.config.js.')
  return JSON.parse(text)
}

async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ ...clusterConnection(), database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
