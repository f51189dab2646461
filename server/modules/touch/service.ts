import type { TouchReceipt, TouchReport } from '@contract/touch'
import type { LeaverFact } from '@domain/attribution/types'
import { MINUTE_MS } from '@domain/shop-time'
import { clampTouchTime } from '@domain/touch/clock'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { shareFactOf } from '../attribution/touch-facts'
import { groupOf, type KnownGroup } from '../group/store'
import { findShares, type RootedShare } from '../share/store'
import { loadLeavers } from '../staff/leavers'
import { bindByFirstShare } from './birth'
import { staffOfOpening } from './credit'
import { type GroupFinding, groupFinding } from './group-proof'
import { type ShareFinding, shareFinding } from './share-finding'
import { addGroupProof, findTouch, insertTouch } from './store'

export interface TouchBatch {
  readonly memberId: string
  readonly sessionId?: string
  /** The client's clock when it sent the batch: tells how long each touch waited. */
  readonly sentAt: number
  readonly receivedAt: number
  readonly touches: readonly TouchReport[]
}

/** How long after a touch arrived its group may still be proven. */
const ENRICH_WITHIN_MS = 30 * MINUTE_MS

const NO_CARD: ShareFinding = { state: 'none', token: null, rootStaffId: null }

interface Context {
  readonly db: Queryable
  readonly deps: Deps
  readonly batch: TouchBatch
  readonly shares: ReadonlyMap<string, RootedShare>
  readonly leavers: readonly LeaverFact[]
}

/** One report, with what it proves. */
interface Finding {
  readonly report: TouchReport
  readonly at: number
  readonly share: ShareFinding
  readonly proof: GroupFinding
  readonly group: KnownGroup | null
}

/**
 * Records openings of the shop, each id once, and answers one receipt per report in the same order. Never refuses:
 * what can't be proven is recorded as unknown. Call it in a transaction, the order's or one of its own.
 */
export async function recordTouches(db: Queryable, deps: Deps, batch: TouchBatch): Promise<TouchReceipt[]> {
  const tokens = batch.touches.flatMap(({ shareToken }) => (shareToken ? [shareToken] : []))
  const [shares, leavers] = [await findShares(db, tokens), await loadLeavers(db)]
  const context: Context = { db, deps, batch, shares, leavers }
  const receipts = new Map<TouchReport, TouchReceipt>()
  // In the order of their ids, so that two requests with the same touches can't wait for each other.
  const sorted = [...batch.touches].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const report of sorted) receipts.set(report, await recordOne(context, report))
  return batch.touches.map((report) => receipts.get(report)!)
}

async function recordOne(context: Context, report: TouchReport): Promise<TouchReceipt> {
  const finding = await findOut(context, report)
  const staffId = await creditOf(context, finding)
  if (!(await insertTouch(context.db, rowOf(context.batch, finding, staffId)))) {
    return repeated(context, finding)
  }
  await bindFirst(context, finding)
  return receiptOf(finding, 'new')
}

async function findOut({ db, deps, batch, shares }: Context, report: TouchReport): Promise<Finding> {
  const { sentAt, receivedAt, memberId } = batch
  const at = clampTouchTime({ at: report.at, sentAt, receivedAt })
  const proof = await groupFinding(db, deps, memberId, report, at)
  const group =
    proof.state === 'proven'
      ? await groupOf(db, deps.ids, deps.config.wechat.appid, { ...proof, seenAt: at })
      : null
  return { report, at, share: shareFinding(report.shareToken, shares, at), proof, group }
}

const creditOf = ({ db, batch, leavers }: Context, { at, share, group }: Finding): Promise<string | null> =>
  staffOfOpening(
    db,
    { memberId: batch.memberId, at, rootStaffId: share.rootStaffId, groupId: group?.id ?? null },
    leavers,
  )

const rowOf = (
  { memberId, sessionId, receivedAt }: TouchBatch,
  { report, at, share, proof, group }: Finding,
  staffId: string | null,
) => ({
  id: report.id,
  memberId,
  sessionId: sessionId ?? null,
  at,
  receivedAt,
  scene: report.scene,
  entry: report.entry,
  path: report.path,
  chatType: (proof.state === 'proven' ? proof.chatType : null) ?? report.chatType ?? null,
  shareState: share.state,
  shareToken: share.token,
  groupState: proof.state,
  groupId: group?.id ?? null,
  groupNote: proof.state === 'unknown' ? proof.note : null,
  staffId,
})

/** The id is known: the same report again, its group's proof coming later, or somebody else's id. */
async function repeated(context: Context, finding: Finding): Promise<TouchReceipt> {
  const { db, batch } = context
  const { report, proof, group } = finding
  const known = await findTouch(db, report.id)
  if (!known || known.memberId !== batch.memberId) {
    return { id: report.id, counted: 'known', group: 'none', groupId: null, groupName: null, share: 'none' }
  }
  const isInTime = batch.receivedAt - known.receivedAt <= ENRICH_WITHIN_MS
  if (group && proof.state === 'proven' && isInTime) {
    // An opening keeps the card it named first; a later report proves the group and nothing else.
    const share = finding.share.token === known.shareToken ? finding.share : NO_CARD
    const staffId = known.staffId ?? (await creditOf(context, { ...finding, share, at: known.at }))
    const added = await addGroupProof(db, known.id, {
      groupId: group.id,
      chatType: proof.chatType,
      staffId,
    })
    if (added) return { ...receiptOf(finding, 'enriched'), share: known.shareState }
  }
  return {
    id: known.id,
    counted: 'known',
    group: known.groupState,
    groupId: known.groupId,
    groupName: known.groupName,
    share: known.shareState,
  }
}

async function bindFirst({ db, deps, batch, shares, leavers }: Context, finding: Finding): Promise<void> {
  const { report, at, share, group } = finding
  if (share.rootStaffId === null || share.token === null) return
  const found = shares.get(share.token)
  const touch = {
    id: report.id,
    at,
    scene: report.scene,
    share: found ? shareFactOf({ ...found.share, ...rootOf(found), shareState: share.state }) : null,
    groupId: group?.id ?? null,
    isSuspect: false,
  }
  await bindByFirstShare(db, deps.ids, batch.memberId, touch, leavers)
}

const rootOf = ({ root }: RootedShare) => ({ rootStaffId: root.rootStaffId })

const receiptOf = ({ report, share, proof, group }: Finding, counted: 'new' | 'enriched'): TouchReceipt => ({
  id: report.id,
  counted,
  group: proof.state,
  groupId: group?.id ?? null,
  groupName: group?.name ?? null,
  share: share.state,
})
