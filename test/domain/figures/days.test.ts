import { claimsIn, openingBehind } from '@domain/figures/claims'
import { type DayRow, sumOfDays } from '@domain/figures/days'
import { figures, funnel, newMembersIn, opensIn, paidIn } from '@domain/figures/figures'
import { rangeOf } from '@domain/figures/range'
import type { ClaimRow, FigureScope, OpenRow, OrderRow, TimeRange } from '@domain/figures/rows'
import { fen, sumFen } from '@domain/money'
import { DAY_MS, dayNumberOf, HOUR_MS } from '@domain/shop-time'
import * as fc from 'fast-check'
import { ORDERED_AT as NOW } from '../support/builders'

const MEMBERS = ['ann', 'bob', 'cat', 'dan', 'eve']
const numberOf = (memberId: string): number => 1 + MEMBERS.indexOf(memberId)
const SHOP: FigureScope = { staffId: null, groupId: null }

const staffId = fc.constantFrom('li', 'wang', null)
const groupId = fc.constantFrom('spring', 'summer', null)
const memberId = fc.constantFrom(...MEMBERS)
const at = fc.integer({ min: 0, max: 12 * 24 }).map((hours) => NOW - hours * HOUR_MS)
const opens: fc.Arbitrary<OpenRow[]> = fc.uniqueArray(
  fc.record({ touchId: fc.uuid(), memberId, at, staffId, groupId, isSuspect: fc.boolean() }),
  { selector: ({ touchId }) => touchId, maxLength: 40 },
)
const orders: fc.Arbitrary<OrderRow[]> = fc.array(
  fc.record({
    orderId: fc.uuid(),
    memberId,
    createdAt: at,
    paidAt: fc.option(at),
    staffId,
    groupId,
    goodsPaid: fc.nat(9999).map(fen),
    goodsRefunded: fc.nat(99).map(fen),
  }),
  { maxLength: 20 },
)
const claims: fc.Arbitrary<ClaimRow[]> = fc.array(
  fc.record({ couponId: fc.uuid(), memberId, claimedAt: at, isUpgrade: fc.boolean() }),
  { maxLength: 20 },
)

/** The rows of each day, by the definitions alone. A scope with null means everybody, and so nobody gets a name. */
function rollUp(o: OpenRow[], p: OrderRow[], c: ClaimRow[], { from, until }: TimeRange): DayRow[] {
  const rows: DayRow[] = []
  for (let start = from; start < until; start += DAY_MS) {
    const day = { from: start, until: start + DAY_MS }
    for (const staff of ['li', 'wang', null]) {
      for (const group of ['spring', 'summer', null]) {
        const mine = <R extends { staffId: string | null; groupId: string | null }>(all: R[]) =>
          all.filter((row) => row.staffId === staff && row.groupId === group)
        const seen = opensIn(mine(o), day, SHOP)
        const paid = paidIn(mine(p), day, SHOP)
        const placed = mine(p).filter(({ createdAt }) => createdAt >= day.from && createdAt < day.until)
        const firsts = [...newMembersIn(o, day, SHOP)].filter((id) => {
          const first = o
            .filter((row) => row.memberId === id && !row.isSuspect)
            .sort((a, b) => a.at - b.at || (a.touchId < b.touchId ? -1 : 1))[0]!
          return mine([first]).length > 0
        })
        rows.push({
          day: dayNumberOf(start),
          staffId: staff,
          groupId: group,
          opens: seen.length,
          firsts: firsts.length,
          claims: claimsIn(c, o, day, SHOP).filter((claim) => mine([openingBehind(claim, o)!]).length > 0)
            .length,
          orders: paid.length,
          netSales: sumFen(paid.map((row) => row.goodsPaid - row.goodsRefunded)),
          openers: [...new Set(seen.map((row) => numberOf(row.memberId)))],
          buyers: paid.map((row) => numberOf(row.memberId)),
          placed: placed.flatMap((row) => [
            numberOf(row.memberId),
            row.paidAt === null ? 0 : dayNumberOf(row.paidAt),
          ]),
        })
      }
    }
  }
  return rows
}

describe('days rolled up', () => {
  it('add up to the very figures and funnel that were counted from every row, of anybody and any days', () => {
    const scope = fc.record({ staffId, groupId })
    const lastDays = fc.constantFrom('today' as const, '7d' as const)
    const all = rangeOf('30d', NOW)
    fc.assert(
      fc.property(opens, orders, claims, scope, lastDays, (o, p, c, of, name) => {
        const range = rangeOf(name, NOW)
        const rows = rollUp(o, p, c, all).filter(
          (row) =>
            (of.staffId === null || row.staffId === of.staffId) &&
            (of.groupId === null || row.groupId === of.groupId),
        )
        const sums = sumOfDays(rows, { from: dayNumberOf(range.from), until: dayNumberOf(range.until) })

        const expected = figures(o, p, range, of)
        expect(sums).toMatchObject({
          opens: expected.opens,
          members: expected.uniqueMembers,
          newMembers: expected.newMembers,
          claims: claimsIn(c, o, range, of).length,
          orders: expected.orders,
          netSales: expected.netSales,
          buyers: expected.buyers,
          openedBuyers: expected.conversion.numerator,
          repeaters: expected.repurchase.numerator,
        })
        expect([sums.members, sums.orderedMembers, sums.paidMembers, sums.paidAgain]).toEqual(
          funnel(o, p, range, of).map(({ members }) => members),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('are nothing at all where nothing happened', () => {
    expect(sumOfDays([], { from: 0, until: 1 })).toMatchObject({ opens: 0, members: 0, paidAgain: 0 })
  })
})
