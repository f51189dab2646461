import { sql } from 'drizzle-orm'
import { inTransaction } from '../../../server/platform/database'
import { isUniqueViolation, sqlState } from '../../../server/platform/sql-errors'
import { members } from '../../../server/schema/member'
import { freshDatabase } from '../../support/server/database'

const database = freshDatabase()

const aMember = (openid: string, id = crypto.randomUUID()) => ({
  id,
  appid: 'wx0123456789abcdef',
  openid,
  createdAt: 1_783_080_840_123,
  lastSeenAt: 1_783_080_840_123,
})

const names = async () => (await database.db.select().from(members)).map((member) => member.openid)

beforeEach(async () => {
  // The database itself numbers every member (docs/decisions/0010).
  await database.db.execute(sql`delete from member_numbers`)
  await database.db.delete(members)
  await database.db.execute(sql`create table if not exists tallies (id int primary key, n int not null)`)
  await database.db.execute(sql`delete from tallies`)
  await database.db.execute(sql`insert into tallies values (1, 0), (2, 0)`)
})

describe('the database', () => {
  it('gives moments back to the millisecond, through Drizzle and through raw SQL', async () => {
    await database.db.insert(members).values(aMember('a'))

    const [row] = await database.db.select().from(members)
    const raw = await database.db.$client.query('select created_at from members')

    expect(row?.createdAt).toBe(1_783_080_840_123)
    expect(raw.rows).toEqual([{ created_at: 1_783_080_840_123 }])
  })

  it('refuses whole numbers that arithmetic would round', async () => {
    await expect(database.db.$client.query('select 9007199254740993::bigint as fen')).rejects.toThrow(
      RangeError,
    )
  })

  it('names what a unique key refused', async () => {
    await database.db.insert(members).values(aMember('a'))

    const error = await database.db
      .insert(members)
      .values(aMember('a'))
      .catch((failure: unknown) => failure)

    expect(sqlState(error)).toBe('23505')
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(error, 'members_appid_openid_unique')).toBe(true)
    expect(isUniqueViolation(error, 'another_key')).toBe(false)
  })
})

describe('inTransaction', () => {
  it('keeps nothing of work that threw', async () => {
    const work = inTransaction(database.db, async (tx) => {
      await tx.insert(members).values(aMember('lost'))
      throw new Error('power cut')
    })

    await expect(work).rejects.toThrow('power cut')
    expect(await names()).not.toContain('lost')
  })

  it('keeps nothing of work that was refused, and answers the refusal', async () => {
    const answer = await inTransaction(database.db, async (tx) => {
      await tx.insert(members).values(aMember('half-written'))
      return { ok: false as const, error: 'sku.out_of_stock' }
    })

    expect(answer).toEqual({ ok: false, error: 'sku.out_of_stock' })
    expect(await names()).not.toContain('half-written')
  })

  it('runs work again when PostgreSQL cannot serialize it, so that no change is lost', async () => {
    const addOne = () =>
      inTransaction(
        database.db,
        async (tx) => {
          const { rows } = await tx.$client.query<{ n: number }>('select n from tallies where id = 1')
          await tx.$client.query('update tallies set n = $1 where id = 1', [(rows[0]?.n ?? 0) + 1])
        },
        'serializable',
      )

    await Promise.all([addOne(), addOne(), addOne()])

    const { rows } = await database.db.$client.query('select n from tallies where id = 1')
    expect(rows).toEqual([{ n: 3 }])
  })

  it('breaks deadlocks by running one side again', async () => {
    const both = (first: number, second: number) =>
      inTransaction(database.db, async (tx) => {
        await tx.execute(sql`update tallies set n = n + 1 where id = ${first}`)
        await tx.execute(sql`select pg_sleep(0.05)`)
        await tx.execute(sql`update tallies set n = n + 1 where id = ${second}`)
      })

    await Promise.all([both(1, 2), both(2, 1)])

    const { rows } = await database.db.$client.query('select n from tallies order by id')
    expect(rows).toEqual([{ n: 2 }, { n: 2 }])
  })

  it('outlives the loss of its connection', async () => {
    const work = inTransaction(database.db, async (tx) => {
      const { rows } = await tx.$client.query('select pg_backend_pid() as pid')
      await database.db.execute(sql`select pg_terminate_backend(${rows[0].pid}, 5000)`)
      await tx.execute(sql`select 1`)
    })

    await expect(work).rejects.toThrow()
    await expect(database.db.$client.query('select 1 as alive')).resolves.toMatchObject({
      rows: [{ alive: 1 }],
    })
  })
})
