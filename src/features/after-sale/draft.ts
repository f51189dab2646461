import type { AfterSaleKind, RefundPreview } from '@contract/after-sale'
import type { OrderView } from '@contract/order'

export type Reason = RefundPreview['reasons'][number]

/** What a member is about to ask back. */
export interface RefundDraft {
  /** Pieces by line; a line that is missing is not asked for. */
  readonly pieces: Readonly<Record<string, number>>
  readonly kind: AfterSaleKind
  readonly reason: Reason | null
  readonly note: string
}

export type RefundLine = OrderView['lines'][number]

/** Lines of which something may still be given back. */
export const openLines = (order: OrderView): RefundLine[] =>
  order.lines.filter((line) => line.refundableFen.length > 0)

/** Everything that is left, of every line. */
export const allPieces = (lines: readonly RefundLine[]): Record<string, number> =>
  Object.fromEntries(lines.map((line) => [line.id, line.refundableFen.length]))

export const isWhole = (lines: readonly RefundLine[], pieces: RefundDraft['pieces']): boolean =>
  lines.every((line) => pieces[line.id] === line.refundableFen.length)

/** The pieces as the shop takes them. */
export const wantedOf = (
  lines: readonly RefundLine[],
  pieces: RefundDraft['pieces'],
): { lineId: string; quantity: number }[] =>
  lines.flatMap(({ id }) => {
    const quantity = pieces[id] ?? 0
    return quantity > 0 ? [{ lineId: id, quantity }] : []
  })

/** Before the parcel left nothing has to come back; afterwards most people send the goods back. */
export const startOf = (order: OrderView): RefundDraft => ({
  pieces: allPieces(openLines(order)),
  kind: order.actions.includes('ask_refund') ? 'return' : 'refund',
  reason: null,
  note: '',
})
