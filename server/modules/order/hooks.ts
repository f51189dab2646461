import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { couponHooks } from '../coupon/spend'
import { invoiceHooks } from '../invoice/hooks'
import { messageHooks } from '../message/hooks'
import { shipmentHooks } from '../shipment/hooks'
import type { OrderHooks } from './hook-types'
import type { OrderRow } from './store'

/** Who hangs on an order's life, one line per module, run in this order. */
const HOOKS: readonly OrderHooks[] = [couponHooks, shipmentHooks, invoiceHooks, messageHooks]

type Moments = Omit<OrderHooks, 'mayPayLate'>
type MomentOf<K extends keyof Moments> = Parameters<NonNullable<Moments[K]>>[2]

/** Runs every module's part of a moment, inside the transaction of that moment. */
export async function runHooks<K extends keyof Moments>(
  name: K,
  tx: Tx,
  deps: Deps,
  moment: MomentOf<K>,
): Promise<void> {
  for (const hooks of HOOKS) {
    const hook = hooks[name] as ((tx: Tx, deps: Deps, moment: MomentOf<K>) => Promise<void>) | undefined
    await hook?.(tx, deps, moment)
  }
}

/** Whether every module could take again what it freed when the order was closed. All have, or none has. */
export async function mayPayLate(tx: Tx, deps: Deps, order: OrderRow): Promise<boolean> {
  await tx.$client.query('savepoint pay_late')
  for (const { mayPayLate: may } of HOOKS) {
    if (!may || (await may(tx, deps, order))) continue
    await tx.$client.query('rollback to savepoint pay_late')
    return false
  }
  await tx.$client.query('release savepoint pay_late')
  return true
}
