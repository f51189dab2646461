import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { orderAttributions } from '../../schema/credit'

/** The two independent answers of an order, with the facts they rest on and every candidate's verdict. */
export interface OrderAttribution {
  /** null where nobody earns: the account `none`. */
  readonly staffId: string | null
  readonly groupId: string | null
  readonly reason: string
  readonly policyVersion: number
  readonly facts: unknown
  readonly decision: unknown
}

/** Loads the facts known at `orderedAt` and decides by the policy in force. Writes nothing. */
export async function attributeOrder(
  _tx: Queryable,
  _deps: Deps,
  _order: { readonly memberId: string; readonly orderedAt: number },
): Promise<OrderAttribution> {
  throw new Error('attribution is not wired to its rules yet')
}

/** Keeps what the order's attribution rested on. The order's row must stand already; called in its transaction. */
export async function saveAttribution(
  tx: Queryable,
  orderId: string,
  attribution: OrderAttribution,
): Promise<void> {
  const { facts, decision, policyVersion } = attribution
  await tx.insert(orderAttributions).values({ orderId, facts, decision, policyVersion })
}
