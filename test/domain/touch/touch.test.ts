import { DAY_MS } from '@domain/shop-time'
import { clampTouchTime, MAX_TOUCH_AGE_MS } from '@domain/touch/clock'
import {
  delivered,
  enqueue,
  failed,
  giveUpAsking,
  MAX_QUEUED,
  proved,
  type Queue,
  type Reportable,
  refused,
  restoreQueue,
  unproved,
  unsent,
  type Waiting,
} from '@domain/touch/queue'
import * as fc from 'fast-check'

const NOW = 1_800_000_000_000

describe('the time of a touch', () => {
  it('is when it was received less how long the client kept it', () => {
    expect(clampTouchTime({ at: 1000, sentAt: 6000, receivedAt: NOW })).toBe(NOW - 5000)
  })

  it('is right even where the phone is a year ahead', () => {
    const ahead = NOW + 365 * DAY_MS
    expect(clampTouchTime({ at: ahead, sentAt: ahead + 30_000, receivedAt: NOW })).toBe(NOW - 30_000)
  })

  it('is never in the future and never older than seven days, whatever the client claims', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (at, sentAt) => {
        const time = clampTouchTime({ at, sentAt, receivedAt: NOW })
        expect(time).toBeLessThanOrEqual(NOW)
        expect(time).toBeGreaterThanOrEqual(NOW - MAX_TOUCH_AGE_MS)
        expect(Number.isInteger(time)).toBe(true)
      }),
    )
  })
})

type Touch = Waiting<Reportable>

const touch = (id: string, rest: Partial<Touch> = {}): Touch => ({
  report: { id },
  isSent: false,
  group: 'settled',
  entryKey: `card ${id}`,
  shareTicket: null,
  failures: 0,
  ...rest,
})
const asking = (id: string, rest: Partial<Touch> = {}) => touch(id, { group: 'asking', ...rest })
const queueOf = (...touches: Touch[]): Queue<Reportable> => touches.reduce<Queue<Reportable>>(enqueue, [])
const ids = (queue: Queue<Reportable>) => queue.map((it) => it.report.id)
const CIPHER = { loginId: 'login', encryptedData: 'x', iv: 'y' }

describe('the queue of touches', () => {
  it('keeps them in the order they happened, each once', () => {
    expect(ids(unsent(queueOf(touch('a'), touch('b'), touch('a')), 20))).toEqual(['a', 'b'])
  })

  it('forgets a touch only when the server has it', () => {
    const queue = delivered(queueOf(touch('a'), touch('b')), new Set(['a', 'unheard-of']))

    expect(ids(queue)).toEqual(['b'])
  })

  it('reports an opening at once and adds the proof of its group later, under the same id', () => {
    const reported = delivered(queueOf(asking('a')), new Set(['a']))
    expect(ids(unsent(reported, 20))).toEqual([])

    const again = unsent(proved(reported, 'a', CIPHER), 20)

    expect(again[0]?.report).toEqual({ id: 'a', group: CIPHER })
    expect(delivered(again, new Set(['a']))).toEqual([])
  })

  it('asks again after a first refusal by WeChat, and leaves the group unknown after the last', () => {
    const once = failed(queueOf(asking('a')), 'a', 'invalid scene', false)
    expect(once[0]).toMatchObject({ group: 'asking', failures: 1 })

    const given = failed(once, 'a', 'invalid scene', true)

    expect(given[0]).toMatchObject({
      group: 'settled',
      failures: 2,
      report: { groupFailure: 'invalid scene' },
    })
  })

  it('lets a proof that came after all replace the reason why there was none', () => {
    const queue = proved(failed(queueOf(asking('a')), 'a', 'invalid scene', false), 'a', CIPHER)

    expect(queue[0]?.report).toEqual({ id: 'a', group: CIPHER })
  })

  it('counts an opening whose ciphertext the shop refuses, without the group', () => {
    const queue = unproved(proved(queueOf(asking('a')), 'a', CIPHER), 'a', 'refused: request.invalid')

    expect(unsent(queue, 20)[0]?.report).toEqual({ id: 'a', groupFailure: 'refused: request.invalid' })
  })

  it('stops asking for earlier cards when another one is opened, but not for the same card seen again', () => {
    const queue = giveUpAsking(queueOf(asking('old'), asking('same', { entryKey: 'card' })), 'card')

    expect(queue.map((it) => it.group)).toEqual(['settled', 'asking'])
  })

  it('gives up openings without evidence first when there is no room', () => {
    const card = touch('card', { report: { id: 'card', shareToken: 'AbCdEfGhIjKlMnOpQrStUv' } })
    const rest = Array.from({ length: MAX_QUEUED }, (_, i) => touch(`t${i}`))

    const queue = queueOf(card, ...rest)

    expect(queue).toHaveLength(MAX_QUEUED)
    expect(ids(queue).slice(0, 2)).toEqual(['card', 't1'])
  })

  it('drops what the server will never take, so that the rest goes through', () => {
    expect(ids(refused(queueOf(touch('bad'), touch('good')), new Set(['bad'])))).toEqual(['good'])
  })

  it('survives the app being killed; who was asking for a group gets no answer any more', () => {
    const queue = queueOf(asking('a'), touch('b', { report: { id: 'b', group: CIPHER } }))

    const restored = restoreQueue(JSON.parse(JSON.stringify(queue)))

    expect(restored.map((it) => it.group)).toEqual(['settled', 'settled'])
    expect(restored[1]?.report.group).toEqual(CIPHER)
  })

  it('reads back whatever it finds in storage without falling over', () => {
    expect(restoreQueue(null)).toEqual([])
    expect(restoreQueue([{ report: 1 }, touch('a'), 'x', touch('a')])).toEqual([touch('a')])
    fc.assert(fc.property(fc.anything(), (stored) => Array.isArray(restoreQueue(stored))))
  })

  it('never loses an opening that the server has not answered for, whatever happens to it', () => {
    const step = fc.constantFrom('prove', 'fail', 'give up', 'restart')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const queue = steps.reduce<Queue<Reportable>>(
          (q, it) => {
            if (it === 'prove') return proved(q, 'a', CIPHER)
            if (it === 'fail') return failed(q, 'a', 'invalid scene', false)
            return it === 'give up' ? giveUpAsking(q, null) : restoreQueue(JSON.parse(JSON.stringify(q)))
          },
          queueOf(asking('a')),
        )
        expect(ids(unsent(queue, 20))).toEqual(['a'])
      }),
    )
  })
})
