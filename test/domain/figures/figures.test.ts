import { figures, funnel, trend } from '@domain/figures/figures'
import { daysOf, previousRange, rangeOf } from '@domain/figures/range'
import type { FigureScope, OpenRow, OrderRow } from '@domain/figures/rows'
import { fen, sumFen } from '@domain/money'
import { DAY_MS } from '@domain/shop-time'
import * as fc from 'fast-check'
import { ORDERED_AT as NOW } from '../support/builders'

const SHOP: FigureScope = { staffId: null, groupId: null }
const of = (staffId: string): FigureScope => ({ staffId, groupId: null })
const today = rangeOf('today', NOW)

let serial = 0
const open = (memberId: string, row: Partial<OpenRow> = {}): OpenRow => ({
  touchId: `t${serial++}`,
  memberId,
  at: NOW,
  staffId: 'li',
  groupId: 'spring',
  isSuspect: false,
  ...row,
})
const order = (memberId: string, paid: number, row: Partial<OrderRow> = {}): OrderRow => ({
  orderId: `o${serial++}`,
  memberId,
  createdAt: NOW,
  paidAt: NOW,
  staffId: 'li',
  groupId: 'spring',
  goodsPaid: fen(paid),
  goodsRefunded: fen(0),
  ...row,
})

describe('ranges', () => {
  it("are whole days of the shop's calendar, today included", () => {
    expect(daysOf(rangeOf('today', NOW))).toEqual(['2026-07-10'])
    expect(daysOf(rangeOf('7d', NOW))[0]).toBe('2026-07-04')
    expect(daysOf(rangeOf('30d', NOW))).toHaveLength(30)
    expect(daysOf(previousRange(rangeOf('7d', NOW)))).toEqual([
      '2026-06-27',
      '2026-06-28',
      '2026-06-29',
      '2026-06-30',
      '2026-07-01',
      '2026-07-02',
      '2026-07-03',
    ])
  })

  it('end at midnight in the shop, not in London', () => {
    const { from, until } = rangeOf('today', Date.UTC(2026, 6, 9, 16))
    expect([from, until]).toEqual([Date.UTC(2026, 6, 9, 16), Date.UTC(2026, 6, 10, 16)])
  })
})

describe('the figures of a staff member', () => {
  it('begin at midnight and leave the next midnight to tomorrow', () => {
    const opens = [open('ann', { at: today.from }), open('bob', { at: today.until })]
    expect(figures(opens, [], today, of('li')).opens).toBe(1)
  })

  it('count openings, and members once however often they came', () => {
    const opens = [open('ann'), open('ann'), open('bob'), open('eve', { staffId: 'wang' })]
    expect(figures(opens, [], today, of('li'))).toMatchObject({ opens: 3, uniqueMembers: 2 })
    expect(figures(opens, [], today, SHOP)).toMatchObject({ opens: 4, uniqueMembers: 3 })
  })

  it('set suspect openings apart', () => {
    const opens = [open('ann'), open('bot', { isSuspect: true })]
    expect(figures(opens, [], today, of('li'))).toMatchObject({ opens: 1, uniqueMembers: 1, newMembers: 1 })
  })

  it('count a member as new to whoever brought them first', () => {
    const opens = [
      open('ann', { at: NOW - 2 * DAY_MS }),
      open('ann'),
      open('bob', { staffId: 'wang', at: NOW - 1 }),
      open('bob'),
      open('cat'),
    ]
    expect(figures(opens, [], today, of('li')).newMembers).toBe(1)
    expect(figures(opens, [], today, of('wang')).newMembers).toBe(1)
  })

  it('count paid orders, and their money less what was given back', () => {
    const orders = [
      order('ann', 9000, { goodsRefunded: fen(1000) }),
      order('bob', 2000),
      order('cat', 5000, { paidAt: null }),
      order('dan', 7000, { paidAt: NOW - DAY_MS }),
      order('eve', 7000, { staffId: null }),
    ]
    expect(figures([], orders, today, of('li'))).toMatchObject({
      orders: 2,
      buyers: 2,
      netSales: 10_000,
      orderValue: { numerator: 10_000, denominator: 2, value: 5000 },
    })
  })

  it('give the conversion rate with its fraction: of those who opened, those who paid', () => {
    const opens = [open('ann'), open('bob'), open('cat')]
    // Dan bought by his binding without opening a card: credit, but no conversion of an opening.
    const orders = [order('ann', 100), order('ann', 100), order('dan', 100)]
    expect(figures(opens, orders, today, of('li')).conversion).toEqual({
      numerator: 1,
      denominator: 3,
      value: 1 / 3,
    })
  })

  it('give the repurchase rate: of the buyers, those with a second paid order in the range', () => {
    const orders = [order('ann', 100), order('ann', 100), order('bob', 100), order('cat', 100)]
    expect(figures([], orders, today, of('li')).repurchase).toEqual({
      numerator: 1,
      denominator: 3,
      value: 1 / 3,
    })
  })

  it('have no rate where there is nothing to divide by, rather than 0 %', () => {
    const none = figures([], [], today, SHOP)
    expect([none.conversion.value, none.orderValue.value, none.repurchase.value]).toEqual([null, null, null])
  })

  it('can be asked per group, and per staff member within a group', () => {
    const opens = [open('ann'), open('bob', { groupId: 'summer' }), open('cat', { staffId: 'wang' })]
    expect(figures(opens, [], today, { staffId: null, groupId: 'spring' }).uniqueMembers).toBe(2)
    expect(figures(opens, [], today, { staffId: 'li', groupId: 'spring' }).uniqueMembers).toBe(1)
  })
})

describe('the funnel and the trend', () => {
  it('leave at each step those who went on', () => {
    const opens = [open('ann'), open('bob'), open('cat'), open('dan')]
    const orders = [
      order('ann', 100),
      order('ann', 100),
      order('bob', 100),
      order('cat', 100, { paidAt: null }),
    ]
    expect(funnel(opens, orders, today, of('li'))).toEqual([
      { step: 'opened', members: 4 },
      { step: 'ordered', members: 3 },
      { step: 'paid', members: 2 },
      { step: 'paidAgain', members: 1 },
    ])
  })

  it('draw empty days too', () => {
    const days = trend(
      [open('ann')],
      [order('ann', 100, { paidAt: NOW - 2 * DAY_MS })],
      rangeOf('7d', NOW),
      SHOP,
    )
    expect(days.slice(-3)).toEqual([
      { day: '2026-07-08', opens: 0, orders: 1, netSales: 100 },
      { day: '2026-07-09', opens: 0, orders: 0, netSales: 0 },
      { day: '2026-07-10', opens: 1, orders: 0, netSales: 0 },
    ])
  })
})

describe('any figures', () => {
  const staffId = fc.option(fc.constantFrom('li', 'wang'))
  const memberId = fc.constantFrom('ann', 'bob', 'cat', 'dan')
  const at = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => NOW - hours * 3_600_000)
  const groupId = fc.option(fc.constantFrom('spring', 'summer'))
  const opens = fc.uniqueArray(
    fc.record({ touchId: fc.uuid(), memberId, at, staffId, groupId, isSuspect: fc.boolean() }),
    {
      selector: (row) => row.touchId,
    },
  )
  const orders = fc.array(
    fc
      .record({
        orderId: fc.uuid(),
        memberId,
        createdAt: at,
        paidAt: fc.option(at),
        staffId,
        groupId,
        paid: fc.nat(9999),
      })
      .map(({ paid, ...row }) => ({
        ...row,
        goodsPaid: fen(paid),
        goodsRefunded: fen(Math.floor(paid / 3)),
      })),
  )
  const range = rangeOf('30d', NOW)

  it('of the staff members and of nobody sum to those of the shop', () => {
    fc.assert(
      fc.property(opens, orders, (o, p) => {
        const whole = figures(o, p, range, SHOP)
        // Nobody's rows under a name of their own, since null in a scope means everybody.
        const named = <R extends { staffId: string | null }>(rows: R[]) =>
          rows.map((row) => ({ ...row, staffId: row.staffId ?? 'none' }))
        const parts = ['li', 'wang', 'none'].map((id) => figures(named(o), named(p), range, of(id)))
        for (const key of ['opens', 'newMembers', 'orders', 'netSales'] as const) {
          expect(sumFen(parts.map((part) => part[key]))).toBe(whole[key])
        }
      }),
    )
  })

  it('have rates between 0 and 1, and funnels that only narrow', () => {
    fc.assert(
      fc.property(opens, orders, (o, p) => {
        const { conversion, repurchase } = figures(o, p, range, of('li'))
        for (const { value } of [conversion, repurchase]) {
          expect(value === null || (value >= 0 && value <= 1)).toBe(true)
        }
        const steps = funnel(o, p, range, of('li')).map((step) => step.members)
        expect([...steps].sort((a, b) => b - a)).toEqual(steps)
      }),
    )
  })

  it('have a trend whose days sum to the range', () => {
    fc.assert(
      fc.property(opens, orders, (o, p) => {
        const days = trend(o, p, range, SHOP)
        const whole = figures(o, p, range, SHOP)
        expect(days).toHaveLength(30)
        expect(sumFen(days.map((day) => day.netSales))).toBe(whole.netSales)
        expect(sumFen(days.map((day) => day.opens))).toBe(whole.opens)
      }),
    )
  })
})
