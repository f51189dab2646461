/** Where a member stands with the shop. */
export type LifecycleStage = 'visitor' | 'registered' | 'active' | 'dormant' | 'churned'

/** By net spend of the last 12 months. */
export type MemberLevel = 'standard' | 'silver' | 'gold' | 'diamond'

/** A member's serving staff; lasts until transferred. */
export interface Binding {
  readonly memberId: string
  readonly staffId: string
  readonly since: number
  readonly source: 'wecom' | 'share' | 'manager' | 'handover'
  /** The touch it was born from; null for other sources. */
  readonly touchId: string | null
}
