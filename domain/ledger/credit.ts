import { bpsOf, type Fen, fen, split, sumFen, ZERO } from '../money'
import { type Account, type LedgerEntry, type LedgerLine, NOBODY } from './entry'

/** Who holds what of a line now, read off its entries. */
export interface LineCredit {
  readonly account: Account
  /** The rate frozen when this account got the credit. */
  readonly commissionBps: number | null
  readonly refundedUnits: ReadonlySet<number>
  readonly isMatured: boolean
}

/**
 * What each unit of a line earns in commission. The line's commission (rounded down) is split over the units
 * by what they cost, so that taking units back one by one takes back exactly what was given.
 */
export function unitCommissions(line: LedgerLine, commissionBps: number | null): Fen[] {
  if (commissionBps === null) return line.unitPaid.map(() => ZERO)
  return split(bpsOf(sumFen(line.unitPaid), commissionBps, 'down'), line.unitPaid)
}

/** The credit of a line after the entries booked so far (in order); null while nothing is earned. */
export function lineCredit(
  entries: readonly LedgerEntry[],
  orderId: string,
  lineId: string,
): LineCredit | null {
  let credit: LineCredit | null = null
  for (const entry of entries) {
    if (entry.orderId === orderId && entry.lineId === lineId) credit = creditAfter(credit, entry)
  }
  return credit
}

/** One step of `lineCredit`, for callers that walk a long ledger once. */
export function creditAfter(credit: LineCredit | null, entry: LedgerEntry): LineCredit | null {
  const { kind, account, commissionBps, unit } = entry
  if (kind === 'earned') return { account, commissionBps, refundedUnits: new Set(), isMatured: false }
  if (!credit) return null
  if (kind === 'matured') return { ...credit, isMatured: true }
  if (kind === 'reversed') {
    return unit === null ? credit : { ...credit, refundedUnits: new Set([...credit.refundedUnits, unit]) }
  }
  // Of a corrected pair the second entry names the new holder; the first takes from the old one.
  return isTaking(entry) ? credit : { ...credit, account, commissionBps }
}

/** The first entry of a corrected pair. Told by its key: amounts may be 0. */
export const isTaking = (entry: LedgerEntry): boolean =>
  entry.kind === 'corrected' && entry.key.endsWith(':out')

/** What is left of a line for its holder: merchandise and commission of the units not refunded. */
export function remaining(line: LedgerLine, credit: LineCredit): { amount: Fen; commission: Fen } {
  const commissions = unitCommissions(line, credit.commissionBps)
  const left = line.unitPaid.map((_, unit) => unit).filter((unit) => !credit.refundedUnits.has(unit))
  return {
    amount: sumFen(left.map((unit) => line.unitPaid[unit]!)),
    commission: sumFen(left.map((unit) => commissions[unit]!)),
  }
}

/** Nobody earns no commission, whatever the line's rate. */
export const rateFor = (account: Account, commissionBps: number | null): number | null =>
  account === NOBODY ? null : commissionBps

export const negated = (amount: Fen): Fen => fen(-amount)
