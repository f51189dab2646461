import { DAY_MS } from '../shop-time'
import type { AttributionPolicy } from './policy'
import { resolveStaff } from './successor'
import type { AttributionFacts, Candidate, TouchFact, Verdict } from './types'

/** A candidate before the contest; `strike` is the verdict that keeps it out, null if it may win. */
export interface Contender {
  readonly candidate: Omit<Candidate, 'verdict'>
  readonly strike: Verdict | null
}

/** Every candidate the facts hold: shares and owned groups from the touches, then the binding. */
export function contenders(facts: AttributionFacts, policy: AttributionPolicy): Contender[] {
  const found = [
    ...facts.touches.flatMap((touch) => [...shareOf(touch, facts), ...groupOf(touch, facts)]),
    ...bindingOf(facts),
  ]
  return found.map(({ early, ...candidate }) => ({
    candidate,
    strike: early ?? strikeOf(candidate, facts, policy),
  }))
}

/** `early` is what the evidence itself already fails by, before any setting is looked at. */
type Found = Omit<Candidate, 'verdict'> & { readonly early: Verdict | null }

/** Faults of a touch as evidence, whatever it is evidence of. */
function faultOf(touch: TouchFact, facts: AttributionFacts): Verdict | null {
  if (touch.at > facts.orderedAt) return 'after_order'
  if (facts.isMemberBlocked) return 'member_blocked'
  return touch.isSuspect ? 'suspect' : null
}

function shareOf(touch: TouchFact, facts: AttributionFacts): Found[] {
  const { share } = touch
  // Tokens we never issued, and chains no staff member began, name nobody.
  if (!share?.staffId || share.status === 'unknown' || share.status === 'malformed') return []
  const isGone = share.status === 'ok' ? null : (`share_${share.status}` as const)
  const scope = { groupId: null, memberId: facts.memberId }
  return [
    {
      kind: 'share',
      foundStaffId: share.staffId,
      staffId: resolveStaff(share.passedTo ?? share.staffId, facts.leavers, scope, facts.orderedAt),
      touchId: touch.id,
      at: touch.at,
      groupId: touch.groupId,
      depth: share.depth,
      channel: share.channel,
      ...(share.passedTo !== undefined && { isPassedOn: true as const }),
      early: faultOf(touch, facts) ?? isGone,
    },
  ]
}

function groupOf(touch: TouchFact, facts: AttributionFacts): Found[] {
  const { groupId } = touch
  if (groupId === null) return []
  const owner = ownerOf(groupId, facts)
  const scope = { groupId, memberId: null }
  return [
    {
      kind: 'group',
      foundStaffId: owner,
      staffId: owner === null ? null : resolveStaff(owner, facts.leavers, scope, facts.orderedAt),
      touchId: touch.id,
      at: touch.at,
      groupId,
      depth: null,
      channel: null,
      early: faultOf(touch, facts),
    },
  ]
}

/** The owner in force when the order is created, not when the touch happened. */
function ownerOf(groupId: string, { ownerships, orderedAt }: AttributionFacts): string | null {
  const inForce = ownerships
    .filter((o) => o.groupId === groupId && o.from <= orderedAt && (o.until === null || orderedAt < o.until))
    .sort((a, b) => b.from - a.from || (a.staffId < b.staffId ? -1 : 1))
  return inForce[0]?.staffId ?? null
}

function bindingOf(facts: AttributionFacts): Found[] {
  const { binding } = facts
  if (!binding) return []
  const scope = { groupId: null, memberId: facts.memberId }
  const isLater = binding.since > facts.orderedAt
  return [
    {
      kind: 'binding',
      foundStaffId: binding.staffId,
      staffId: resolveStaff(binding.staffId, facts.leavers, scope, facts.orderedAt),
      touchId: null,
      at: binding.since,
      groupId: null,
      depth: null,
      channel: null,
      early: isLater ? 'after_order' : facts.isMemberBlocked ? 'member_blocked' : null,
    },
  ]
}

/** Faults by the policy and by who the staff member is. */
function strikeOf(
  candidate: Omit<Candidate, 'verdict'>,
  facts: AttributionFacts,
  policy: AttributionPolicy,
): Verdict | null {
  const { kind, at, foundStaffId, staffId } = candidate
  if (!policy.kinds.includes(kind)) return 'kind_off'
  const age = facts.orderedAt - at
  if (kind === 'share' && age > policy.shareWindowMs) return 'outside_window'
  if (kind === 'group' && age > policy.groupWindowMs) return 'outside_window'
  if (foundStaffId === null) return 'unowned'
  const buyer = facts.buyerStaffId
  const isSelf = buyer !== null && (buyer === foundStaffId || buyer === staffId)
  if (isSelf && policy.selfPurchase !== 'allowed') return 'self'
  return staffId === null ? 'left_without_successor' : null
}

/** The member bought through their bound staff member so recently that nobody else may take them. */
export function isProtected({ binding, orderedAt }: AttributionFacts, policy: AttributionPolicy): boolean {
  if (!binding || binding.lastPaidAt === null || binding.lastPaidAt > orderedAt) return false
  return orderedAt - binding.lastPaidAt < policy.protectDays * DAY_MS
}
