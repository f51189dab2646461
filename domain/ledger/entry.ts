import type { Fen } from '../money'

/** Whose credit: a staff member's id, or `none` for orders nobody earned, so that sums always close. */
export type Account = string
export const NOBODY: Account = 'none'

export type EntryKind = 'earned' | 'matured' | 'reversed' | 'corrected'

/** One immutable line of the ledger. Amounts are merchandise actually paid; freight never earns. */
export interface LedgerEntry {
  /** Idempotency key: the same fact books once. */
  readonly key: string
  readonly kind: EntryKind
  readonly orderId: string
  readonly lineId: string
  /** The refunded unit of a reversal; null for entries about the whole line. */
  readonly unit: number | null
  readonly account: Account
  /** Signed. 0 for `matured`. */
  readonly amount: Fen
  /** Frozen when booked; null where no commission is recorded. */
  readonly commissionBps: number | null
  /** Signed; 0 without a rate. */
  readonly commission: Fen
  readonly at: number
  /** The refund or correction behind it; null for earned and matured. */
  readonly causeId: string | null
}

/** What the ledger needs of an order: its frozen allocation and who earned it. */
export interface LedgerOrder {
  readonly orderId: string
  readonly staffId: string | null
  readonly lines: readonly LedgerLine[]
}

export interface LedgerLine {
  readonly lineId: string
  /** Frozen by the quote: what each unit cost. */
  readonly unitPaid: readonly Fen[]
  /** The rate of the order's staff member for this line at creation. */
  readonly commissionBps: number | null
}

export interface UnitRef {
  readonly lineId: string
  readonly unit: number
}

export type LedgerError =
  | { readonly code: 'ledger.not_earned'; readonly orderId: string; readonly lineId: string }
  | { readonly code: 'ledger.unknown_unit'; readonly lineId: string; readonly unit: number }
  | { readonly code: 'ledger.already_reversed'; readonly lineId: string; readonly unit: number }
  | { readonly code: 'ledger.nothing_to_move'; readonly orderId: string }
