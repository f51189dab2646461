import type { BindingFact, OwnershipFact, TouchFact } from '@domain/attribution/types'
import { bornBinding } from '@domain/member/binding'
import { shareFactOf } from '../../server/modules/attribution/touch-facts'
import type { Opening } from './openings'
import type { Shared } from './shares'
import { groupIdOf, groupNamed, type Stage, staffIdOf } from './stage'

/** What is known of one member as their history goes on. */
export interface Standing {
  readonly memberId: string
  /** Set for staff. */
  readonly staffId: string | null
  readonly touches: TouchFact[]
  binding: BindingFact | null
}

/** Writes an opening down as the touch module would, and lets the first card of a staff member bind. */
export function seedTouch(stage: Stage, shared: Shared, member: Standing, opening: Opening): void {
  const { at, share, group, isGroupProven, scene, chatType } = opening
  const root = share && shared.byToken.get(share.rootToken)
  const isExpired = Boolean(root?.expiresAt && root.expiresAt <= at)
  const shareState = share === null ? 'none' : isExpired ? 'expired' : 'ok'
  const groupId = group === null || !isGroupProven ? null : groupIdOf(stage, group)
  const owner = group === null || groupId === null ? null : staffIdOf(stage, groupNamed(stage, group).owner)
  const id = stage.id(at)
  const rootStaffId = shareState === 'ok' ? (share?.rootStaffId ?? null) : null
  stage.rows.touches.push({
    id,
    memberId: member.memberId,
    at,
    receivedAt: at,
    scene,
    entry: 'cold',
    path: share?.productId ? 'pages/product/index' : 'pages/home/index',
    chatType,
    shareState,
    shareToken: share?.token ?? null,
    groupState: group === null ? 'none' : isGroupProven ? 'proven' : 'unknown',
    groupId,
    groupNote: group !== null && !isGroupProven ? 'getGroupEnterInfo:fail invalid scene' : null,
    staffId: rootStaffId ?? owner,
  })
  const shareFact = share && shareFactOf({ ...share, shareState })
  const touch: TouchFact = { id, at, scene, share: shareFact, groupId, isSuspect: false }
  member.touches.push(touch)
  bind(stage, member, touch)
}

function bind(stage: Stage, member: Standing, touch: TouchFact): void {
  const { memberId, staffId: memberStaffId } = member
  if (member.binding) return
  const facts = { memberId, memberStaffId, isMemberBlocked: false, current: null, touch, leavers: [] }
  const born = bornBinding(facts)
  if (!born) return
  const { staffId, since } = born
  member.binding = { staffId, since, source: 'share', lastPaidAt: null }
  stage.rows.bindings.push({ id: stage.id(since), memberId, staffId, source: 'share', since })
}

/** Who owned these groups when, as the order module would read it. */
export function ownershipsOf({ rows }: Stage, groupIds: ReadonlySet<string>): OwnershipFact[] {
  return rows.groupOwners
    .filter(({ groupId }) => groupIds.has(groupId))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ groupId, staffId, since }) => ({ groupId, staffId, from: since, until: null }))
}
