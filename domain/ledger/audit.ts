import { type Fen, fen, sumFen } from '../money'
import { ok, type Result, refuse } from '../result'
import { bookCorrected, bookEarned, bookMatured, bookReversed } from './book'
import { creditAfter, isTaking, type LineCredit } from './credit'
import { type Account, type LedgerEntry, type LedgerOrder, NOBODY, type UnitRef } from './entry'

/** An order as the other tables tell it, to hold the ledger against. */
export interface AuditedOrder extends LedgerOrder {
  readonly isPaid: boolean
  /** Units whose refund succeeded. */
  readonly refundedUnits: readonly UnitRef[]
  /** Corrections as the managers' audit trail tells them; left out, the ledger's word for the new holder stands. */
  readonly corrections?: readonly { readonly correctionId: string; readonly toStaffId: string | null }[]
}

/** The first thing that is wrong. `index` and `key` name the row; null where a row is missing. */
export interface AuditFault {
  readonly rule:
    | 'key_repeated'
    | 'unknown_order'
    | 'unknown_line'
    | 'not_expected'
    | 'wrong_values'
    | 'pair_broken'
    | 'earned_missing'
    | 'reversal_missing'
  readonly index: number | null
  readonly key: string | null
  readonly orderId: string
  /** What should stand there, where there is one answer. */
  readonly expected: LedgerEntry | null
}

export interface AuditSummary {
  readonly entries: number
  readonly orders: number
  readonly total: Fen
  readonly byAccount: Readonly<Record<Account, Fen>>
}

interface LineBook {
  /** Entries of this line so far. */
  readonly entries: LedgerEntry[]
  credit: LineCredit | null
  /** A pair that has taken and not given yet. */
  openPair: { readonly entry: LedgerEntry; readonly index: number } | null
}

/**
 * Holds the ledger, in the order it was booked, against the orders: every row must be what the rules of
 * `book.ts` would have written there, and no row may be missing. Then the invariants follow: entries of an
 * order sum to merchandise paid less refunded, and accounts sum to orders.
 */
export function audit(
  entries: readonly LedgerEntry[],
  orders: readonly AuditedOrder[],
): Result<AuditSummary, AuditFault> {
  const byId = new Map(orders.map((order) => [order.orderId, order]))
  const books = new Map<string, LineBook>()
  const keys = new Set<string>()
  for (const [index, entry] of entries.entries()) {
    const fault = (rule: AuditFault['rule'], expected: LedgerEntry | null = null) =>
      refuse<AuditFault>({ rule, index, key: entry.key, orderId: entry.orderId, expected })
    if (keys.has(entry.key)) return fault('key_repeated')
    keys.add(entry.key)
    const order = byId.get(entry.orderId)
    if (!order) return fault('unknown_order')
    const line = order.lines.find((l) => l.lineId === entry.lineId)
    if (!line) return fault('unknown_line')
    const bookKey = `${entry.orderId} ${entry.lineId}`
    const book = books.get(bookKey) ?? { entries: [], credit: null, openPair: null }
    books.set(bookKey, book)
    if (book.openPair && (isTaking(entry) || entry.kind !== 'corrected')) return fault('pair_broken')
    const expected = expectedAt(entry, { ...order, lines: [line] }, book)
    if (!expected) return fault('not_expected')
    if (!isSame(entry, expected)) return fault('wrong_values', expected)
    book.entries.push(entry)
    book.credit = creditAfter(book.credit, entry)
    book.openPair = isTaking(entry) ? { entry, index } : null
  }
  const missing = firstMissing(orders, books)
  return missing ? refuse(missing) : ok(summary(entries, orders.length))
}

/** What the rules would book here, given the row's own account of its cause; null if nothing may stand here. */
function expectedAt(entry: LedgerEntry, order: AuditedOrder, book: LineBook): LedgerEntry | null {
  const { kind, at, unit, causeId } = entry
  if (kind === 'earned') return book.credit || !order.isPaid ? null : (bookEarned(order, at)[0] ?? null)
  if (!book.credit) return null
  if (kind === 'matured') return bookMatured(order, book.entries, at)[0] ?? null
  if (causeId === null) return null
  if (kind === 'reversed') {
    const isRefunded = order.refundedUnits.some((u) => u.lineId === entry.lineId && u.unit === unit)
    if (unit === null || !isRefunded) return null
    const refund = { refundId: causeId, units: [{ lineId: entry.lineId, unit }] }
    const booked = bookReversed(order, book.entries, refund, at)
    return booked.ok ? (booked.value[0] ?? null) : null
  }
  return expectedCorrection(entry, order, book, causeId)
}

/** The taking half is judged by what the holder had; the giving half must answer it, at the rate it names. */
function expectedCorrection(
  entry: LedgerEntry,
  order: AuditedOrder,
  book: LineBook,
  correctionId: string,
): LedgerEntry | null {
  const isFirst = isTaking(entry)
  const open = book.openPair?.entry
  if (isFirst === Boolean(open) || (open && open.causeId !== correctionId)) return null
  const before = open ? book.entries.filter((e) => e !== open) : book.entries
  const told = order.corrections?.find((correction) => correction.correctionId === correctionId)
  if (order.corrections && !told) return null
  // The taking half does not say to whom; any other account will do to compute it.
  const other = book.credit?.account === NOBODY ? 'somebody' : null
  const given = entry.account === NOBODY ? null : entry.account
  const toStaffId = isFirst ? other : told ? told.toStaffId : given
  const commissionBps = isFirst ? undefined : { [entry.lineId]: entry.commissionBps }
  const booked = bookCorrected(order, before, { correctionId, toStaffId, commissionBps }, entry.at)
  return booked.ok ? (booked.value[isFirst ? 0 : 1] ?? null) : null
}

const FIELDS = ['key', 'kind', 'unit', 'account', 'amount', 'commissionBps', 'commission', 'causeId'] as const

const isSame = (a: LedgerEntry, b: LedgerEntry): boolean => FIELDS.every((field) => a[field] === b[field])

function firstMissing(
  orders: readonly AuditedOrder[],
  books: ReadonlyMap<string, LineBook>,
): AuditFault | null {
  for (const order of orders) {
    const { orderId } = order
    for (const line of order.lines) {
      const book = books.get(`${orderId} ${line.lineId}`)
      const open = book?.openPair
      if (open)
        return { rule: 'pair_broken', index: open.index, key: open.entry.key, orderId, expected: null }
      if (order.isPaid && !book?.credit) {
        const expected = bookEarned({ ...order, lines: [line] }, 0)[0] ?? null
        return { rule: 'earned_missing', index: null, key: expected?.key ?? null, orderId, expected }
      }
    }
    const lost = order.refundedUnits.find(
      ({ lineId, unit }) => !books.get(`${orderId} ${lineId}`)?.credit?.refundedUnits.has(unit),
    )
    if (lost) {
      const key = `reversed:${orderId}:${lost.lineId}:${lost.unit}`
      return { rule: 'reversal_missing', index: null, key, orderId, expected: null }
    }
  }
  return null
}

function summary(entries: readonly LedgerEntry[], orders: number): AuditSummary {
  const byAccount: Record<Account, Fen> = {}
  for (const { account, amount } of entries) byAccount[account] = fen((byAccount[account] ?? 0) + amount)
  return { entries: entries.length, orders, total: sumFen(entries.map((e) => e.amount)), byAccount }
}
