import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { DAY_MS, HOUR_MS } from '../../../domain/shop-time'
import { keepHouse, nextNight } from '../../../server/modules/job/housekeeping'
import { jobHandlers } from '../../../server/platform/jobs/handlers'
import { enqueue } from '../../../server/platform/jobs/queue'
import { startRecurring } from '../../../server/platform/jobs/recurring'
import { JobRefused } from '../../../server/platform/jobs/refused'
import { runDue } from '../../../server/platform/jobs/sweeper'
import { sessions } from '../../../server/schema/member'
import { jobs } from '../../../server/schema/payment'
import { aPerson, aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { OPENING } from '../../support/server/shop'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let manager: StaffPerson
beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
})
beforeEach(() => shop.deps.db.delete(jobs))
afterEach(() => shop.clock.setOffsetMs(0))

const add = (kind: string, key: string = randomUUID(), dueAt = OPENING) =>
  enqueue(shop.deps.db, { id: randomUUID(), kind, key, payload: {}, dueAt, createdAt: OPENING })
const worker = () => {
  const handlers = jobHandlers()
  const run = (nowMs = shop.clock.now(), ...patience: Parameters<typeof runDue>[2][]) =>
    runDue({ ...shop.deps, jobs: handlers }, nowMs, ...patience)
  return { handlers, run }
}
const rowOf = async (key: string) => (await shop.deps.db.select().from(jobs).where(eq(jobs.key, key)))[0]
const list = async (query: string) =>
  (await shop.call('GET', `/manage/jobs?${query}`, { token: manager.token })).body
const retry = (id: string) => shop.call('POST', `/manage/jobs/${id}/retry`, { token: manager.token })

describe('a poisoned job', () => {
  it('that hangs holds up no other, and is put off when its time is over', async () => {
    const { handlers, run } = worker()
    const greeted: string[] = []
    handlers.register('hang', () => new Promise(() => {}))
    handlers.register('greet', async ({ key }) => void greeted.push(key))
    await add('hang', 'hang')
    for (let n = 0; n < 30; n++) await add('greet')

    await run(OPENING, { limitMs: 300, batchMs: 20 })

    expect(greeted).toHaveLength(30)
    expect(await rowOf('hang')).toMatchObject({ doneAt: null, lastError: 'not finished within 0.3 s' })
  })

  it('that throws, or whose payload nobody can read, is put off alone', async () => {
    await add('payment.poll', 'unreadable')
    const { handlers, run } = worker()
    handlers.register('greet', async () => {})
    await add('greet', 'healthy')

    await runDue(shop.deps, OPENING)
    await run()

    expect(await rowOf('unreadable')).toMatchObject({ doneAt: null, attempts: 1 })
    expect(await rowOf('healthy')).toMatchObject({ doneAt: OPENING })
  })
})

describe('a job', () => {
  it('that refuses itself is given up at once; one that persists never is', async () => {
    const { handlers, run } = worker()
    handlers.register('refuse', async () => {
      throw new JobRefused('nobody can mend this')
    })
    const persist = async () => {
      throw new Error('away')
    }
    handlers.register('persist', persist, { persists: true })
    await add('refuse', 'refuse')
    await add('persist', 'persist')

    for (let day = 0; day < 20; day++) await run(OPENING + day * DAY_MS)

    expect(await rowOf('refuse')).toMatchObject({
      attempts: 1,
      failedAt: OPENING,
      lastError: 'nobody can mend this',
    })
    expect(await rowOf('persist')).toMatchObject({ attempts: 20, failedAt: null })
  })

  it('that recurs owes its next turn, also where it fails, and is one for all servers', async () => {
    const { handlers, run } = worker()
    const turns: number[] = []
    handlers.every(
      'chime',
      (nowMs) => (Math.floor(nowMs / HOUR_MS) + 1) * HOUR_MS,
      async (nowMs) => {
        turns.push(nowMs)
        throw new Error('out of tune')
      },
    )
    const deps = { ...shop.deps, jobs: handlers }
    await startRecurring(deps)
    await startRecurring(deps)
    expect(await list('state=due&kind=chime')).toMatchObject({ items: [{ kind: 'chime' }] })

    shop.clock.setOffsetMs(HOUR_MS)
    await run()

    expect(turns).toHaveLength(1)
    const open = (await list('state=due&kind=chime')).items
    expect(open).toHaveLength(2)
  })
})

describe('the manager', () => {
  it('sees what is due, done and failed with its reason, and how many of each', async () => {
    const { handlers, run } = worker()
    handlers.register('greet', async () => {})
    handlers.register('refuse', async () => {
      throw new JobRefused('微信没有接受')
    })
    await add('greet')
    await add('refuse', 'refuse')
    await add('greet', 'later', OPENING + HOUR_MS)
    await run()

    expect((await list('state=done')).items).toMatchObject([
      { kind: 'greet', state: 'done', doneAt: OPENING },
    ])
    expect((await list('state=due')).items).toMatchObject([
      { key: 'later', state: 'due', dueAt: OPENING + HOUR_MS },
    ])
    const failed = await list('state=failed')
    expect(failed.items).toMatchObject([{ key: 'refuse', lastError: '微信没有接受' }])
    expect(failed.counts).toEqual([
      { kind: 'greet', due: 1, failed: 0, done: 1 },
      { kind: 'refuse', due: 0, failed: 1, done: 0 },
    ])
  })

  it('retries what failed, and nothing that is done', async () => {
    const { handlers, run } = worker()
    let isBroken = true
    handlers.register('mend', async () => {
      if (isBroken) throw new JobRefused('broken')
    })
    await add('mend', 'mend')
    await run()
    const [{ id }] = (await list('state=failed')).items
    isBroken = false

    expect(await retry(id)).toMatchObject({
      status: 200,
      body: { state: 'due', attempts: 0, dueAt: OPENING },
    })
    await run()

    expect((await list('state=done')).items).toMatchObject([{ key: 'mend' }])
    expect(await retry(id)).toMatchObject({ status: 409, body: { code: 'job.finished' } })
    expect((await retry(randomUUID())).status).toBe(404)
  })
})

describe('housekeeping', () => {
  it('is due at four in the morning of the shop', () => {
    expect(nextNight(OPENING)).toBe(Date.UTC(2026, 6, 3, 20))
    expect(nextNight(Date.UTC(2026, 6, 3, 20))).toBe(Date.UTC(2026, 6, 4, 20))
  })

  it('clears away finished jobs after two weeks and the keys of sessions long over, and no others', async () => {
    const { handlers, run } = worker()
    handlers.register('greet', async () => {})
    await add('greet', 'old')
    await run()
    const person = await aPerson(shop)
    await add('greet', 'open', OPENING + 400 * DAY_MS)
    const keyOf = async () =>
      (await shop.deps.db.select().from(sessions).where(eq(sessions.id, person.loginId)))[0]?.sealedSessionKey

    await keepHouse(shop.deps.db, OPENING + 13 * DAY_MS)
    expect([await rowOf('old'), await keyOf()]).toEqual([expect.anything(), expect.stringMatching(/./)])
    await keepHouse(shop.deps.db, OPENING + 70 * DAY_MS)

    expect([await rowOf('old'), await keyOf()]).toEqual([undefined, ''])
    expect(await rowOf('open')).toBeDefined()
  })
})
