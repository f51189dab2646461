import type { GateFacts } from '@domain/coupon/gate'
import type { Campaign, Gate } from '@domain/coupon/types'
import { LEVEL_WINDOW_MS } from '@domain/member/level'
import { ZERO } from '@domain/money'
import type { Queryable } from '../../../platform/database'
import { netSpends } from '../../member/net-spend'
import { buyersOf, provenGroups } from './groups'
import { lifecyclesOf } from './lifecycle'
import { segments } from './segments'

export type FactsOf = (campaignId: string, memberId: string) => GateFacts

/**
 * What the gates of these campaigns may look at, for all these members at once. What none of the gates asks for is
 * not looked up and reads as nothing, which opens nothing.
 */
export async function gateFacts(
  db: Queryable,
  campaigns: readonly Campaign[],
  memberIds: readonly string[],
  nowMs: number,
): Promise<FactsOf> {
  const asks = (kind: Gate['kind']) => campaigns.some((campaign) => hasGate(campaign, kind))
  const spends = asks('level') ? await netSpends(db, memberIds, nowMs - LEVEL_WINDOW_MS) : new Map()
  const stages = asks('lifecycle') ? await lifecyclesOf(db, memberIds, nowMs) : new Map()
  const inSegments = asks('segment') ? await segments.of(db, memberIds, nowMs) : new Map()
  const groups = await provenGroups(db, campaigns, memberIds)
  const buyers = new Map<string, Map<string, number>>()
  for (const [i, campaign] of campaigns.entries()) {
    if (!hasGate(campaign, 'milestone')) continue
    const groupIds = new Set([...groups[i]!.values()].flat())
    buyers.set(campaign.id, await buyersOf(db, campaign, [...groupIds]))
  }
  const placeOf = new Map(campaigns.map(({ id }, i) => [id, i]))
  return (campaignId, memberId) => ({
    netSpend: spends.get(memberId) ?? ZERO,
    lifecycle: stages.get(memberId) ?? 'visitor',
    segmentIds: inSegments.get(memberId) ?? [],
    groups: (groups[placeOf.get(campaignId) ?? -1]?.get(memberId) ?? []).map((groupId) => ({
      groupId,
      buyers: buyers.get(campaignId)?.get(groupId) ?? 0,
    })),
  })
}

const hasGate = ({ tiers }: Campaign, kind: Gate['kind']): boolean =>
  tiers.some(({ gate }) => gate.kind === kind)
