import type { TouchReceipt, TouchReport } from '@contract/touch'
import type { LeaverFact } from '@domain/attribution/types'
import { holderOfShare, type SharePassing } from '@domain/handover/share-holder'
import { MINUTE_MS } from '@domain/shop-time'
import { clampTouchTime } from '@domain/touch/clock'
import { type Suspicion, suspicionOf, type TrustLimits } from '@domain/trust/suspect'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { passedOn, shareFactOf } from '../attribution/touch-facts'
import { groupOf, type KnownGroup } from '../group/store'
import { findShares, type RootedShare } from '../share/store'
import { readSettings } from '../shop/settings'
import { loadLeavers, loadSharePassings } from '../staff/leavers'
import { setApart } from '../trust/set-apart'
import { trafficOf } from '../trust/traffic'
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
  readonly passings: readonly SharePassing[]
  readonly limits: TrustLimits
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
  const context: Context = {
    db,
    deps,
    batch,
    shares: await findShares(db, tokens),
    leavers: await loadLeavers(db, batch.memberId),
    passings: await loadSharePassings(db),
    limits: (await readSettings(db)).trust,
  }
  const receipts = new Map<TouchReport, TouchReceipt>()
  // In the order of their ids, so that two requests with the same touches can't wait for each other.
  const sorted = [...batch.touches].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const report of sorted) receipts.set(report, await recordOne(context, report))
  return batch.touches.map((report) => receipts.get(report)!)
}

async function recordOne(context: Context, report: TouchReport): Promise<TouchReceipt> {
  const finding = await findOut(context, report)
  const { db, deps, batch } = context
  const staffId = await creditOf(context, finding)
  const suspicion = await suspicionAbout(context, finding)
  if (!(await insertTouch(db, rowOf(batch, finding, staffId, suspicion)))) return repeated(context, finding)
  if (suspicion) {
    const { memberId } = batch
    await setApart(db, deps.ids, { touchId: report.id, memberId, staffId, at: finding.at, suspicion })
  } else {
    await bindFirst(context, finding)
  }
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

function creditOf(
  { db, batch, shares, leavers, passings }: Context,
  { at, share, group }: Finding,
): Promise<string | null> {
  const root = share.token === null ? undefined : shares.get(share.token)?.root
  const rootStaffId =
    root === undefined || share.rootStaffId === null
      ? share.rootStaffId
      : holderOfShare({ staffId: share.rootStaffId, createdAt: root.createdAt }, passings, at)
  const opening = { memberId: batch.memberId, at, rootStaffId, groupId: group?.id ?? null }
  return staffOfOpening(db, opening, leavers)
}

const rowOf = (
  { memberId, sessionId, receivedAt }: TouchBatch,
  { report, at, share, proof, group }: Finding,
  staffId: string | null,
  suspicion: Suspicion | null,
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
  suspectRule: suspicion?.rule ?? null,
  suspectAt: suspicion ? receivedAt : null,
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

async function bindFirst(
  { db, deps, batch, shares, leavers, passings }: Context,
  finding: Finding,
): Promise<void> {
  const { report, at, share, group } = finding
  if (share.rootStaffId === null || share.token === null) return
  const found = shares.get(share.token)
  const touch = {
    id: report.id,
    at,
    scene: report.scene,
    share: found
      ? passedOn(
          shareFactOf({ ...found.share, ...rootOf(found), shareState: share.state }),
          found.root.createdAt,
          passings,
          at,
        )
      : null,
    groupId: group?.id ?? null,
    isSuspect: false,
  }
  await bindByFirstShare(db, deps.ids, batch.memberId, touch, leavers)
}

/** Decided once, when the opening arrives. */
async function suspicionAbout(
  { db, deps, batch, shares, limits }: Context,
  { at, share }: Finding,
): Promise<Suspicion | null> {
  const found = share.token === null ? null : (shares.get(share.token) ?? null)
  const opening = { memberId: batch.memberId, at, share: found }
  return suspicionOf(await trafficOf(db, deps.keys, opening, limits), limits)
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
