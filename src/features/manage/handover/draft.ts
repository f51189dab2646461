import type { HandoverPlan } from '@contract/handover'

/** One who takes over, with their part of the members; the first also takes what nobody else is named for. */
export interface Successor {
  readonly staffId: string
  /** 0: no members, only the groups that are named. */
  readonly weight: number
}

export interface HandoverDraft {
  readonly form: HandoverPlan['form']
  readonly successors: readonly Successor[]
  /** Groups that go to somebody else than the first successor, by group. */
  readonly groupTo: Readonly<Record<string, string>>
  readonly covers: HandoverPlan['covers']
}

export const EMPTY_DRAFT: HandoverDraft = {
  form: 'leaver',
  successors: [],
  groupTo: {},
  covers: { members: true, groups: true, shares: false },
}

/** The draft with one more successor; the parts of all start even. */
export const withSuccessor = (draft: HandoverDraft, staffId: string): HandoverDraft =>
  draft.successors.some((it) => it.staffId === staffId)
    ? draft
    : { ...draft, successors: [...draft.successors, { staffId, weight: 1 }] }

/** The draft without that successor; groups named for them go to the first one again. */
export function withoutSuccessor(draft: HandoverDraft, staffId: string): HandoverDraft {
  const named = Object.entries(draft.groupTo).filter(([, to]) => to !== staffId)
  return {
    ...draft,
    successors: draft.successors.filter((it) => it.staffId !== staffId),
    groupTo: Object.fromEntries(named),
  }
}

/** The plan as the shop takes it. */
export function planOf(draft: HandoverDraft, staffId: string): HandoverPlan {
  const { form, successors, groupTo, covers } = draft
  const rest = successors[0]?.staffId ?? null
  const shares = successors.filter(({ weight }) => weight > 0)
  return {
    staffId,
    form,
    rest,
    groups: Object.entries(groupTo)
      .filter(([, to]) => to !== rest)
      .map(([groupId, toStaffId]) => ({ groupId, toStaffId })),
    memberShares:
      successors.length > 1 ? shares.map((it) => ({ toStaffId: it.staffId, weight: it.weight })) : [],
    covers: form === 'leaver' ? { members: true, groups: true, shares: true } : { ...covers },
  }
}

/** A successor's part of the members in whole percent, as the weights stand. */
export function percentOf(successors: readonly Successor[], { weight }: Successor): number {
  const whole = successors.reduce((sum, it) => sum + it.weight, 0)
  return whole === 0 ? 0 : Math.round((weight * 100) / whole)
}

/** What is missing before the plan means something; null where it does. */
export function missingOf({ form, successors, covers }: HandoverDraft): string | null {
  if (form === 'leaver') return null
  if (!covers.members && !covers.groups && !covers.shares) return '选一样要交出去的'
  return successors.length === 0 ? '选一位接手的同事' : null
}
