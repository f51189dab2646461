import pg from 'pg'
import { startEmbedded } from '../../../server/platform/embedded-postgres'

/**
 * A program of its own that owns a database and writes rows into it, for tests that kill it: says `pid N` once the
 * database runs, then the number of each row after its commit.
 */
async function main(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir })
  const client = new pg.Client(embedded.connection)
  client.on('error', () => {})
  await client.connect()
  await client.query('create table if not exists receipts (n int primary key)')
  process.stdout.write(`pid ${embedded.pid}\n`)
  const { rows } = await client.query<{ n: number }>('select coalesce(max(n), 0)::int as n from receipts')
  for (let n = (rows[0]?.n ?? 0) + 1; ; n++) {
    await client.query('insert into receipts values ($1)', [n])
    process.stdout.write(`${n}\n`)
  }
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
