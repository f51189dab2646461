import { ok, type Result, refuse } from '../result'
import { DAY_MS } from '../shop-time'

/** Where a candidate comes from. */
export type CandidateKind = 'share' | 'group' | 'binding'
export const CANDIDATE_KINDS: readonly CandidateKind[] = ['share', 'group', 'binding']

/**
 * What happens when the buyer is a candidate of their own order. `nobody`: their candidates are struck, and if
 * one of them would have won nobody earns. `next`: struck, the next candidate earns. `allowed`: they earn.
 */
export type SelfPurchase = 'nobody' | 'next' | 'allowed'

/** How staff are credited. Saved policies get a version and apply to later orders only. */
export interface AttributionPolicy {
  readonly version: number
  readonly preset: 'last-share' | 'protect-binding' | 'custom'
  /** Earlier kinds beat later ones; a kind left out never earns. */
  readonly kinds: readonly CandidateKind[]
  readonly shareWindowMs: number
  readonly groupWindowMs: number
  /** Which touch within a kind wins. */
  readonly pick: 'last' | 'first'
  /** The bound staff member goes first while the member's last paid order through them is younger; 0 = never. */
  readonly protectDays: number
  readonly selfPurchase: SelfPurchase
}

/** Share, then group, then binding; the latest touch within a kind. */
export const LAST_SHARE: AttributionPolicy = {
  version: 1,
  preset: 'last-share',
  kinds: ['share', 'group', 'binding'],
  shareWindowMs: 7 * DAY_MS,
  groupWindowMs: 7 * DAY_MS,
  pick: 'last',
  protectDays: 0,
  selfPurchase: 'nobody',
}

/** As LAST_SHARE, but a member who bought through their staff member in the last 30 days stays theirs. */
export const PROTECT_BINDING: AttributionPolicy = {
  ...LAST_SHARE,
  preset: 'protect-binding',
  protectDays: 30,
}

/** The name of the preset that says exactly this; `custom` for any other. */
export function presetOf(
  settings: Omit<AttributionPolicy, 'version' | 'preset'>,
): AttributionPolicy['preset'] {
  const same = [LAST_SHARE, PROTECT_BINDING].find(
    (preset) =>
      preset.kinds.join() === settings.kinds.join() &&
      preset.shareWindowMs === settings.shareWindowMs &&
      preset.groupWindowMs === settings.groupWindowMs &&
      preset.pick === settings.pick &&
      preset.protectDays === settings.protectDays &&
      preset.selfPurchase === settings.selfPurchase,
  )
  return same?.preset ?? 'custom'
}

export type PolicyError = {
  readonly code: 'policy.invalid'
  readonly field: keyof AttributionPolicy
  readonly rule: string
}

const MAX_WINDOW_MS = 90 * DAY_MS

/** Checks a policy a manager wants to save; names the first field at fault. */
export function validatePolicy(policy: AttributionPolicy): Result<AttributionPolicy, PolicyError> {
  const fault = (field: keyof AttributionPolicy, rule: string) =>
    refuse({ code: 'policy.invalid', field, rule } as const)
  const isWindow = (ms: number) => Number.isSafeInteger(ms) && ms > 0 && ms <= MAX_WINDOW_MS

  if (!Number.isSafeInteger(policy.version) || policy.version < 1)
    return fault('version', 'a whole number from 1')
  if (policy.kinds.length === 0) return fault('kinds', 'at least one kind')
  if (policy.kinds.some((kind) => !CANDIDATE_KINDS.includes(kind))) return fault('kinds', 'known kinds only')
  if (new Set(policy.kinds).size !== policy.kinds.length) return fault('kinds', 'each kind once')
  if (!isWindow(policy.shareWindowMs)) return fault('shareWindowMs', 'more than 0, at most 90 days')
  if (!isWindow(policy.groupWindowMs)) return fault('groupWindowMs', 'more than 0, at most 90 days')
  if (policy.pick !== 'last' && policy.pick !== 'first') return fault('pick', 'last or first')
  if (!Number.isSafeInteger(policy.protectDays) || policy.protectDays < 0 || policy.protectDays > 365)
    return fault('protectDays', 'whole days from 0 to 365')
  if (policy.protectDays > 0 && !policy.kinds.includes('binding'))
    return fault('protectDays', 'protection needs the kind binding')
  if (!['nobody', 'next', 'allowed'].includes(policy.selfPurchase))
    return fault('selfPurchase', 'nobody, next or allowed')
  return ok(policy)
}
