import { Writable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { createLog } from '../../../server/platform/log'
import { freshDatabase } from '../../support/server/database'

const database = freshDatabase()

/** What a log of these words would have written. */
function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  const into = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  write(createLog('info', into))
  return lines.join('')
}

const failureOf = (statement: Promise<unknown>): Promise<Error> =>
  statement.then(
    () => Promise.reject(new Error('the statement should have failed')),
    (error: Error) => error,
  )

describe('the log', () => {
  it('tells of a failed statement without the values that were given to it', async () => {
    const error = await failureOf(
      database.db.execute(sql`select ${'李四'}::text, ${'13800138000'}::text from nowhere`),
    )

    const line = written((log) => log.error({ err: error }, 'request failed'))

    expect(line).toContain('relation')
    expect(line).toContain('from nowhere')
    expect(line).not.toContain('13800138000')
    expect(line).not.toContain('李四')
  })

  it('tells of a refused row without the row', async () => {
    const row = sql`values ('00000000-0000-0000-0000-000000000000', ${'13800138000'}, null)`
    const error = await failureOf(
      database.db.execute(sql`insert into categories (id, name, position) ${row}`),
    )

    const line = written((log) => log.error({ err: error }, 'request failed'))

    expect(line).toContain('not-null')
    expect(line).not.toContain('13800138000')
  })

  it('hides secrets by their names', () => {
    const line = written((log) => log.info({ token: 'abc', user: { phone: '13800138000' } }, 'said'))

    expect(line).not.toContain('abc')
    expect(line).not.toContain('13800138000')
  })
})
