import type { AttributionPolicy } from '@domain/attribution/policy'
import type { ShareFact, TouchFact } from '@domain/attribution/types'
import { holderOfShare, type SharePassing } from '@domain/handover/share-holder'
import type { ShareChannel, ShareStatus } from '@domain/share/entry'
import { and, desc, eq, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/database'
import { shares, touches } from '../../schema/touch'
import { loadSharePassings } from '../staff/leavers'

/** Suspect openings can't win, so a flood of them is told by its latest few. */
const SUSPECTS_KEPT = 20

const roots = alias(shares, 'roots')

/**
 * The member's openings that carry evidence, oldest first: every unsuspect one within twice the larger window, so that
 * an order nobody earns can say that a card was opened too long ago. Nothing else bounds them; the flood rule does.
 */
export async function touchFacts(
  db: Queryable,
  memberId: string,
  orderedAt: number,
  policy: AttributionPolicy,
): Promise<TouchFact[]> {
  const since = orderedAt - 2 * Math.max(policy.shareWindowMs, policy.groupWindowMs)
  const within = and(eq(touches.memberId, memberId), gt(touches.at, since), lte(touches.at, orderedAt))
  const clean = await evidence(db, and(within, isNull(touches.suspectAt)))
  const suspect = await evidence(db, and(within, isNotNull(touches.suspectAt)), SUSPECTS_KEPT)
  const passings = await loadSharePassings(db)
  return [...clean, ...suspect]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      id: row.id,
      at: row.at,
      scene: row.scene,
      share: passedOn(shareFactOf(row), row.rootCreatedAt, passings, orderedAt),
      groupId: row.groupId,
      isSuspect: row.suspectAt !== null && row.suspectAt <= orderedAt,
    }))
}

function evidence(db: Queryable, where: SQL | undefined, limit?: number) {
  const query = db
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
      rootCreatedAt: roots.createdAt,
    })
    .from(touches)
    .leftJoin(shares, eq(shares.token, touches.shareToken))
    .leftJoin(roots, eq(roots.token, shares.rootToken))
    .where(and(where, or(isNotNull(touches.shareToken), isNotNull(touches.groupId))))
    .orderBy(desc(touches.at), desc(touches.id))
  return limit === undefined ? query : query.limit(limit)
}

/** The share with who holds it now, where its maker has handed it over and stayed. */
export function passedOn(
  share: ShareFact | null,
  rootCreatedAt: number | null,
  passings: readonly SharePassing[],
  at: number,
): ShareFact | null {
  if (!share?.staffId || rootCreatedAt === null || passings.length === 0) return share
  const holder = holderOfShare({ staffId: share.staffId, createdAt: rootCreatedAt }, passings, at)
  return holder === share.staffId ? share : { ...share, passedTo: holder }
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
