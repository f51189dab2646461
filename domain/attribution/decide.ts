import { type Contender, contenders, isProtected } from './candidates'
import type { AttributionPolicy } from './policy'
import type { Attribution, AttributionFacts, Candidate, ReasonCode, Verdict } from './types'

/**
 * Which staff member and which group an order belongs to, and why. Pure: the same facts and the same policy
 * always give the same answer, in whatever order the touches are listed, so a stored order can be replayed.
 */
export function decide(facts: AttributionFacts, policy: AttributionPolicy): Attribution {
  const isBindingFirst = isProtected(facts, policy)
  const ranked = contenders(facts, policy).sort(byRank(policy, isBindingFirst))
  // A struck self-purchase still competes where the policy says that then nobody earns.
  const first = ranked.find(
    ({ strike }) => strike === null || (strike === 'self' && policy.selfPurchase === 'nobody'),
  )
  const candidates = ranked.map((contender) => judged(contender, first, policy))
  const winner = candidates.find((candidate) => candidate.verdict === 'won') ?? null
  const group = latestGroup(facts, policy)
  return {
    staffId: winner?.staffId ?? null,
    groupId: group?.groupId ?? null,
    groupTouchId: group?.touchId ?? null,
    reason: winner ? reasonToEarn(winner, isBindingFirst) : reasonForNobody(facts, candidates),
    evidenceTouchId: winner?.touchId ?? null,
    candidates: winner ? [winner, ...candidates.filter((c) => c !== winner)] : candidates,
    policyVersion: policy.version,
  }
}

/** Kind first, then time; the touch's id settles what would otherwise hang on the order of the list. */
function byRank(policy: AttributionPolicy, isBindingFirst: boolean) {
  const rank = ({ candidate: { kind } }: Contender): number => {
    if (kind === 'binding' && isBindingFirst) return -1
    const index = policy.kinds.indexOf(kind)
    return index < 0 ? policy.kinds.length : index
  }
  const direction = policy.pick === 'last' ? -1 : 1
  return (a: Contender, b: Contender): number =>
    rank(a) - rank(b) ||
    // Kinds switched off share a rank; keep them apart.
    compare(a.candidate.kind, b.candidate.kind) ||
    direction * (a.candidate.at - b.candidate.at) ||
    direction * compare(a.candidate.touchId ?? '', b.candidate.touchId ?? '')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function judged(contender: Contender, first: Contender | undefined, policy: AttributionPolicy): Candidate {
  const { candidate, strike } = contender
  if (strike !== null) return { ...candidate, verdict: strike }
  if (contender === first) return { ...candidate, verdict: 'won' }
  const isSameKind = candidate.kind === first?.candidate.kind
  const verdict: Verdict = !isSameKind ? 'outranked' : policy.pick === 'last' ? 'older' : 'newer'
  return { ...candidate, verdict }
}

/** The order's group: the latest proven one in the window, whoever owns it and whoever earns. */
function latestGroup(
  facts: AttributionFacts,
  policy: AttributionPolicy,
): { groupId: string; touchId: string } | null {
  if (facts.isMemberBlocked) return null
  let best: { groupId: string; touchId: string; at: number } | null = null
  for (const { id, at, groupId, isSuspect } of facts.touches) {
    if (groupId === null || isSuspect || at > facts.orderedAt) continue
    if (facts.orderedAt - at > policy.groupWindowMs) continue
    if (!best || at > best.at || (at === best.at && id > best.touchId)) best = { groupId, touchId: id, at }
  }
  return best && { groupId: best.groupId, touchId: best.touchId }
}

function reasonToEarn(winner: Candidate, isBindingFirst: boolean): ReasonCode {
  if (winner.kind === 'share') return winner.depth === 0 ? 'share' : 'relay'
  if (winner.kind === 'group') return 'group'
  return isBindingFirst ? 'binding_protected' : 'binding'
}

/** What kept everybody out, the most telling first. */
const NOBODY_REASONS: readonly (readonly [Verdict, ReasonCode])[] = [
  ['self', 'self_purchase'],
  ['left_without_successor', 'left_without_successor'],
  ['suspect', 'only_suspect'],
  ['share_revoked', 'share_invalid'],
  ['share_expired', 'share_invalid'],
  ['outside_window', 'outside_window'],
  ['unowned', 'group_unowned'],
]

function reasonForNobody(facts: AttributionFacts, candidates: readonly Candidate[]): ReasonCode {
  if (facts.isMemberBlocked) return 'member_blocked'
  const found = NOBODY_REASONS.find(([verdict]) => candidates.some((c) => c.verdict === verdict))
  return found ? found[1] : 'no_evidence'
}
