import { decide } from '@domain/attribution/decide'
import type { Attribution, AttributionFacts } from '@domain/attribution/types'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { orderAttributions } from '../../schema/credit'
import { staff } from '../../schema/staff'
import { lineRates } from '../ledger/rates'
import { loadFacts } from './facts'
import { currentPolicy } from './policy'

/** The two independent answers of an order, with the facts they rest on and every candidate's verdict. */
export interface OrderAttribution {
  /** null where nobody earns: the account `none`. */
  readonly staffId: string | null
  readonly groupId: string | null
  readonly reason: string
  readonly policyVersion: number
  readonly facts: AttributionFacts
  readonly decision: Attribution
  /** The winner's rate now; null where no commission is recorded. */
  readonly commissionBps: number | null
}

/** Loads the facts known at `orderedAt` and decides by the policy in force. */
export async function attributeOrder(
  tx: Queryable,
  _deps: Deps,
  order: { readonly memberId: string; readonly orderedAt: number },
): Promise<OrderAttribution> {
  const policy = await currentPolicy(tx, order.orderedAt)
  const facts = await loadFacts(tx, order, policy)
  const decision = decide(facts, policy)
  const { staffId, groupId, reason, policyVersion } = decision
  const commissionBps = await commissionOf(tx, staffId)
  return { staffId, groupId, reason, policyVersion, facts, decision, commissionBps }
}

/** Keeps what the order's attribution rested on. The order and its lines must stand already; called in its transaction. */
export async function saveAttribution(
  tx: Queryable,
  orderId: string,
  { facts, decision, policyVersion, commissionBps }: OrderAttribution,
): Promise<void> {
  await tx.insert(orderAttributions).values({
    orderId,
    facts,
    decision,
    policyVersion,
    commissionBps,
    lineCommissions: decision.staffId === null ? null : await lineRates(tx, orderId, commissionBps ?? 0),
    evidenceTouchId: decision.evidenceTouchId,
  })
}

async function commissionOf(db: Queryable, staffId: string | null): Promise<number | null> {
  if (staffId === null) return null
  const [row] = await db.select({ bps: staff.commissionBps }).from(staff).where(eq(staff.id, staffId))
  return row && row.bps > 0 ? row.bps : null
}
