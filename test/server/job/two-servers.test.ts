import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { enqueue } from '../../../server/platform/jobs/queue'
import { messageGrants, messages } from '../../../server/schema/message'
import { jobs } from '../../../server/schema/payment'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson } from '../../support/server/people-builders'
import { runServer, type ServerProcess } from '../../support/server/run-server'

const shop = openPayShop()
const TEMPLATE = 'SIMTMPL-PAID-000000000000000000000000000001'
const COUNT = 40
const servers: ServerProcess[] = []

/** The database of this file as a program of its own reaches it. */
function databaseUrl(): string {
  const { host, port, user, password, database } = shop.database.connection
  const query = new URLSearchParams({ host: String(host), ...(port && { port: String(port) }) })
  const who = password ? `${user}:${encodeURIComponent(String(password))}` : `${user}`
  return `postgresql://${who}@localhost/${database}?${query}`
}

const aServer = () => {
  const server = runServer({
    WECHAT_SIMULATED: '1',
    DATABASE_URL: databaseUrl(),
    DATA_DIR: shop.deps.config.dataDir,
    SIMULATOR_URL: shop.simulatorUrl,
    SHOP_SECRET: 's'.repeat(40),
    PORT: '0',
    LOG_LEVEL: 'info',
  })
  servers.push(server)
  return server
}
afterAll(async () => {
  for (const server of servers) server.signal('SIGKILL')
  await Promise.all(servers.map(({ ended }) => ended))
})

const openJobs = async () => {
  const [row] = await shop.deps.db
    .select({ n: sql<number>`count(*)::int` })
    .from(jobs)
    .where(sql`kind = 'message.send' and done_at is null and failed_at is null`)
  return row?.n ?? 0
}
const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50))
}

it('two servers on one PostgreSQL carry out each job once', async () => {
  const manager = await aStaffPerson(shop, { role: 'manager' })
  const paid = { templateId: TEMPLATE, fields: [{ key: 'character_string1', fact: 'orderNumber' }] }
  const none = { shipped: null, refund: null, coupon_expiring: null }
  await shop.call('PUT', '/manage/message-templates', { token: manager.token, body: { paid, ...none } })
  const person = await aPerson(shop)
  const { memberId } = person
  for (let n = 0; n < COUNT; n++) await shop.app('subscribe', { user: person.user, tmplIds: [TEMPLATE] })
  const grant = { memberId, templateId: TEMPLATE, left: COUNT, lastAnswer: 'accept', answeredAt: 1 } as const
  await shop.deps.db.insert(messageGrants).values(grant)
  // Servers of their own go by the real clock, so everything has long been due and never expires.
  for (let n = 0; n < COUNT; n++) {
    const id = randomUUID()
    const facts = { orderNumber: String(n) }
    const times = { createdAt: 1, dueAt: 1, expiresAt: Date.UTC(2100, 0) }
    const message = {
      id,
      key: `paid:${n}`,
      memberId,
      occasion: 'paid',
      facts,
      page: 'p',
      state: 'due',
      ...times,
    } as const
    await shop.deps.db.insert(messages).values(message)
    const payload = { messageId: id, round: 1 }
    await enqueue(shop.deps.db, {
      id: randomUUID(),
      kind: 'message.send',
      key: `m:${n}`,
      payload,
      dueAt: 1,
      createdAt: 1,
    })
  }

  const [one, other] = [aServer(), aServer()]
  await Promise.all([one.isOpen, other.isOpen])
  await until(async () => (await openJobs()) === 0)

  const answer = await fetch(`${shop.simulatorUrl}/client/messages?user=${person.user}`)
  const arrived = ((await answer.json()) as { messages: { data: { character_string1: string } }[] }).messages
  const numbers = arrived.map(({ data }) => data.character_string1)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).toHaveLength(COUNT)
  const done = await shop.deps.db
    .select({ attempts: jobs.attempts })
    .from(jobs)
    .where(sql`kind = 'message.send'`)
  expect(done.every(({ attempts }) => attempts === 1)).toBe(true)
}, 300_000)
