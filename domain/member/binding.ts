import { resolveStaff } from '../attribution/successor'
import type { LeaverFact, TouchFact } from '../attribution/types'
import type { Binding } from './types'

/**
 * The binding a touch gives birth to: the staff member of a member's first valid share touch serves them from
 * then on. Never by a group, never to oneself, never over an existing binding (only a transfer changes it).
 */
export function bornBinding(facts: {
  readonly memberId: string
  readonly memberStaffId: string | null
  readonly isMemberBlocked: boolean
  readonly current: Binding | null
  readonly touch: TouchFact
  readonly leavers: readonly LeaverFact[]
}): Binding | null {
  const { memberId, touch, current } = facts
  if (current || facts.isMemberBlocked || touch.isSuspect) return null
  if (touch.share?.status !== 'ok' || !touch.share.staffId) return null
  const scope = { groupId: null, memberId }
  const holder = touch.share.passedTo ?? touch.share.staffId
  const staffId = resolveStaff(holder, facts.leavers, scope, touch.at)
  const own = facts.memberStaffId
  if (staffId === null || (own !== null && (own === staffId || own === touch.share.staffId))) return null
  return { memberId, staffId, since: touch.at, source: 'share', touchId: touch.id }
}

/** The WeCom contact outranks a binding born of a share, and is itself changed only by a transfer. */
export function contactBinding(
  current: Binding | null,
  contact: { readonly memberId: string; readonly staffId: string; readonly at: number },
): Binding {
  if (current && current.source !== 'share') return current
  return {
    memberId: contact.memberId,
    staffId: contact.staffId,
    since: contact.at,
    source: 'wecom',
    touchId: null,
  }
}
