import { countsToLimit, type HeldCoupon } from '@domain/coupon/coupon'
import {
  endByUpgrade,
  expire,
  moved,
  reserveFor,
  returnOnClose,
  returnOnRefund,
  spendFor,
  spendLateFor,
} from '@domain/coupon/life'
import { DAY_MS } from '@domain/shop-time'
import * as fc from 'fast-check'
import { aHeld, NOW } from './builders'

const order = { orderId: 'o1', memberId: 'member' }
const reserved = aHeld({ state: 'reserved', orderId: 'o1' })
const used = aHeld({ state: 'used', orderId: 'o1' })
const LATER = reserved.validUntil
const to = (state: string, orderId: string | null) => ({
  ok: true,
  value: expect.objectContaining({ to: state, orderId }),
})
const no = (error: object) => ({ ok: false, error })

describe('an order takes a coupon', () => {
  it('inside its own transaction, by compare-and-set', () => {
    expect(reserveFor(aHeld(), order, NOW)).toEqual({
      ok: true,
      value: { event: 'reserve', from: 'claimed', to: 'reserved', orderId: 'o1' },
    })
  })

  it.each([
    ['of somebody else', { memberId: 'other' }, { code: 'coupon.unknown' }],
    [
      'held by another order',
      { state: 'reserved' as const, orderId: 'o0' },
      { code: 'coupon.state_refused', state: 'reserved' },
    ],
    [
      'used before',
      { state: 'used' as const, orderId: 'o0' },
      { code: 'coupon.state_refused', state: 'used' },
    ],
    [
      'that was upgraded',
      { state: 'upgraded' as const },
      { code: 'coupon.state_refused', state: 'upgraded' },
    ],
    ['past its end', { validUntil: NOW }, { code: 'coupon.expired', at: NOW }],
    ['before its start', { validFrom: NOW + 1 }, { code: 'coupon.not_started', from: NOW + 1 }],
  ])('but not one %s', (_, change, error) => {
    expect(reserveFor(aHeld(change), order, NOW)).toEqual(no(error))
  })

  it('and uses it when paid, once', () => {
    expect(spendFor(reserved, 'o1')).toEqual(to('used', 'o1'))
    expect(spendFor(used, 'o1')).toEqual(no({ code: 'coupon.state_refused', state: 'used' }))
    expect(spendFor(reserved, 'o2')).toEqual(no({ code: 'coupon.held_by_other', state: 'reserved' }))
  })
})

describe('a coupon comes back', () => {
  it('when its order closes unpaid', () => {
    expect(returnOnClose(reserved, 'o1', LATER - 1)).toEqual(to('claimed', null))
  })

  it('when the last unit of its order is refunded, and not before', () => {
    expect(returnOnRefund(used, 'o1', true, LATER - 1)).toEqual(to('claimed', null))
    expect(returnOnRefund(used, 'o1', false, NOW)).toEqual({ ok: true, value: null })
  })

  it('as expired when its time ran out meanwhile', () => {
    expect(returnOnClose(reserved, 'o1', LATER)).toEqual(to('expired', null))
    expect(returnOnRefund(used, 'o1', true, LATER)).toEqual(to('expired', null))
  })

  it('only from the order that holds it: a close that arrives twice takes nothing from the next order', () => {
    const again = aHeld({ state: 'reserved', orderId: 'o2' })

    expect(returnOnClose(again, 'o1', NOW)).toEqual(no({ code: 'coupon.held_by_other', state: 'reserved' }))
    expect(returnOnClose(aHeld(), 'o1', NOW)).toEqual(no({ code: 'coupon.state_refused', state: 'claimed' }))
    expect(returnOnClose(used, 'o1', NOW)).toEqual(no({ code: 'coupon.state_refused', state: 'used' }))
    expect(returnOnRefund(aHeld({ state: 'used', orderId: 'o2' }), 'o1', true, NOW)).toEqual(
      no({ code: 'coupon.held_by_other', state: 'used' }),
    )
    expect(returnOnRefund(reserved, 'o1', true, NOW)).toEqual(
      no({ code: 'coupon.state_refused', state: 'reserved' }),
    )
  })
})

describe('money that arrives after the order was closed', () => {
  it.each(['claimed', 'expired'] as const)('finds a coupon that is %s, and uses it', (state) => {
    expect(spendLateFor(aHeld({ state }), 'o1')).toEqual(to('used', 'o1'))
  })

  it.each([
    ['held by another order', { state: 'reserved' as const, orderId: 'o2' }, 'coupon.held_by_other'],
    ['used by another order', { state: 'used' as const, orderId: 'o2' }, 'coupon.held_by_other'],
    ['upgraded', { state: 'upgraded' as const }, 'coupon.state_refused'],
  ])('finds a coupon %s, and is refunded', (_, change, code) => {
    expect(spendLateFor(aHeld(change), 'o1')).toMatchObject({ ok: false, error: { code } })
  })
})

describe('the end of a coupon', () => {
  it('is written by the clock when due, and waits for an unpaid order', () => {
    expect(expire(aHeld(), LATER)).toEqual(to('expired', null))
    expect(expire(aHeld(), LATER - 1)).toEqual(no({ code: 'coupon.not_due', until: LATER }))
    expect(expire(reserved, LATER)).toEqual(no({ code: 'coupon.state_refused', state: 'reserved' }))
  })

  it('is an upgrade only while it is unused and in time', () => {
    expect(endByUpgrade(aHeld(), NOW)).toEqual(to('upgraded', null))
    expect(endByUpgrade(aHeld(), LATER)).toEqual(no({ code: 'coupon.expired', at: LATER }))
    expect(endByUpgrade(reserved, NOW)).toEqual(no({ code: 'coupon.state_refused', state: 'reserved' }))
  })
})

describe('whatever happens to a coupon', () => {
  const deeds = fc.array(
    fc.record({
      deed: fc.constantFrom('reserve', 'use', 'close', 'refund', 'late', 'expire', 'part'),
      orderId: fc.constantFrom('o1', 'o2'),
      waitMs: fc.oneof(fc.nat(DAY_MS), fc.nat(6 * DAY_MS)),
    }),
    { maxLength: 20 },
  )

  it('it stays the same copy, fills its place in the limit once, and is held by an order exactly when taken', () => {
    fc.assert(
      fc.property(deeds, (life) => {
        const born = aHeld()
        let coupon: HeldCoupon = born
        let nowMs = born.claimedAt
        for (const { deed, orderId, waitMs } of life) {
          nowMs += waitMs
          const act = {
            reserve: () => reserveFor(coupon, { orderId, memberId: 'member' }, nowMs),
            use: () => spendFor(coupon, orderId),
            close: () => returnOnClose(coupon, orderId, nowMs),
            refund: () => returnOnRefund(coupon, orderId, true, nowMs),
            part: () => returnOnRefund(coupon, orderId, false, nowMs),
            late: () => spendLateFor(coupon, orderId),
            expire: () => expire(coupon, nowMs),
          }[deed]()
          const before = coupon
          if (act.ok && act.value) coupon = moved(coupon, act.value)
          expect({ ...coupon, state: born.state, orderId: null }).toEqual(born)
          expect(countsToLimit(coupon)).toBe(true)
          expect(coupon.orderId !== null).toBe(coupon.state === 'reserved' || coupon.state === 'used')
          // Nobody but the order that holds it moves a held coupon.
          if (before.orderId !== null && before.orderId !== orderId) expect(coupon).toEqual(before)
          if (coupon.state === 'claimed' && before.state !== 'claimed')
            expect(nowMs).toBeLessThan(coupon.validUntil)
        }
      }),
      { numRuns: 500 },
    )
  })
})
