import { DAY_MS } from '@domain/shop-time'
import { clampTouchTime, MAX_TOUCH_AGE_MS } from '@domain/touch/clock'
import {
  EMPTY_QUEUE,
  enqueue,
  MAX_QUEUED,
  nextBatch,
  restoreQueue,
  settle,
  type TouchQueue,
  withGroup,
} from '@domain/touch/queue'
import type { ClientTouch } from '@domain/touch/touch'
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

const touch = (key: string, rest: Partial<ClientTouch> = {}): ClientTouch => ({
  key,
  at: NOW,
  scene: 1008,
  path: 'pages/home/index',
  shareToken: null,
  tokenState: 'none',
  groupState: 'none',
  groupProof: null,
  ...rest,
})
const queueOf = (...touches: ClientTouch[]): TouchQueue => touches.reduce(enqueue, EMPTY_QUEUE)
const keys = (items: readonly ClientTouch[]) => items.map((item) => item.key)
const PROOF = { source: 'getGroupEnterInfo', encryptedData: 'x', iv: 'y', loginId: 'l' } as const

describe('the queue of touches', () => {
  it('keeps them in the order they happened, each once', () => {
    const queue = queueOf(touch('a'), touch('b'), touch('a'))
    expect(keys(nextBatch(queue))).toEqual(['a', 'b'])
  })

  it('sends what is ready while one still asks for its group', () => {
    const asking = queueOf(touch('a', { groupState: 'asking' }), touch('b'))
    expect(keys(nextBatch(asking))).toEqual(['b'])

    const proven = withGroup(asking, 'a', PROOF)
    expect(nextBatch(proven)[0]).toMatchObject({ key: 'a', groupState: 'proof', groupProof: PROOF })
    expect(nextBatch(withGroup(asking, 'a', null))[0]).toMatchObject({ key: 'a', groupState: 'unknown' })
  })

  it('forgets a touch only when the server has it', () => {
    const queue = queueOf(touch('a'), touch('b'))
    expect(keys(settle(queue, ['a', 'unheard-of']).items)).toEqual(['b'])
  })

  it('gives up touches without evidence first when there is no room, and counts them', () => {
    const card = touch('card', { shareToken: 'AbCdEfGhIjKlMnOpQrStUv', tokenState: 'present' })
    const rest = Array.from({ length: MAX_QUEUED }, (_, i) => touch(`t${i}`))
    const queue = queueOf(card, ...rest)

    expect(queue.items).toHaveLength(MAX_QUEUED)
    expect(keys(queue.items).slice(0, 2)).toEqual(['card', 't1'])
    expect(queue.dropped).toBe(1)
    expect(settle(queue, [], 1).dropped).toBe(0)
  })

  it('survives the app being killed; who was asking for a group gets no answer any more', () => {
    const queue = queueOf(
      touch('a', { groupState: 'asking' }),
      touch('b', { groupState: 'proof', groupProof: PROOF }),
    )
    const restored = restoreQueue(JSON.parse(JSON.stringify(queue)))
    expect(restored.items.map((item) => item.groupState)).toEqual(['unknown', 'proof'])
  })

  it('reads back whatever it finds in storage without falling over', () => {
    expect(restoreQueue(null)).toEqual(EMPTY_QUEUE)
    expect(restoreQueue({ items: [{ key: 1 }, touch('a'), 'x'], dropped: 'many' })).toEqual(
      queueOf(touch('a')),
    )
    fc.assert(fc.property(fc.anything(), (stored) => Array.isArray(restoreQueue(stored).items)))
  })
})
