import { eq } from 'drizzle-orm'
import { inTransaction } from '../../../server/platform/database'
import { type JobHandler, jobHandlers } from '../../../server/platform/jobs/handlers'
import { startJobLoop } from '../../../server/platform/jobs/loop'
import { enqueue, reschedule } from '../../../server/platform/jobs/queue'
import { runDue } from '../../../server/platform/jobs/sweeper'
import { jobs } from '../../../server/schema/payment'
import { OPENING, openShop } from '../../support/server/shop'

const shop = openShop()
const MINUTE = 60_000

/** One worker, as another process would be: its own handlers over the same database. */
function aWorker(handler: JobHandler) {
  const handlers = jobHandlers()
  handlers.register('greet', handler)
  return { runDue: (nowMs: number) => runDue({ ...shop.deps, jobs: handlers }, nowMs) }
}

const aJob = (key: string, dueAt = OPENING) => ({
  id: shop.deps.ids.next(),
  kind: 'greet',
  key,
  payload: { name: key },
  dueAt,
  createdAt: OPENING,
})
const add = (key: string, dueAt?: number) => enqueue(shop.deps.db, aJob(key, dueAt))
const rowOf = async (key: string) => (await shop.deps.db.select().from(jobs).where(eq(jobs.key, key)))[0]

beforeEach(() => shop.deps.db.delete(jobs))
afterEach(() => shop.clock.setOffsetMs(0))

describe('a job', () => {
  it('is carried out once, when it is due', async () => {
    const greeted: unknown[] = []
    const worker = aWorker(async ({ payload }) => void greeted.push(payload))
    await add('later', OPENING + MINUTE)

    await worker.runDue(OPENING)
    expect(greeted).toEqual([])

    await worker.runDue(OPENING + MINUTE)
    await worker.runDue(OPENING + 2 * MINUTE)
    expect(greeted).toEqual([{ name: 'later' }])
    expect(await rowOf('later')).toMatchObject({ doneAt: OPENING + MINUTE, attempts: 1, leaseUntil: null })
  })

  it('is one job under one key, however often it is asked for', async () => {
    expect([await add('close order 1'), await add('close order 1')]).toEqual([true, false])
  })

  it('is there with the change that owes it, or not at all', async () => {
    await inTransaction(shop.deps.db, async (tx) => {
      await enqueue(tx, aJob('owed'))
      throw new Error('the order was not saved')
    }).catch(() => {})

    expect(await rowOf('owed')).toBeUndefined()
  })

  it('is carried out once by two workers sweeping together', async () => {
    const counts = new Map<string, number>()
    const handler: JobHandler = async ({ key }) => void counts.set(key, (counts.get(key) ?? 0) + 1)
    for (let n = 0; n < 120; n++) await add(`job ${n}`)

    const sweeps = await Promise.all([aWorker(handler).runDue(OPENING), aWorker(handler).runDue(OPENING)])

    expect(counts.size).toBe(120)
    expect([...counts.values()].every((n) => n === 1)).toBe(true)
    expect(sweeps.reduce((sum, { done }) => sum + done, 0)).toBe(120)
  })

  it('is one worker’s for a whole lease, however long its sweep has lasted already', async () => {
    for (let n = 0; n < 21; n++) await add(`job ${n}`)
    const takenTwice: string[] = []
    const other = aWorker(async ({ key }) => void takenTwice.push(key))
    const moments: number[] = []
    const worker = aWorker(async (_job, nowMs) => {
      moments.push(nowMs)
      // The first batch of twenty takes two minutes; the other process looks while the last job is under way.
      if (moments.length === 20) shop.clock.setOffsetMs(2 * MINUTE)
      if (moments.length === 21) await other.runDue(shop.clock.now())
    })

    await worker.runDue(OPENING)

    expect(takenTwice).toEqual([])
    expect(moments.at(-1)).toBe(OPENING + 2 * MINUTE)
  })

  it('of a worker that died is taken again when its lease is over, and not before', async () => {
    await add('abandoned')
    const died = aWorker(() => new Promise(() => {}))
    void died.runDue(OPENING)
    while ((await rowOf('abandoned'))?.leaseUntil === null)
      await new Promise((resolve) => setTimeout(resolve, 5))
    const greeted: number[] = []
    const worker = aWorker(async ({ attempts }) => void greeted.push(attempts))

    await worker.runDue(OPENING + MINUTE - 1)
    expect(greeted).toEqual([])

    await worker.runDue(OPENING + MINUTE)
    expect(greeted).toEqual([2])
  })

  it('cannot be ended by a worker that overslept its lease', async () => {
    await add('slow')
    let wake = () => {}
    const slow = aWorker(() => new Promise<void>((resolve) => (wake = resolve))).runDue(OPENING)
    while ((await rowOf('slow'))?.leaseUntil === null) await new Promise((resolve) => setTimeout(resolve, 5))
    const failing = aWorker(async () => {
      throw new Error('still broken')
    })
    await failing.runDue(OPENING + MINUTE)

    wake()
    await slow

    expect(await rowOf('slow')).toMatchObject({ doneAt: null, attempts: 2, lastError: 'still broken' })
  })

  it('that fails is tried later and later, with its last error kept, and then given up', async () => {
    await add('hopeless')
    const worker = aWorker(async () => {
      throw new Error('WeChat is silent')
    })
    const waits: number[] = []

    for (let now = OPENING; (await rowOf('hopeless'))?.failedAt === null; ) {
      await worker.runDue(now)
      const next = (await rowOf('hopeless'))?.dueAt ?? now
      waits.push(next - now)
      now = next
    }

    expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000])
    expect(Math.max(...waits)).toBe(60 * MINUTE)
    expect(await rowOf('hopeless')).toMatchObject({
      attempts: 12,
      doneAt: null,
      lastError: 'WeChat is silent',
    })
  })

  it('of a kind this server does not know is left for one that does', async () => {
    await enqueue(shop.deps.db, { ...aJob('new'), kind: 'of a newer version' })

    expect(await aWorker(async () => {}).runDue(OPENING)).toEqual({ done: 0, failed: 0 })
    expect(await rowOf('new')).toMatchObject({ attempts: 0, failedAt: null })
  })

  it('can be brought forward until it is done', async () => {
    await add('early', OPENING + MINUTE)

    expect(await reschedule(shop.deps.db, 'early', OPENING)).toBe(true)
    expect(await aWorker(async () => {}).runDue(OPENING)).toEqual({ done: 1, failed: 0 })
    expect(await reschedule(shop.deps.db, 'early', OPENING)).toBe(false)
  })
})

describe('the loop of jobs', () => {
  it('ends after the jobs under way, and leaves the others to whoever comes next', async () => {
    for (let n = 0; n < 50; n++) await add(`waiting ${n}`)
    const handlers = jobHandlers()
    let begun = 0
    let finish = () => {}
    const isFinished = new Promise<void>((resolve) => (finish = resolve))
    handlers.register('greet', () => {
      begun += 1
      return isFinished
    })
    const loop = startJobLoop({ ...shop.deps, jobs: handlers }, 5)
    while (begun === 0) await new Promise((resolve) => setTimeout(resolve, 5))

    const stopped = loop.stop()
    finish()
    await stopped

    const rows = await shop.deps.db.select().from(jobs)
    const done = rows.filter(({ doneAt }) => doneAt !== null)
    expect(done).toHaveLength(begun)
    expect(rows.filter(({ leaseUntil }) => leaseUntil === null)).toHaveLength(50)
    expect(done.length).toBeLessThan(50)
  })

  it('takes one handler per kind', () => {
    const handlers = jobHandlers()
    handlers.register('greet', async () => {})

    expect(() => handlers.register('greet', async () => {})).toThrow('registered twice')
  })
})
