import { type Fen, sumFen, ZERO } from '../money'
import { ok, type Result, refuse } from '../result'
import { type LineCredit, lineCredit, negated, rateFor, remaining, unitCommissions } from './credit'
import {
  type Account,
  type LedgerEntry,
  type LedgerError,
  type LedgerLine,
  type LedgerOrder,
  NOBODY,
  type UnitRef,
} from './entry'

/** At payment: one `earned` per line, merchandise actually paid, to the order's staff member or to `none`. */
export function bookEarned(order: LedgerOrder, at: number): LedgerEntry[] {
  const account: Account = order.staffId ?? NOBODY
  return order.lines.map((line) => {
    const commissionBps = rateFor(account, line.commissionBps)
    return {
      ...about(order, line, at),
      key: `earned:${order.orderId}:${line.lineId}`,
      kind: 'earned',
      account,
      amount: sumFen(line.unitPaid),
      commissionBps,
      commission: sumFen(unitCommissions(line, commissionBps)),
    }
  })
}

/** A set time after receipt: marks what is now final. A line refunded whole has nothing to mature. */
export function bookMatured(order: LedgerOrder, entries: readonly LedgerEntry[], at: number): LedgerEntry[] {
  return order.lines.flatMap((line) => {
    const credit = lineCredit(entries, order.orderId, line.lineId)
    if (!credit || credit.isMatured || credit.refundedUnits.size === line.unitPaid.length) return []
    return [
      {
        ...about(order, line, at),
        key: `matured:${order.orderId}:${line.lineId}`,
        kind: 'matured' as const,
        account: credit.account,
        amount: ZERO,
        commissionBps: credit.commissionBps,
        commission: ZERO,
      },
    ]
  })
}

/**
 * When a refund succeeds: takes back what each unit earned, at its frozen rate, from whoever holds that unit's
 * credit now. Units this very refund already reversed are passed over, so a repeated notification books once.
 */
export function bookReversed(
  order: LedgerOrder,
  entries: readonly LedgerEntry[],
  refund: { readonly refundId: string; readonly units: readonly UnitRef[] },
  at: number,
): Result<LedgerEntry[], LedgerError> {
  const { orderId } = order
  const booked: LedgerEntry[] = []
  for (const { lineId, unit } of refund.units) {
    const line = order.lines.find((l) => l.lineId === lineId)
    const paid = line?.unitPaid[unit]
    if (!line || paid === undefined) return refuse({ code: 'ledger.unknown_unit', lineId, unit })
    const key = `reversed:${orderId}:${lineId}:${unit}`
    const before = [...entries, ...booked].find((entry) => entry.key === key)
    if (before && before.causeId !== refund.refundId) {
      return refuse({ code: 'ledger.already_reversed', lineId, unit })
    }
    if (before) continue
    const credit = lineCredit(entries, orderId, lineId)
    if (!credit) return refuse({ code: 'ledger.not_earned', orderId, lineId })
    booked.push(reversal(order, line, unit, credit, refund.refundId, key, at))
  }
  return ok(booked)
}

function reversal(
  order: LedgerOrder,
  line: LedgerLine,
  unit: number,
  credit: LineCredit,
  refundId: string,
  key: string,
  at: number,
): LedgerEntry {
  return {
    ...about(order, line, at),
    key,
    kind: 'reversed',
    unit,
    account: credit.account,
    amount: negated(line.unitPaid[unit]!),
    commissionBps: credit.commissionBps,
    commission: negated(unitCommissions(line, credit.commissionBps)[unit]!),
    causeId: refundId,
  }
}

export interface Correction {
  readonly correctionId: string
  /** null moves the credit to `none`. */
  readonly toStaffId: string | null
  /** The new holder's rate per line id; a line not named keeps the rate of the order. */
  readonly commissionBps?: Readonly<Record<string, number | null>>
}

/** A manager moves what is left of an order's credit: per line a pair that takes and gives. Never an edit. */
export function bookCorrected(
  order: LedgerOrder,
  entries: readonly LedgerEntry[],
  correction: Correction,
  at: number,
): Result<LedgerEntry[], LedgerError> {
  const to: Account = correction.toStaffId ?? NOBODY
  const { orderId } = order
  const booked: LedgerEntry[] = []
  for (const line of order.lines) {
    const credit = lineCredit(entries, orderId, line.lineId)
    if (!credit) return refuse({ code: 'ledger.not_earned', orderId, lineId: line.lineId })
    if (credit.account === to || credit.refundedUnits.size === line.unitPaid.length) continue
    const rates = correction.commissionBps ?? {}
    const rate = rateFor(to, line.lineId in rates ? (rates[line.lineId] ?? null) : line.commissionBps)
    booked.push(...pair(order, line, credit, { account: to, rate }, correction.correctionId, at))
  }
  return booked.length > 0 ? ok(booked) : refuse({ code: 'ledger.nothing_to_move', orderId })
}

function pair(
  order: LedgerOrder,
  line: LedgerLine,
  holder: LineCredit,
  to: { readonly account: Account; readonly rate: number | null },
  correctionId: string,
  at: number,
): LedgerEntry[] {
  const taken = remaining(line, holder)
  const given = remaining(line, { ...holder, commissionBps: to.rate })
  const entry = (side: 'out' | 'in', account: Account, bps: number | null, amount: Fen, commission: Fen) => ({
    ...about(order, line, at),
    key: `corrected:${correctionId}:${line.lineId}:${side}`,
    kind: 'corrected' as const,
    account,
    amount,
    commissionBps: bps,
    commission,
    causeId: correctionId,
  })
  return [
    entry('out', holder.account, holder.commissionBps, negated(taken.amount), negated(taken.commission)),
    entry('in', to.account, to.rate, given.amount, given.commission),
  ]
}

/** What every entry about a line says. */
const about = (order: LedgerOrder, line: LedgerLine, at: number) => ({
  orderId: order.orderId,
  lineId: line.lineId,
  unit: null,
  at,
  causeId: null,
})
