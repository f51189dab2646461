import type { LeaverFact, SuccessionFact } from './types'

/** What the credit hangs on: group credit may pass to another successor than a member's or the rest. */
export interface CreditScope {
  readonly groupId: string | null
  readonly memberId: string | null
}

const isInForce = (succession: SuccessionFact, at: number): boolean =>
  succession.from <= at && (succession.until === null || at < succession.until)

/** 2: named for this group or member · 1: general · 0: named for another one. */
function closeness(succession: SuccessionFact, scope: CreditScope): number {
  const isGroupFit = succession.groupId === null || succession.groupId === scope.groupId
  const isMemberFit = succession.memberId === null || succession.memberId === scope.memberId
  if (!isGroupFit || !isMemberFit) return 0
  return succession.groupId === null && succession.memberId === null ? 1 : 2
}

/** The successor in force: the one named for the scope before the general one, the latest among equals. */
function successorOf(leaver: LeaverFact, scope: CreditScope, at: number): string | null {
  const inForce = leaver.successions
    .filter((succession) => isInForce(succession, at) && closeness(succession, scope) > 0)
    .sort(
      (a, b) =>
        closeness(b, scope) - closeness(a, scope) ||
        b.from - a.from ||
        (a.successorId < b.successorId ? -1 : 1),
    )
  return inForce[0]?.successorId ?? null
}

/**
 * Who stands for a staff member at a moment: themselves while in service, else the end of the chain of
 * successors. null where the chain ends with a leaver, or runs in a circle.
 */
export function resolveStaff(
  staffId: string,
  leavers: readonly LeaverFact[],
  scope: CreditScope,
  at: number,
): string | null {
  const passed = new Set<string>()
  let current: string | null = staffId
  while (current !== null) {
    const id: string = current
    const leaver = leavers.find((l) => l.staffId === id && l.leftAt <= at)
    if (!leaver) return id
    if (passed.has(id)) return null
    passed.add(id)
    current = successorOf(leaver, scope, at)
  }
  return null
}
