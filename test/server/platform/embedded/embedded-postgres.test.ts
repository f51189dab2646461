import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from '../../../../server/platform/embedded-postgres'

/** Folders of the test, closed to other users as root's home is. */
let home: string
const started: Embedded[] = []

const start = async (folder = 'data', onLost?: (sentence: string) => void) => {
  const embedded = await startEmbedded({ dataDir: join(home, folder), fast: true, onLost })
  started.push(embedded)
  return embedded
}

async function ask(embedded: Embedded, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(embedded.connection)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'qundian-home-'))
  chmodSync(home, 0o700)
})

afterEach(async () => {
  for (const embedded of started.splice(0)) await embedded.stop()
  rmSync(home, { recursive: true, force: true })
})

describe('the embedded PostgreSQL', () => {
  it('starts in a folder that is closed to everybody else, also when root starts it', async () => {
    const embedded = await start()

    const [row] = await ask(
      embedded,
      `select current_setting('server_encoding') as encoding, upper('é') as upper`,
    )

    expect(row).toEqual({ encoding: 'UTF8', upper: 'É' })
  })

  it('can be reached by no network and no other user', async () => {
    const embedded = await start()

    const [row] = await ask(embedded, `select current_setting('listen_addresses') as addresses`)

    const socket = statSync(join(String(embedded.connection.host), '.s.PGSQL.5432'))
    expect(row).toEqual({ addresses: '' })
    expect(socket.mode & 0o777).toBe(0o700)
    expect(statSync(String(embedded.connection.host)).mode & 0o077).toBe(0)
  })

  it('writes to disk before it acknowledges, unless a test gives that up', async () => {
    const durable = await startEmbedded({ dataDir: join(home, 'durable') })
    started.push(durable)

    const [row] = await ask(
      durable,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync`,
    )

    expect(row).toEqual({ fsync: 'on', sync: 'on' })
  })

  it('keeps its rows over a stop and a start', async () => {
    const first = await start()
    await ask(first, `create table kept as select '群店' as name`)
    await first.stop()

    const second = await start()

    expect(await ask(second, 'select name from kept')).toEqual([{ name: '群店' }])
    expect(second.isOwner).toBe(true)
  })

  it('leaves no process and no socket behind', async () => {
    const embedded = await start()
    await embedded.stop()

    expect(() => process.kill(embedded.pid, 0)).toThrow()
    expect(existsSync(join(home, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('is shared by a second program while the first one lives', async () => {
    const owner = await start()
    const guest = await start()
    await ask(guest, 'create table shared ()')
    await guest.stop()

    expect([owner.isOwner, guest.isOwner]).toEqual([true, false])
    expect(await ask(owner, 'select count(*)::int as n from shared')).toEqual([{ n: 0 }])
  })

  it('listens in a short folder where its own path is longer than a socket’s may be', async () => {
    const embedded = await start(join('a'.repeat(60), 'b'.repeat(60)))
    const folder = String(embedded.connection.host)

    expect(await ask(embedded, 'select 1 as n')).toEqual([{ n: 1 }])
    expect(Buffer.byteLength(folder)).toBeLessThan(90)
    expect(statSync(folder).mode & 0o077).toBe(0)

    await embedded.stop()
    expect(existsSync(folder)).toBe(false)
  })

  it('starts after an initdb that was killed half-way', async () => {
    mkdirSync(join(home, 'data', 'postgres.new', 'base'), { recursive: true })

    const embedded = await start()

    expect(embedded.isOwner).toBe(true)
  })

  it('starts beside a process that has got the id of one long gone', async () => {
    await (await start()).stop()
    const lines = [process.pid, '/somewhere', 1, 5432, '.', '', '', 'ready']
    writeFileSync(join(home, 'data', 'postgres', 'postmaster.pid'), lines.join('\n'))

    const embedded = await start()

    expect(embedded.isOwner).toBe(true)
  })

  it('says in one sentence that a folder is of another version', async () => {
    await (await start()).stop()
    writeFileSync(join(home, 'data', 'postgres', 'PG_VERSION'), '12\n')

    await expect(start()).rejects.toThrow(/made by PostgreSQL 12, this is 18/)
  })

  it('tells its owner when it ends by itself', async () => {
    const lost = new Promise<string>((resolve) => {
      start('data', resolve).then((embedded) => process.kill(embedded.pid, 'SIGQUIT'))
    })

    await expect(lost).resolves.toMatch(/ended by itself/)
  })
})
