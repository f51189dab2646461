import { type Fen, fen } from '../money'

/**
 * One day's part of the figures for one staff member (or nobody) in one group (or none). Members stand as small
 * numbers, so that a year of them can be added up in a moment.
 */
export interface DayRow {
  /** Days since 1970-01-01 of the shop's calendar. */
  readonly day: number
  readonly staffId: string | null
  readonly groupId: string | null
  readonly opens: number
  /** Members whose very first opening of the shop is one of these. */
  readonly firsts: number
  readonly claims: number
  readonly orders: number
  readonly netSales: Fen
  /** Who opened. */
  readonly openers: ArrayLike<number>
  /** Who paid, once per order. */
  readonly buyers: ArrayLike<number>
  /** Orders placed this day, two numbers each: who, and the day it was paid (0: it is not). */
  readonly placed: ArrayLike<number>
}

/** What days add up to: figures and funnel in one. */
export interface DaySums {
  readonly opens: number
  readonly members: number
  readonly newMembers: number
  readonly claims: number
  readonly orders: number
  readonly netSales: Fen
  readonly buyers: number
  /** Of the members who opened, those with a paid order. */
  readonly openedBuyers: number
  readonly repeaters: number
  readonly orderedMembers: number
  readonly paidMembers: number
  readonly paidAgain: number
}

/** Half-open. */
export interface DaySpan {
  readonly from: number
  readonly until: number
}

const OPENED = 1
const BOUGHT = 2
const BOUGHT_AGAIN = 4
const ORDERED = 8
const PAID = 16
const PAID_AGAIN = 32

/**
 * Adds up the rows of these days, whatever order they come in. A member who comes on several days, to several staff or
 * in several groups counts once. Equal to `figures` and `funnel` over the rows behind them.
 */
export function sumOfDays(rows: readonly DayRow[], { from, until }: DaySpan): DaySums {
  const within = rows.filter(({ day }) => day >= from && day < until)
  const seen = new Uint8Array(1 + within.reduce((most, row) => Math.max(most, highest(row)), 0))
  for (const { openers, buyers, placed } of within) {
    for (let i = 0; i < openers.length; i++) seen[openers[i]!]! |= OPENED
    for (let i = 0; i < buyers.length; i++) mark(seen, buyers[i]!, BOUGHT, BOUGHT_AGAIN)
    for (let i = 0; i < placed.length; i += 2) {
      const paidOn = placed[i + 1]!
      seen[placed[i]!]! |= ORDERED
      if (paidOn >= from && paidOn < until) mark(seen, placed[i]!, PAID, PAID_AGAIN)
    }
  }
  const add = (part: (row: DayRow) => number) => within.reduce((sum, row) => sum + part(row), 0)
  return {
    opens: add((row) => row.opens),
    newMembers: add((row) => row.firsts),
    claims: add((row) => row.claims),
    orders: add((row) => row.orders),
    netSales: fen(add((row) => row.netSales)),
    ...membersMarked(seen),
  }
}

function highest({ openers, buyers, placed }: DayRow): number {
  let most = 0
  for (let i = 0; i < openers.length; i++) most = Math.max(most, openers[i]!)
  for (let i = 0; i < buyers.length; i++) most = Math.max(most, buyers[i]!)
  for (let i = 0; i < placed.length; i += 2) most = Math.max(most, placed[i]!)
  return most
}

function mark(seen: Uint8Array, member: number, once: number, again: number): void {
  seen[member]! |= seen[member]! & once ? again : once
}

type MemberSums = Omit<DaySums, 'opens' | 'newMembers' | 'claims' | 'orders' | 'netSales'>

/** The steps of the funnel are parts of those who opened; buyers and repeaters are not. */
function membersMarked(seen: Uint8Array): MemberSums {
  const byMarks = new Uint32Array(64)
  for (let member = 0; member < seen.length; member++) byMarks[seen[member]!]! += 1
  const withAll = (wanted: number) =>
    byMarks.reduce((sum, members, marks) => ((marks & wanted) === wanted ? sum + members : sum), 0)
  return {
    members: withAll(OPENED),
    buyers: withAll(BOUGHT),
    openedBuyers: withAll(OPENED | BOUGHT),
    repeaters: withAll(BOUGHT_AGAIN),
    orderedMembers: withAll(OPENED | ORDERED),
    paidMembers: withAll(OPENED | PAID),
    paidAgain: withAll(OPENED | PAID_AGAIN),
  }
}
