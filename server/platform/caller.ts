import type { Role } from '@contract/route'

export interface GuestCaller {
  readonly kind: 'guest'
}

export interface MemberCaller {
  readonly kind: 'member'
  readonly memberId: string
  readonly sessionId: string
  readonly staff?: StaffPost
}

export interface StaffPost {
  readonly staffId: string
  readonly role: 'staff' | 'manager'
}

export type Caller = GuestCaller | MemberCaller
export type StaffCaller = MemberCaller & { readonly staff: StaffPost }

/** Who a handler can count on, by the role its route declares. */
export type CallerOf<R extends Role> = R extends 'member'
  ? MemberCaller
  : R extends 'staff' | 'manager'
    ? StaffCaller
    : Caller

/** Finds whose bearer token it is. The session module provides it; `expired` asks the client to log in again. */
export interface SessionFinder {
  find(token: string, nowMs: number): Promise<MemberCaller | 'unknown' | 'expired'>
}

export const GUEST: GuestCaller = { kind: 'guest' }
