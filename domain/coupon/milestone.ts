/** A payment as a milestone sees it, with what was known of the buyer when they paid. */
export interface CampaignPayment {
  readonly memberId: string
  /** Frozen on the order at its creation. */
  readonly groupId: string | null
  readonly paidAt: number
  readonly isSuspect: boolean
}

/**
 * Distinct, unsuspected members who paid in the campaign, by the group frozen on their orders. Refunds and later
 * suspicion are no part of it: a milestone once reached stays.
 */
export function buyersByGroup(
  window: { readonly claimFrom: number; readonly claimUntil: number },
  payments: readonly CampaignPayment[],
): Map<string, number> {
  const members = new Map<string, Set<string>>()
  for (const { memberId, groupId, paidAt, isSuspect } of payments) {
    if (groupId === null || isSuspect || paidAt < window.claimFrom || paidAt >= window.claimUntil) continue
    const known = members.get(groupId) ?? new Set()
    members.set(groupId, known.add(memberId))
  }
  return new Map([...members].map(([groupId, known]) => [groupId, known.size]))
}
