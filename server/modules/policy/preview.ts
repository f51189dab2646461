import type { Refusal } from '@contract/errors'
import type { PolicyPreview, PolicySettings } from '@contract/policy'
import { decide } from '@domain/attribution/decide'
import { explain } from '@domain/attribution/explain'
import type { AttributionPolicy } from '@domain/attribution/policy'
import type { Attribution, AttributionFacts } from '@domain/attribution/types'
import { ok, type Result } from '@domain/result'
import { DAY_MS } from '@domain/shop-time'
import { instantToText } from '../../platform/column-types'
import type { Queryable } from '../../platform/database'
import { currentPolicy, policiesOf } from '../attribution/policy'
import { namesFor } from '../staff/names'
import { policyOf } from './service'

const PREVIEW_DAYS = 30
/** The newest of them: a preview is for a screen, and a shop of this size sees the pattern in as many. */
const MAX_ORDERS = 5000
const MAX_EXAMPLES = 10

interface Kept {
  readonly orderId: string
  readonly number: string
  readonly createdAt: number
  readonly goods: number
  readonly facts: AttributionFacts
  readonly decision: Attribution
  readonly policyVersion: number
}

/** What the settings would have made of the latest orders, decided again from the facts they kept. Saves nothing. */
export async function previewPolicy(
  db: Queryable,
  settings: PolicySettings,
  nowMs: number,
): Promise<Result<PolicyPreview, Refusal>> {
  const current = await currentPolicy(db, nowMs)
  const tried = policyOf(settings, current.version + 1)
  if (!tried.ok) return tried
  const from = nowMs - PREVIEW_DAYS * DAY_MS
  const kept = await keptSince(db, from)
  const judged = kept.map((order) => ({ order, after: decide(order.facts, tried.value) }))
  const moved = judged.filter(({ order, after }) => after.staffId !== order.decision.staffId)
  const shown = moved.slice(0, MAX_EXAMPLES)
  const names = await namesFor(
    db,
    moved.flatMap(({ order, after }) => [order.decision, after]),
  )
  const policies = await policiesOf(db, [...new Set(kept.map((order) => order.policyVersion))])
  return ok({
    from,
    to: nowMs,
    orders: kept.length,
    changed: moved.length,
    isExact: [...policies.values()].every((old) => reachesAsFar(old, tried.value)),
    staff: sums(moved, names.staff),
    examples: shown.map(({ order, after }) => ({
      orderId: order.orderId,
      number: order.number,
      createdAt: order.createdAt,
      before: explain(order.decision, names, 'manager'),
      after: explain(after, names, 'manager'),
    })),
  })
}

/** Orders keep what lay within twice the larger window of their own policy. */
function reachesAsFar(old: AttributionPolicy, tried: AttributionPolicy): boolean {
  const reach = 2 * Math.max(old.shareWindowMs, old.groupWindowMs)
  return Math.max(tried.shareWindowMs, tried.groupWindowMs) <= reach
}

async function keptSince(db: Queryable, from: number): Promise<Kept[]> {
  const { rows } = await db.$client.query<Kept>({
    name: 'policy-preview',
    text: `select o.id as "orderId", o.number, o.created_at as "createdAt", o.goods_fen - o.discount_fen as goods,
                  a.facts, a.decision, a.policy_version as "policyVersion"
             from orders o join order_attributions a on a.order_id = o.id
            where o.created_at >= $1 and o.paid_at is not null
            order by o.created_at desc, o.id desc limit ${MAX_ORDERS}`,
    values: [instantToText(from)],
  })
  return rows
}

interface Moved {
  readonly order: Kept
  readonly after: Attribution
}

function sums(moved: readonly Moved[], names: Readonly<Record<string, string>>): PolicyPreview['staff'] {
  const byStaff = new Map<string | null, PolicyPreview['staff'][number]>()
  const rowOf = (staffId: string | null) => {
    const name = staffId === null ? '无人归属' : (names[staffId] ?? '一位导购')
    const empty = { staffId, name, ordersBefore: 0, ordersAfter: 0, salesBeforeFen: 0, salesAfterFen: 0 }
    const row = byStaff.get(staffId) ?? empty
    byStaff.set(staffId, row)
    return row
  }
  for (const { order, after } of moved) {
    const [loser, gainer] = [rowOf(order.decision.staffId), rowOf(after.staffId)]
    loser.ordersBefore += 1
    loser.salesBeforeFen += order.goods
    gainer.ordersAfter += 1
    gainer.salesAfterFen += order.goods
  }
  return [...byStaff.values()]
}
