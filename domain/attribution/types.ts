import type { ShareChannel, ShareStatus } from '../share/entry'
import type { CandidateKind } from './policy'

/** One opening of the shop as evidence: what was known about it when the order was created. */
export interface TouchFact {
  readonly id: string
  readonly at: number
  readonly scene: number
  /** null: opened without a share token, or with one we never issued. */
  readonly share: ShareFact | null
  /** The proven group; null where none was proven. */
  readonly groupId: string | null
  readonly isSuspect: boolean
}

export interface ShareFact {
  readonly shareId: string
  /** The share the chain of relays began with. */
  readonly rootId: string
  /** 0 for the staff member's own card; n after n forwards. */
  readonly depth: number
  /** Of the root; null when a customer without a staff card began it. */
  readonly staffId: string | null
  /** Who holds the share now; only where its maker, still in service, has handed it over. */
  readonly passedTo?: string
  readonly channel: ShareChannel
  /** As it stood when the page was opened; only `ok` is evidence. */
  readonly status: ShareStatus
}

/** A stretch of a group's ownership; `until` null while it lasts. */
export interface OwnershipFact {
  readonly groupId: string
  readonly staffId: string
  readonly from: number
  readonly until: number | null
}

/** The member's serving staff in force when the order was created. */
export interface BindingFact {
  readonly staffId: string
  readonly since: number
  readonly source: 'wecom' | 'share' | 'manager' | 'handover'
  /** Last paid order credited to this staff member (or to those whose credit they took over). */
  readonly lastPaidAt: number | null
}

/** Who takes over from a leaver, possibly for one group or one member only; `until` set when undone. */
export interface SuccessionFact {
  readonly successorId: string
  readonly from: number
  readonly until: number | null
  readonly groupId: string | null
  readonly memberId: string | null
}

/** A staff member who has left. Staff not listed are in service. */
export interface LeaverFact {
  readonly staffId: string
  readonly leftAt: number
  readonly successions: readonly SuccessionFact[]
}

/** All that `decide` looks at. Plain JSON: kept with the order, so that the answer can be replayed. */
export interface AttributionFacts {
  readonly orderedAt: number
  readonly memberId: string
  /** Set when the buyer is a staff member. */
  readonly buyerStaffId: string | null
  readonly isMemberBlocked: boolean
  readonly touches: readonly TouchFact[]
  readonly ownerships: readonly OwnershipFact[]
  readonly binding: BindingFact | null
  readonly leavers: readonly LeaverFact[]
}

export type Verdict =
  | 'won'
  /** Same kind as the winner, but an older (or, with `pick: first`, a newer) touch. */
  | 'older'
  | 'newer'
  /** A kind that comes later than the winner's. */
  | 'outranked'
  | 'outside_window'
  | 'after_order'
  | 'suspect'
  | 'member_blocked'
  | 'share_expired'
  | 'share_revoked'
  /** The group has no owner. */
  | 'unowned'
  | 'left_without_successor'
  | 'self'
  /** The policy gives nothing to this kind. */
  | 'kind_off'

export interface Candidate {
  readonly kind: CandidateKind
  /** As the evidence names them; null for a group without owner. */
  readonly foundStaffId: string | null
  /** After leavers are resolved to successors; null where there is none. */
  readonly staffId: string | null
  readonly touchId: string | null
  /** Of the touch; for a binding, since when it stands. */
  readonly at: number
  /** Group of the touch, if proven. */
  readonly groupId: string | null
  /** Of the share; null for other kinds. */
  readonly depth: number | null
  readonly channel: ShareChannel | null
  /** Only where the share was handed over by somebody who stayed in service. */
  readonly isPassedOn?: true
  readonly verdict: Verdict
}

/** Why the credit is where it is. The first five name a winner, the others say why nobody earns. */
export type ReasonCode =
  | 'share'
  | 'relay'
  | 'group'
  | 'binding'
  | 'binding_protected'
  | 'self_purchase'
  | 'member_blocked'
  | 'left_without_successor'
  | 'only_suspect'
  | 'share_invalid'
  | 'outside_window'
  | 'group_unowned'
  | 'no_evidence'

/** The two answers, frozen on the order. */
export interface Attribution {
  readonly staffId: string | null
  /** The latest proven group in the window, whoever earns and whoever owns it. */
  readonly groupId: string | null
  readonly groupTouchId: string | null
  readonly reason: ReasonCode
  /** The touch the winner rests on; null for bindings and for nobody. */
  readonly evidenceTouchId: string | null
  /** Every candidate with its verdict, the winner first, then by rank. */
  readonly candidates: readonly Candidate[]
  readonly policyVersion: number
}
