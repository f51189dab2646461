import type { CartLine, CartView } from '@contract/cart'

/** What the visitor did to a line and the server has not answered yet. */
export interface LineChange {
  readonly quantity?: number
  readonly isChosen?: boolean
  readonly isRemoved?: boolean
}

export type Changes = ReadonlyMap<string, LineChange>

/** The cart as it will stand once the server has taken these changes: only for the eye, until its answer comes. */
export function withChanges(view: CartView, changes: Changes): CartView {
  if (changes.size === 0) return view
  const lines = view.lines
    .filter((line) => !changes.get(line.skuId)?.isRemoved)
    .map((line) => changed(line, changes.get(line.skuId)))
  const bought = lines.filter((line) => line.isChosen && line.state === 'ok')
  const goodsFen = bought.reduce((sum, line) => sum + line.priceFen * line.quantity, 0)
  const { freeOverFen } = view.freight
  const missing = freeOverFen === null ? 0 : freeOverFen - goodsFen
  return {
    lines,
    goodsFen,
    chosenCount: bought.reduce((sum, line) => sum + line.quantity, 0),
    freight: { ...view.freight, toFreeFen: missing > 0 ? missing : null },
  }
}

function changed(line: CartLine, change: LineChange | undefined): CartLine {
  if (!change) return line
  const quantity = change.quantity ?? line.quantity
  const isChosen = change.isChosen ?? line.isChosen
  if (line.state === 'sold_out' || line.state === 'withdrawn') return { ...line, quantity, isChosen }
  return { ...line, quantity, isChosen, state: line.available < quantity ? 'short' : 'ok' }
}

/** Pieces that can still be had. */
export const piecesIn = (view: CartView): number =>
  view.lines
    .filter((line) => line.state === 'ok' || line.state === 'short')
    .reduce((sum, line) => sum + line.quantity, 0)
