import type { Queryable } from '../../../platform/database'

/** What coupons must know of segments (圈组). */
export interface SegmentPort {
  /** All segments there are, for forms and for the check of a campaign that names one. */
  all(db: Queryable): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** The segments each of these members is in; a member in none may be absent. */
  of(
    db: Queryable,
    memberIds: readonly string[],
    nowMs: number,
  ): Promise<ReadonlyMap<string, readonly string[]>>
}

/** A shop without segments: nobody is in one, and a campaign that names one cannot be saved. */
const NO_SEGMENTS: SegmentPort = { all: async () => [], of: async () => new Map() }

/** Where segments come from. */
export const segments: SegmentPort = NO_SEGMENTS
