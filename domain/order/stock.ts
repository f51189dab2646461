import { ok, type Result, refuse } from '../result'

/** A SKU as the order transaction holds it, locked. */
export interface StockRow {
  readonly skuId: string
  /** Pieces in the house. */
  readonly onHand: number
  /** Of those, held for unpaid orders. */
  readonly reserved: number
  readonly isWithdrawn: boolean
}

/** How the two counters of a SKU move. */
export interface StockMove {
  readonly skuId: string
  readonly onHand: number
  readonly reserved: number
}

export type StockError =
  | { readonly code: 'sku.withdrawn'; readonly skuId: string }
  | { readonly code: 'sku.out_of_stock'; readonly skuId: string; readonly available: number }

interface Pieces {
  readonly skuId: string
  readonly quantity: number
}

export const available = (row: StockRow): number => Math.max(row.onHand - row.reserved, 0)

/** Pieces per SKU, in the order of ids: locks taken in one order never meet crosswise. */
function totals(lines: readonly Pieces[]): Pieces[] {
  const sums = new Map<string, number>()
  for (const { skuId, quantity } of lines) sums.set(skuId, (sums.get(skuId) ?? 0) + quantity)
  return [...sums]
    .map(([skuId, quantity]) => ({ skuId, quantity }))
    .sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
}

/** Reserves all lines or none; names the first SKU that falls short. A SKU without a row is withdrawn. */
export function reserve(
  lines: readonly Pieces[],
  stock: readonly StockRow[],
): Result<StockMove[], StockError> {
  const rows = new Map(stock.map((row) => [row.skuId, row]))
  const moves: StockMove[] = []
  for (const { skuId, quantity } of totals(lines)) {
    const row = rows.get(skuId)
    if (!row || row.isWithdrawn) return refuse({ code: 'sku.withdrawn', skuId })
    if (available(row) < quantity)
      return refuse({ code: 'sku.out_of_stock', skuId, available: available(row) })
    moves.push({ skuId, onHand: 0, reserved: quantity })
  }
  return ok(moves)
}

/** At payment the held pieces leave the shelf. */
export const consume = (lines: readonly Pieces[]): StockMove[] =>
  totals(lines).map(({ skuId, quantity }) => ({ skuId, onHand: -quantity, reserved: -quantity }))

/** An order closed unpaid lets go of what it held. */
export const release = (lines: readonly Pieces[]): StockMove[] =>
  totals(lines).map(({ skuId, quantity }) => ({ skuId, onHand: 0, reserved: -quantity }))

/** Goods that are back on the shelf (not merely refunded). */
export const putBack = (lines: readonly Pieces[]): StockMove[] =>
  totals(lines).map(({ skuId, quantity }) => ({ skuId, onHand: quantity, reserved: 0 }))

/** Money came after the hold was released: take from the shelf if all pieces are there, else refund. */
export function settleLatePayment(
  lines: readonly Pieces[],
  stock: readonly StockRow[],
): { readonly event: 'payLate'; readonly moves: StockMove[] } | { readonly event: 'payTooLate' } {
  const held = reserve(
    lines,
    // A product withdrawn meanwhile was still sold: only missing pieces send the money back.
    stock.map((row) => ({ ...row, isWithdrawn: false })),
  )
  if (!held.ok) return { event: 'payTooLate' }
  return {
    event: 'payLate',
    moves: held.value.map((move) => ({ ...move, onHand: -move.reserved, reserved: 0 })),
  }
}
