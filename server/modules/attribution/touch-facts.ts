import type { AttributionPolicy } from '@domain/attribution/policy'
import type { ShareFact, TouchFact } from '@domain/attribution/types'
import type { ShareChannel, ShareStatus } from '@domain/share/entry'
import { and, desc, eq, gt, isNotNull, lte, or } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { shares, touches } from '../../schema/touch'

/** More openings than this within the windows are a flood; the latest of them are the evidence. */
const MAX_FACTS = 200

/**
 * The member's openings that carry evidence, oldest first. Twice the larger window is read, so that an order nobody
 * earns can say that a card was opened too long ago.
 */
export async function touchFacts(
  db: Queryable,
  memberId: string,
  orderedAt: number,
  policy: AttributionPolicy,
): Promise<TouchFact[]> {
  const since = orderedAt - 2 * Math.max(policy.shareWindowMs, policy.groupWindowMs)
  const rows = await db
    .select({
      id: touches.id,
      at: touches.at,
      scene: touches.scene,
      groupId: touches.groupId,
      suspectAt: touches.suspectAt,
      shareState: touches.shareState,
      token: shares.token,
      rootToken: shares.rootToken,
      depth: shares.depth,
      rootStaffId: shares.rootStaffId,
      channel: shares.channel,
    })
    .from(touches)
    .leftJoin(shares, eq(shares.token, touches.shareToken))
    .where(
      and(
        eq(touches.memberId, memberId),
        gt(touches.at, since),
        lte(touches.at, orderedAt),
        or(isNotNull(touches.shareToken), isNotNull(touches.groupId)),
      ),
    )
    .orderBy(desc(touches.at), desc(touches.id))
    .limit(MAX_FACTS)
  return rows.reverse().map((row) => ({
    id: row.id,
    at: row.at,
    scene: row.scene,
    share: shareFactOf(row),
    groupId: row.groupId,
    isSuspect: row.suspectAt !== null && row.suspectAt <= orderedAt,
  }))
}

type ShareColumns = Pick<typeof shares.$inferSelect, 'rootToken' | 'depth' | 'rootStaffId' | 'channel'>

/** What a touch says of its share; null without a token of ours. */
export function shareFactOf(
  row: { readonly token: string | null; readonly shareState: ShareStatus | 'none' } & {
    readonly [K in keyof ShareColumns]: ShareColumns[K] | null
  },
): ShareFact | null {
  if (row.token === null || row.rootToken === null || row.channel === null || row.shareState === 'none') {
    return null
  }
  return {
    shareId: row.token,
    rootId: row.rootToken,
    depth: row.depth ?? 0,
    staffId: row.rootStaffId,
    channel: CHANNELS[row.channel],
    status: row.shareState,
  }
}

/** A code is shared printed or drawn on a poster. */
const CHANNELS: Record<ShareColumns['channel'], ShareChannel> = {
  card: 'card',
  moments: 'moments',
  code: 'poster',
  link: 'link',
}
