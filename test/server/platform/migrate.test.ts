import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openDatabase } from '../../../server/platform/database'
import { migrate } from '../../../server/platform/migrate'
import { freshDatabase } from '../../support/server/database'

const database = freshDatabase({ empty: true })
const ours = join(__dirname, '..', '..', '..', 'server', 'migrations')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qundian-migrations-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Journal {
  entries: { idx: number; when: number; tag: string }[]
}

/** Our migrations with one change, as an older, newer or careless checkout would have them. */
function changed(name: string, change: (journal: Journal, path: (file: string) => string) => void): string {
  const copy = join(folder, name)
  cpSync(ours, copy, { recursive: true })
  const file = join(copy, 'meta', '_journal.json')
  const journal: Journal = JSON.parse(readFileSync(file, 'utf8'))
  change(journal, (tag) => join(copy, tag))
  writeFileSync(file, JSON.stringify(journal))
  return copy
}

const appliedCount = async () => {
  const { rows } = await database.db.$client.query<{ n: number }>(
    'select count(*)::int as n from drizzle.__drizzle_migrations',
  )
  return rows[0]?.n
}
const journalLength = () =>
  (JSON.parse(readFileSync(join(ours, 'meta', '_journal.json'), 'utf8')) as Journal).entries.length

describe('migrations', () => {
  it('bring an empty database to the shop’s shape, once, though several servers start together', async () => {
    const servers = Array.from({ length: 4 }, () => openDatabase(database.connection))

    await Promise.all(servers.map(({ db }) => migrate(db)))
    await Promise.all(servers.map(({ close }) => close()))

    expect(await appliedCount()).toBe(journalLength())
    await expect(database.db.execute(sql`select id from orders`)).resolves.toMatchObject({ rows: [] })
  })

  it('change nothing when they run again', async () => {
    await migrate(database.db)

    expect(await appliedCount()).toBe(journalLength())
  })

  it('leave the ledger closed to edits', async () => {
    await expect(database.db.execute(sql`delete from ledger_entries`)).rejects.toMatchObject({
      cause: { message: 'ledger_entries is append-only: delete refused' },
    })
  })

  it('refuse a database that a newer version has changed', async () => {
    const older = changed('older', (journal) => journal.entries.pop())

    await expect(migrate(database.db, older)).rejects.toThrow(/does not know; start the newer version/)
  })

  it('refuse a migration that was edited after it had been applied', async () => {
    const edited = changed('edited', ({ entries: [first] }, path) => {
      writeFileSync(path(`${first?.tag}.sql`), 'select 1')
    })

    await expect(migrate(database.db, edited)).rejects.toThrow(/was edited after it had been applied/)
  })

  it('leave the database as it was when one of them fails', async () => {
    const broken = changed('broken', (journal, path) => {
      const when = Math.max(...journal.entries.map((entry) => entry.when)) + 1
      journal.entries.push({ ...journal.entries[0]!, idx: journal.entries.length, when, tag: '9999_broken' })
      writeFileSync(path('9999_broken.sql'), 'create table half (); select 1/0')
    })

    await expect(migrate(database.db, broken)).rejects.toThrow()

    const { rows } = await database.db.execute(sql`select to_regclass('half') as half`)
    expect(rows).toEqual([{ half: null }])
    expect(await appliedCount()).toBe(journalLength())
  })
})
