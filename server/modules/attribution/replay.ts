import { decide } from '@domain/attribution/decide'
import type { Attribution, AttributionFacts } from '@domain/attribution/types'
import { asc, gt } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { orderAttributions } from '../../schema/credit'
import { policiesOf } from './policy'

export interface ReplayDifference {
  readonly orderId: string
  readonly kept: Attribution
  readonly replayed: Attribution
}

export interface ReplayReport {
  readonly orders: number
  readonly differences: readonly ReplayDifference[]
}

const PAGE = 500
const MIN_UUID = '00000000-0000-0000-0000-000000000000'

/** Decides every stored order again from the facts it kept, by the policy it names, and reports each difference. */
export async function replayAll(db: Queryable): Promise<ReplayReport> {
  const differences: ReplayDifference[] = []
  let orders = 0
  for (let after = MIN_UUID; ; ) {
    const rows = await db
      .select()
      .from(orderAttributions)
      .where(gt(orderAttributions.orderId, after))
      .orderBy(asc(orderAttributions.orderId))
      .limit(PAGE)
    const policies = await policiesOf(db, [...new Set(rows.map((row) => row.policyVersion))])
    for (const row of rows) {
      const policy = policies.get(row.policyVersion)
      if (!policy) throw new Error(`policy ${row.policyVersion} is missing`)
      const kept = row.decision as Attribution
      const replayed = decide(row.facts as AttributionFacts, policy)
      if (canonical(kept) !== canonical(replayed)) differences.push({ orderId: row.orderId, kept, replayed })
    }
    orders += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return { orders, differences }
    after = last.orderId
  }
}

/** The same text for the same value: jsonb gives keys back in its own order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
