import pg from 'pg'

const ROWS = 100_000

/** Rows for `commitsPerSecond` to write on. */
export async function prepareBound(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query('create table if not exists bench_rows (id int primary key, n int not null)')
  await client.query(
    'insert into bench_rows select id, 0 from generate_series(1, $1::int) id on conflict do nothing',
    [ROWS],
  )
  await client.end()
}

/** The database's own bound: durable commits per second, one prepared single-row update each, from as many clients. */
export async function commitsPerSecond(
  connection: pg.PoolConfig,
  clients: number,
  forMs: number,
): Promise<number> {
  const open = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client(connection)
      await client.connect()
      return client
    }),
  )
  const began = performance.now()
  let done = 0
  await Promise.all(
    open.map(async (client, i) => {
      for (let n = i; performance.now() - began < forMs; n += clients) {
        const text = 'update bench_rows set n = n + 1 where id = $1'
        await client.query({ name: 'bump', text, values: [((n * 7919) % ROWS) + 1] })
        done += 1
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await Promise.all(open.map((client) => client.end()))
  return done / seconds
}
