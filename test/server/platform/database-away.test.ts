import { createServer, type Server, type Socket } from 'node:net'
import { openDatabase } from '../../../server/platform/database'
import { isDatabaseAway } from '../../../server/platform/sql-errors'
import { freshDatabase } from '../../support/server/database'
import { openShop } from '../../support/server/shop'

/** Where nobody listens: a port that was free a moment ago. */
async function deadPort(): Promise<number> {
  const server = await listening(createServer())
  const { port } = addressOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
const listening = (server: Server) =>
  new Promise<Server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
const addressOf = (server: Server) => server.address() as { port: number }

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  )
}

const nowhere = openDatabase({ host: '127.0.0.1', port: 1, user: 'postgres' })
const shop = openShop({ replace: () => ({ db: nowhere.db }) })
const database = freshDatabase()
afterAll(() => nowhere.close())

describe('a shop whose database is away', () => {
  it('asks to try again, and tells nothing about the database', async () => {
    const answer = await shop.call('GET', '/health')

    expect(answer).toMatchObject({ status: 503, body: { code: 'server.unavailable' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/ECONN|127\.0/)
  })

  it('knows a database that does not listen, hangs up, or ends the connection', async () => {
    const hangsUp = await listening(createServer((socket: Socket) => socket.destroy()))
    const silent = openDatabase({ host: '127.0.0.1', port: await deadPort(), user: 'postgres' })
    const rude = openDatabase({ host: '127.0.0.1', port: addressOf(hangsUp).port, user: 'postgres' })

    expect(isDatabaseAway(await failureOf(silent.db.execute('select 1')))).toBe(true)
    expect(isDatabaseAway(await failureOf(rude.db.execute('select 1')))).toBe(true)
    expect(
      isDatabaseAway(await failureOf(database.db.execute('select pg_terminate_backend(pg_backend_pid())'))),
    ).toBe(true)

    await Promise.all([silent.close(), rude.close(), new Promise((done) => hangsUp.close(done))])
  })

  it('does not call a mistake in a statement an absence', async () => {
    expect(isDatabaseAway(await failureOf(database.db.execute('select nothing')))).toBe(false)
  })
})
