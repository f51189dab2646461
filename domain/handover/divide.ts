import { ok, type Result, refuse } from '../result'

/** What a staff member has to hand over. */
export interface Holdings {
  readonly memberIds: readonly string[]
  readonly groupIds: readonly string[]
  /** Shares not expired and not revoked. */
  readonly openShares: number
}

export interface HandoverPlan {
  readonly staffId: string
  readonly form: 'leaver' | 'in_service'
  /** Takes what no other rule names; null: nobody does. */
  readonly rest: string | null
  readonly groups: readonly { readonly groupId: string; readonly toStaffId: string }[]
  readonly memberShares: readonly { readonly toStaffId: string; readonly weight: number }[]
  /** In service: what goes. A leaver hands over all three. */
  readonly covers: { readonly members: boolean; readonly groups: boolean; readonly shares: boolean }
}

export type HandoverFault =
  | 'to_oneself'
  | 'successor_not_in_service'
  | 'group_not_owned'
  | 'group_twice'
  | 'nothing_named'
  | 'no_successor'

/** Who gets what; what nobody gets stays. */
export interface Division {
  readonly members: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly sharesTo: string | null
}

/** Divides what there is by the plan, the same way each time: members in the order of their ids, by weight. */
export function divide(
  plan: HandoverPlan,
  holdings: Holdings,
  inService: ReadonlySet<string>,
): Result<Division, HandoverFault> {
  const covers = plan.form === 'leaver' ? ALL : plan.covers
  const fault = faultOf(plan, holdings, inService, covers)
  if (fault) return refuse(fault)
  return ok({
    members: covers.members ? dividedMembers(plan, holdings.memberIds) : new Map(),
    groups: covers.groups ? dividedGroups(plan, holdings.groupIds) : new Map(),
    sharesTo: covers.shares ? plan.rest : null,
  })
}

const ALL = { members: true, groups: true, shares: true } as const

/** Everybody a plan names as a successor, each once. */
export const successorsOf = ({ rest, groups, memberShares }: HandoverPlan): string[] => [
  ...new Set([
    ...(rest === null ? [] : [rest]),
    ...groups.map(({ toStaffId }) => toStaffId),
    ...memberShares.map(({ toStaffId }) => toStaffId),
  ]),
]

function faultOf(
  plan: HandoverPlan,
  { groupIds }: Holdings,
  inService: ReadonlySet<string>,
  covers: HandoverPlan['covers'],
): HandoverFault | null {
  const successors = successorsOf(plan)
  const named = plan.groups.map(({ groupId }) => groupId)
  if (successors.includes(plan.staffId)) return 'to_oneself'
  if (successors.some((id) => !inService.has(id))) return 'successor_not_in_service'
  if (named.some((id) => !groupIds.includes(id))) return 'group_not_owned'
  if (new Set(named).size !== named.length) return 'group_twice'
  if (plan.form === 'leaver') return null
  if (!covers.members && !covers.groups && !covers.shares) return 'nothing_named'
  if (covers.shares && plan.rest === null) return 'no_successor'
  return successors.length === 0 ? 'no_successor' : null
}

function dividedGroups(plan: HandoverPlan, groupIds: readonly string[]): Map<string, string> {
  const named = new Map(plan.groups.map(({ groupId, toStaffId }) => [groupId, toStaffId]))
  return new Map(
    groupIds.flatMap((id) => {
      const to = named.get(id) ?? plan.rest
      return to === null ? [] : [[id, to] as const]
    }),
  )
}

/** By weight, the largest remainder first, so that the parts sum to the whole; without weights all to the rest. */
function dividedMembers(
  { memberShares, rest }: HandoverPlan,
  memberIds: readonly string[],
): Map<string, string> {
  const sorted = [...memberIds].sort()
  if (memberShares.length === 0) return new Map(rest === null ? [] : sorted.map((id) => [id, rest]))
  const whole = memberShares.reduce((sum, { weight }) => sum + weight, 0)
  const parts = memberShares.map(({ toStaffId, weight }, index) => {
    const exact = (sorted.length * weight) / whole
    return { toStaffId, index, count: Math.floor(exact), remainder: exact - Math.floor(exact) }
  })
  let spare = sorted.length - parts.reduce((sum, { count }) => sum + count, 0)
  for (const part of [...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (spare === 0) break
    part.count += 1
    spare -= 1
  }
  const divided = new Map<string, string>()
  let from = 0
  for (const { toStaffId, count } of parts) {
    for (const id of sorted.slice(from, from + count)) divided.set(id, toStaffId)
    from += count
  }
  return divided
}
