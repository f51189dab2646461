import type { Refusal } from '@contract/errors'
import type { ShareCard, ShareTarget } from '@contract/share'
import { holderOfShare } from '@domain/handover/share-holder'
import { ok, type Result, refuse } from '@domain/result'
import { shareStatus } from '@domain/share/relay'
import { isShareToken } from '@domain/share/token'
import type { MemberCaller } from '../../platform/caller'
import type { Deps } from '../../platform/deps'
import { isOwnedGroup } from '../group/store'
import { loadSharePassings } from '../staff/leavers'
import { publicStaffOf } from '../staff/serving'
import { cardFor, findCampaign, findProduct } from './card'
import { type MintRequest, shareFor } from './mint'
import { findShares, linkOf } from './store'

const NOT_FOUND: Refusal = { code: 'thing.not_found', message: 'There is nothing to share under this id.' }

const missing = (what: 'productId' | 'campaignId'): Refusal => ({
  code: 'request.invalid',
  message: `\`${what}\` is needed to share this.`,
  field: `/body/${what}`,
})

/** Mints (or finds again) the token for a page, and answers all that WeChat's share hooks need. */
export async function mint(
  deps: Deps,
  caller: MemberCaller,
  request: MintRequest,
  nowMs: number,
): Promise<Result<ShareCard, Refusal>> {
  const { db } = deps
  if (request.kind === 'product' && request.productId === null) return refuse(missing('productId'))
  if (request.kind === 'campaign' && request.campaignId === null) return refuse(missing('campaignId'))
  const product = request.productId === null ? null : await findProduct(db, request.productId)
  if (request.kind === 'product' && !product?.isOnSale) return refuse(NOT_FOUND)
  const campaign = request.campaignId === null ? null : await findCampaign(db, request.campaignId)
  if (request.kind === 'campaign' && !campaign) return refuse(NOT_FOUND)
  if (caller.staff && request.intendedGroupId !== null) {
    if (!(await isOwnedGroup(db, request.intendedGroupId, caller.staff.staffId))) return refuse(NOT_FOUND)
  }
  const share = await shareFor(db, deps, caller, request, nowMs)
  const root = (await findShares(db, [share.token])).get(share.token)?.root
  return ok(await cardFor(db, deps, share, { product, campaign }, root?.expiresAt ?? null))
}

/** What a token opens. Never refuses: the page opens with or without it. */
export async function resolve({ db }: Deps, token: string, nowMs: number): Promise<ShareTarget> {
  const nothing = { kind: null, productId: null, campaignId: null, staff: null }
  if (!isShareToken(token)) return { state: 'malformed', ...nothing }
  const found = (await findShares(db, [token])).get(token)
  if (!found) return { state: 'unknown', ...nothing }
  const { share, root } = found
  const state = shareStatus('present', linkOf(share), linkOf(root), nowMs) ?? 'unknown'
  // A code carries nothing but its token, so the page is told even where the token no longer credits anybody.
  const { kind, productId, campaignId } = share
  const target = { state, kind, productId, campaignId }
  if (state !== 'ok' || root.rootStaffId === null) return { ...target, staff: null }
  const made = { staffId: root.rootStaffId, createdAt: root.createdAt }
  const serving = await publicStaffOf(db, holderOfShare(made, await loadSharePassings(db), nowMs))
  return { ...target, staff: serving && { name: serving.name, title: serving.title } }
}
