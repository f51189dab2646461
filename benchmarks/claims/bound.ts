import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** The database's own bound: what it commits per second with as many clients, whatever a shop does. */
export interface Bound {
  readonly name: string
  prepare(): Promise<void>
  /** Transactions per second. */
  measure(clients: number, seconds: number): Promise<number>
}

/** `pgbench -N` where it is installed beside the PostgreSQL that is measured. */
export function pgbench(bin: string, connection: pg.PoolConfig): Bound {
  const program = join(bin, 'pgbench')
  const { host = '', port = 5432, user = 'postgres', database = 'postgres' } = connection
  const to = ['-h', host, '-p', String(port), '-U', user]
  return {
    name: 'pgbench -N',
    prepare: async () => {
      await run(program, ['-i', '-q', '-s', '10', ...to, database])
    },
    measure: async (clients, seconds) => {
      const threads = String(Math.min(clients, cpus().length))
      const args = ['-N', '-n', '-c', String(clients), '-j', threads, '-T', String(seconds), ...to, database]
      const { stdout } = await run(program, args)
      const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
      if (Number.isNaN(tps)) throw new Error(`pgbench does not say its rate: ${stdout}`)
      return tps
    },
  }
}

export const hasPgbench = (bin: string | null): bin is string =>
  bin !== null && existsSync(join(bin, 'pgbench'))

/** Where there is no pgbench: each client updates one row of many by a prepared statement, one commit each. */
export function rowUpdates(connection: pg.PoolConfig): Bound {
  const ROWS = 100_000
  return {
    name: 'single-row updates over pg',
    prepare: async () => {
      const client = await opened(connection)
      await client.query('create table if not exists bench_rows (id int primary key, n int not null)')
      await client.query(
        'insert into bench_rows select id, 0 from generate_series(1, $1::int) id on conflict do nothing',
        [ROWS],
      )
      await client.end()
    },
    measure: async (clients, seconds) => {
      const open = await Promise.all(Array.from({ length: clients }, () => opened(connection)))
      const until = performance.now() + seconds * 1000
      let done = 0
      await Promise.all(
        open.map(async (client, i) => {
          for (let n = i; performance.now() < until; n += clients) {
            const values = [((n * 7919) % ROWS) + 1]
            await client.query({
              name: 'bump',
              text: 'update bench_rows set n = n + 1 where id = $1',
              values,
            })
            done += 1
          }
        }),
      )
      await Promise.all(open.map((client) => client.end()))
      return done / seconds
    },
  }
}

async function opened(connection: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client(connection)
  await client.connect()
  return client
}
