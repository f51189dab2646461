import type { Refusal } from '@contract/errors'
import type { PolicySettings, PolicyVersion, PolicyView } from '@contract/policy'
import {
  type AttributionPolicy,
  LAST_SHARE,
  type PolicyError,
  PROTECT_BINDING,
  presetOf,
  validatePolicy,
} from '@domain/attribution/policy'
import { ok, type Result, refuse } from '@domain/result'
import { desc, eq } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { attributionPolicies } from '../../schema/credit'
import { staff } from '../../schema/staff'
import { currentPolicy } from '../attribution/policy'
import { recordAudit } from '../staff/audit'

const HISTORY = 50

/** The policy in force, its history, and the presets a manager may start from. */
export async function policyView(db: Queryable, nowMs: number): Promise<PolicyView> {
  await currentPolicy(db, nowMs)
  const rows = await db
    .select({ policy: attributionPolicies, savedBy: staff.name })
    .from(attributionPolicies)
    .leftJoin(staff, eq(staff.id, attributionPolicies.savedBy))
    .orderBy(desc(attributionPolicies.version))
    .limit(HISTORY)
  const history = rows.map(({ policy, savedBy }): PolicyVersion => {
    // Only validated policies are saved, and the database refuses to change them afterwards.
    const saved = policy.settings as AttributionPolicy
    const { version, savedAt, note } = policy
    return { version, preset: saved.preset, settings: settingsOf(saved), savedAt, savedBy, note }
  })
  const [current] = history
  if (!current) throw new Error('a shop without a policy')
  const presets = [LAST_SHARE, PROTECT_BINDING].map((policy) => ({
    preset: policy.preset,
    settings: settingsOf(policy),
  }))
  return { current, history, presets }
}

const settingsOf = ({ version: _, preset: __, kinds, ...rest }: AttributionPolicy): PolicySettings => ({
  ...rest,
  kinds: [...kinds],
})

/** The settings as the policy of this version, checked; the preset's name follows from what they say. */
export function policyOf(settings: PolicySettings, version: number): Result<AttributionPolicy, Refusal> {
  const checked = validatePolicy({ ...settings, version, preset: presetOf(settings) })
  return checked.ok ? checked : refuse(invalid(checked.error))
}

const invalid = ({ field, rule }: PolicyError): Refusal => ({
  code: 'policy.invalid',
  message: `\`${field}\` must be: ${rule}.`,
  field: `/body/settings/${field}`,
  detail: { field, rule },
})

export interface PolicyChange {
  readonly basedOn: number
  readonly settings: PolicySettings
  readonly note?: string
}

/** Saves a new version for later orders. Of two managers who save on the same version the first wins. */
export async function savePolicy(
  deps: Deps,
  caller: StaffCaller,
  { basedOn, settings, note }: PolicyChange,
  nowMs: number,
): Promise<Result<PolicyView, Refusal>> {
  const policy = policyOf(settings, basedOn + 1)
  if (!policy.ok) return policy
  const saved = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    const current = await currentPolicy(tx, nowMs)
    if (current.version !== basedOn) return refuse(CHANGED)
    const { staffId } = caller.staff
    const { version } = policy.value
    const added = await tx
      .insert(attributionPolicies)
      .values({
        version,
        settings: policy.value,
        savedAt: nowMs,
        savedBy: staffId,
        note: note?.trim() || null,
      })
      .onConflictDoNothing()
      .returning({ version: attributionPolicies.version })
    if (added.length === 0) return refuse(CHANGED)
    const detail = JSON.stringify({ before: settingsOf(current), after: settings, note: note ?? '' })
    const audit = {
      at: nowMs,
      actorStaffId: staffId,
      action: 'policy.saved',
      subject: String(version),
      detail,
    }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  return saved.ok ? ok(await policyView(deps.db, nowMs)) : saved
}

const CHANGED: Refusal = {
  code: 'conflict.retry',
  message: 'Somebody saved another policy meanwhile; look at it before saving over it.',
}
