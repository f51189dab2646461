import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyPending } from 'drizzle-orm/node-postgres/migrator'
import type { Db } from './database'

const MIGRATIONS = join(__dirname, '..', 'migrations')

/** Any number will do, as long as nothing else of ours locks it. */
const MIGRATION_LOCK = 7_151_841

/**
 * Brings the database to the shape this code expects, in one transaction, under a lock that makes servers starting
 * together wait for each other. Forward only: throws where the database was changed by migrations this code does not
 * know, or knows differently.
 */
export async function migrate(db: Db, migrationsFolder = MIGRATIONS): Promise<void> {
  const client = await db.$client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const connection = drizzle(client)
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
    )
    if (rows[0]?.there) {
      const applied = await client.query<Applied>('select hash, created_at from drizzle.__drizzle_migrations')
      refuseUnknown(applied.rows, migrationsFolder)
    }
    await applyPending(connection, { migrationsFolder })
  } finally {
    // The lock belongs to the connection; closing it lets go even where unlocking would fail.
    client.release(true)
  }
}

interface Applied {
  readonly hash: string
  readonly created_at: number
}

function refuseUnknown(applied: readonly Applied[], migrationsFolder: string): void {
  const known = new Map(
    readMigrationFiles({ migrationsFolder }).map((file) => [file.folderMillis, file.hash]),
  )
  for (const { hash, created_at } of applied) {
    const ours = known.get(created_at)
    if (ours === hash) continue
    const made = new Date(created_at).toISOString()
    throw new Error(
      ours === undefined
        ? `The database holds a migration of ${made} that this version of the shop does not know; start the newer version.`
        : `The migration of ${made} was edited after it had been applied to this database; restore its text.`,
    )
  }
}
