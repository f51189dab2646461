import { claimsIn, openingBehind } from '@domain/figures/claims'
import { rangeOf } from '@domain/figures/range'
import type { ClaimRow, OpenRow } from '@domain/figures/rows'
import { HOUR_MS } from '@domain/shop-time'
import { hoursBefore, ORDERED_AT as NOW } from '../support/builders'

const claim = (row: Partial<ClaimRow> = {}): ClaimRow => ({
  couponId: 'coupon',
  memberId: 'ann',
  claimedAt: NOW,
  isUpgrade: false,
  ...row,
})
const open = (touchId: string, row: Partial<OpenRow> = {}): OpenRow => ({
  touchId,
  memberId: 'ann',
  at: hoursBefore(1),
  staffId: 'li',
  groupId: 'spring',
  isSuspect: false,
  ...row,
})
const today = rangeOf('today', NOW)
const SHOP = { staffId: null, groupId: null }

describe('the opening behind a claim', () => {
  it('is the latest of the member’s own', () => {
    const opens = [
      open('early', { at: hoursBefore(3) }),
      open('late', { at: hoursBefore(1) }),
      open('other', { memberId: 'bob', at: NOW }),
    ]

    expect(openingBehind(claim(), opens)?.touchId).toBe('late')
  })

  it('is no later than the claim, and within the day before it', () => {
    expect(openingBehind(claim(), [open('at once', { at: NOW })])?.touchId).toBe('at once')
    expect(openingBehind(claim(), [open('afterwards', { at: NOW + 1 })])).toBeNull()
    expect(openingBehind(claim(), [open('a day ago', { at: hoursBefore(24) })])).toBeNull()
    expect(openingBehind(claim(), [open('just within', { at: hoursBefore(24) + 1 })])).not.toBeNull()
  })

  it('is never suspect', () => {
    const opens = [open('real', { at: hoursBefore(5) }), open('flood', { isSuspect: true })]

    expect(openingBehind(claim(), opens)?.touchId).toBe('real')
  })

  it('is the one with the greater id among two of the same moment, so that it is always the same', () => {
    expect(openingBehind(claim(), [open('a'), open('b')])?.touchId).toBe('b')
    expect(openingBehind(claim(), [open('b'), open('a')])?.touchId).toBe('b')
  })
})

describe('claims', () => {
  it('count to the staff member and the group the member came through', () => {
    const opens = [open('card'), open('bob', { memberId: 'bob', staffId: 'wang', groupId: 'summer' })]
    const claims = [claim(), claim({ couponId: 'of bob', memberId: 'bob' })]
    const of = (scope: Partial<typeof SHOP> | Record<string, string>) =>
      claimsIn(claims, opens, today, { ...SHOP, ...scope }).map(({ couponId }) => couponId)

    expect(of({})).toEqual(['coupon', 'of bob'])
    expect(of({ staffId: 'li' })).toEqual(['coupon'])
    expect(of({ groupId: 'summer' })).toEqual(['of bob'])
    expect(of({ staffId: 'li', groupId: 'summer' })).toEqual([])
  })

  it('count nowhere without an opening behind them, and an upgrade is no new claim', () => {
    expect(claimsIn([claim()], [], today, SHOP)).toEqual([])
    expect(claimsIn([claim({ isUpgrade: true })], [open('card')], today, SHOP)).toEqual([])
  })

  it('belong to the day they were made on, even where the opening was the evening before', () => {
    const claimedAt = today.from + HOUR_MS
    const opens = [open('yesterday', { at: today.from - HOUR_MS })]

    expect(claimsIn([claim({ claimedAt })], opens, today, SHOP)).toHaveLength(1)
    expect(claimsIn([claim({ claimedAt: today.from - 1 })], opens, today, SHOP)).toEqual([])
  })
})
