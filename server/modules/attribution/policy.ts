import { type AttributionPolicy, LAST_SHARE } from '@domain/attribution/policy'
import { desc, inArray } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { attributionPolicies } from '../../schema/credit'

/** The policy in force: the latest saved one. A shop that has saved none begins with `last-share` as version 1. */
export async function currentPolicy(db: Queryable, nowMs: number): Promise<AttributionPolicy> {
  const latest = await latestPolicy(db)
  if (latest) return latest
  await db
    .insert(attributionPolicies)
    .values({ version: LAST_SHARE.version, settings: LAST_SHARE, savedAt: nowMs })
    .onConflictDoNothing()
  return (await latestPolicy(db)) ?? LAST_SHARE
}

async function latestPolicy(db: Queryable): Promise<AttributionPolicy | null> {
  const [row] = await db
    .select({ settings: attributionPolicies.settings })
    .from(attributionPolicies)
    .orderBy(desc(attributionPolicies.version))
    .limit(1)
  // Only validated policies are saved, and the database refuses to change them afterwards.
  return row ? (row.settings as AttributionPolicy) : null
}

/** Saved policies by version. */
export async function policiesOf(
  db: Queryable,
  versions: readonly number[],
): Promise<Map<number, AttributionPolicy>> {
  const rows = await db
    .select()
    .from(attributionPolicies)
    .where(inArray(attributionPolicies.version, [...versions]))
  return new Map(rows.map((row) => [row.version, row.settings as AttributionPolicy]))
}
