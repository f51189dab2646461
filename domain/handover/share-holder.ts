/** Open shares of a staff member in service go to another from a moment on; `until` is set when that was undone. */
export interface SharePassing {
  readonly staffId: string
  readonly successorId: string
  readonly from: number
  readonly until: number | null
}

/**
 * Who holds a share at a moment: its maker, until a handover passed on what was open then; and so on along the chain.
 * Shares made after the handover stay with their maker.
 */
export function holderOfShare(
  share: { readonly staffId: string; readonly createdAt: number },
  passings: readonly SharePassing[],
  at: number,
): string {
  let holder = share.staffId
  let heldSince = share.createdAt
  for (;;) {
    const next = passings
      .filter(({ staffId, from }) => staffId === holder && from > heldSince && from <= at)
      .filter(({ until }) => until === null || at < until)
      .sort((a, b) => a.from - b.from || (a.successorId < b.successorId ? -1 : 1))[0]
    if (!next) return holder
    holder = next.successorId
    heldSince = next.from
  }
}
