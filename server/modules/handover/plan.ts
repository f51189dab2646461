import type { Refusal } from '@contract/errors'
import type { HandoverPlan, HandoverPreview } from '@contract/handover'
import { type Division, divide, type HandoverFault, successorsOf } from '@domain/handover/divide'
import { ok, type Result, refuse } from '@domain/result'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { hasOtherManager, LAST_MANAGER } from '../team/staff-list'
import { countInvitationsBy, creditOf, type Held, holdingsOf, type Person, staffInService } from './holdings'

/** A plan against what stands now: who gets what, and the digest that tells whether it still does. */
export interface Planned {
  readonly person: Person
  readonly people: ReadonlyMap<string, Person>
  readonly held: Held
  readonly division: Division
  readonly digest: string
}

/** Divides what there is by the plan. Refuses what the plan can't mean. */
export async function planned(
  db: Queryable,
  deps: Pick<Deps, 'keys'>,
  plan: HandoverPlan,
  nowMs: number,
): Promise<Result<Planned, Refusal>> {
  const people = await staffInService(db)
  const person = people.get(plan.staffId)
  if (!person) return refuse(NOT_FOUND)
  if (plan.form === 'leaver' && person.role === 'manager' && !(await hasOtherManager(db, plan.staffId))) {
    return refuse(LAST_MANAGER)
  }
  const held = await holdingsOf(db, plan.staffId, nowMs)
  const divided = divide(plan, held, new Set(people.keys()))
  if (!divided.ok) return refuse(refusalOf(divided.error))
  // Shares are counted, not named: new cards made meanwhile change nothing that matters.
  const named = [plan, [...divided.value.members], [...divided.value.groups]]
  const digest = deps.keys.hash('handover', JSON.stringify(named))
  return ok({ person, people, held, division: divided.value, digest })
}

const SENTENCES: Record<HandoverFault, string> = {
  to_oneself: 'Nobody can hand over to themselves.',
  successor_not_in_service: 'A successor must hold a post now.',
  group_not_owned: 'A group of the plan is not theirs.',
  group_twice: 'A group is given to two people.',
  nothing_named: 'The plan hands over nothing.',
  no_successor: 'The plan names nobody to take over.',
}

const refusalOf = (fault: HandoverFault): Refusal => ({
  code: 'handover.refused',
  message: SENTENCES[fault],
  detail: { fault },
})

export interface Gain {
  readonly staffId: string
  readonly name: string
  readonly members: number
  readonly groupIds: readonly string[]
  readonly openShares: number
}

/** What each successor gets, in the order in which the plan names them. */
export function gainsOf(plan: HandoverPlan, { people, held, division }: Planned): Gain[] {
  const countOf = (to: string) => [...division.members.values()].filter((id) => id === to).length
  return successorsOf(plan).map((staffId) => ({
    staffId,
    name: people.get(staffId)?.name ?? '',
    members: countOf(staffId),
    groupIds: [...division.groups].flatMap(([groupId, to]) => (to === staffId ? [groupId] : [])),
    openShares: division.sharesTo === staffId ? held.openShares : 0,
  }))
}

/** What a handover would move and what stays. Changes nothing. */
export async function previewHandover(
  deps: Deps,
  plan: HandoverPlan,
  nowMs: number,
): Promise<Result<HandoverPreview, Refusal>> {
  const { db } = deps
  const found = await planned(db, deps, plan, nowMs)
  if (!found.ok) return found
  const { person, held, division, digest } = found.value
  const isLeaver = plan.form === 'leaver'
  return ok({
    staffId: person.staffId,
    name: person.name,
    form: plan.form,
    moves: gainsOf(plan, found.value).map(({ groupIds, ...gain }) => ({
      ...gain,
      groups: groupIds.map((id) => ({ id, name: held.groupNames.get(id) ?? null })),
    })),
    stays: {
      ...(await creditOf(db, person.staffId)),
      members: held.memberIds.length - division.members.size,
      groups: held.groupIds.length - division.groups.size,
      openShares: division.sharesTo === null ? held.openShares : 0,
    },
    invitationsRevoked: isLeaver ? await countInvitationsBy(db, person.staffId, nowMs) : 0,
    digest,
  })
}
