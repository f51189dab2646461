import type { BodyOf } from '@contract/route'
import type { mintShare } from '@contract/share'
import { planRelay, type RelayPlan, type ShareLink, shareStatus } from '@domain/share/relay'
import { isShareToken } from '@domain/share/token'
import { DAY_MS } from '@domain/shop-time'
import type { MemberCaller } from '../../platform/caller'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { readSettings } from '../shop/settings'
import { isMakerOf, ownHash, relayHash, rootHash, type ShareContext } from './sharer'
import { findBySharer, findShares, insertShare, linkOf, type RootedShare, type ShareRow } from './store'
import { newShareToken } from './token'

export interface MintRequest extends ShareContext {
  readonly parentToken: string | undefined
  readonly intendedGroupId: string | null
}

export const requestOf = (body: BodyOf<typeof mintShare>): MintRequest => ({
  kind: body.kind,
  productId: body.kind === 'product' ? (body.productId ?? null) : null,
  campaignId: body.kind === 'campaign' ? (body.campaignId ?? null) : null,
  channel: body.channel,
  parentToken: body.parentToken,
  intendedGroupId: body.intendedGroupId ?? null,
})

/**
 * The share to hand out: a new root for staff, a relay for a customer who came by a card, else a share nobody is
 * credited for. The same customer forwarding the same page again gets the same token.
 */
export async function shareFor(
  db: Queryable,
  deps: Deps,
  caller: MemberCaller,
  request: MintRequest,
  nowMs: number,
): Promise<ShareRow> {
  const opened = caller.staff ? null : await openedShare(db, request.parentToken, nowMs)
  const rootToken = opened?.root.token
  const sharerHash =
    rootToken === undefined
      ? ownHash(deps.keys, caller.memberId, request)
      : relayHash(deps.keys, caller.memberId, rootToken, request)
  const known = caller.staff ? null : await findBySharer(db, sharerHash)
  const plan = planRelay({
    isStaff: caller.staff !== undefined,
    opened: opened && linkOf(opened.share),
    ownRelay: opened && known && linkOf(known),
    isOwnRoot: opened !== null && isMakerOf(deps.keys, caller.memberId, opened.root),
  })
  if (plan.kind === 'reuse') return reused(db, plan.shareId)
  if (!opened && known) return known
  const { cardLifeDays } = await readSettings(db)
  const share = newShare(deps, caller, request, { plan, opened, sharerHash, nowMs, cardLifeDays })
  if (await insertShare(db, share)) return share
  // The same person forwarded the same page twice at once; the other one was first.
  const first = await findBySharer(db, share.sharerHash)
  if (!first) throw new Error('a share lost to one that is not there')
  return first
}

async function openedShare(
  db: Queryable,
  token: string | undefined,
  nowMs: number,
): Promise<RootedShare | null> {
  if (token === undefined || !isShareToken(token)) return null
  const found = (await findShares(db, [token])).get(token)
  if (!found) return null
  return shareStatus('present', linkOf(found.share), linkOf(found.root), nowMs) === 'ok' ? found : null
}

async function reused(db: Queryable, token: ShareLink['shareId']): Promise<ShareRow> {
  const found = (await findShares(db, [token])).get(token)
  if (!found) throw new Error('a share to hand out again is missing')
  return found.share
}

interface Making {
  readonly plan: Exclude<RelayPlan, { kind: 'reuse' }>
  readonly opened: RootedShare | null
  readonly sharerHash: string
  readonly nowMs: number
  readonly cardLifeDays: number
}

function newShare(deps: Deps, caller: MemberCaller, request: MintRequest, making: Making): ShareRow {
  const { plan, opened, sharerHash, nowMs, cardLifeDays } = making
  const token = newShareToken(deps.random)
  const { kind, productId, campaignId, channel, intendedGroupId } = request
  const common = { token, kind, productId, campaignId, channel, createdAt: nowMs, revokedAt: null }
  if (plan.kind === 'relay') {
    const rootStaffId = opened?.root.rootStaffId ?? null
    const { rootId: rootToken, depth } = plan
    // A relay ends with its root, so it carries no end of its own.
    return { ...common, rootToken, rootStaffId, depth, sharerHash, intendedGroupId: null, expiresAt: null }
  }
  const root = { ...common, rootToken: token, depth: 0 }
  if (!caller.staff) return { ...root, rootStaffId: null, sharerHash, intendedGroupId: null, expiresAt: null }
  return {
    ...root,
    rootStaffId: caller.staff.staffId,
    sharerHash: rootHash(deps.keys, caller.memberId, token),
    intendedGroupId,
    // A card in a chat is found again for a long time; a printed code is permanent at WeChat and here.
    expiresAt: channel === 'code' ? null : nowMs + cardLifeDays * DAY_MS,
  }
}
