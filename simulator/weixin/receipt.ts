import { announceSettlement } from '../push/events'
import type { World } from '../world'
import type { Shipping } from './shipping-records'
import { confirmsAt } from './shipping-rules'

/** The customer, or the rule, says that the goods are there. */
export function confirmReceipt(
  world: World,
  shipping: Shipping,
  by: NonNullable<Shipping['confirmedBy']>,
  at: number,
): void {
  shipping.confirmedAt = at
  shipping.confirmedBy = by
  const order = world.state.orders[shipping.outTradeNo]
  if (order) announceSettlement(world, order, shipping)
  world.changed()
}

/** Confirms all whose time has come. */
export function confirmByRule(world: World): void {
  for (const shipping of Object.values(world.state.shippings)) {
    const at = confirmsAt(shipping)
    if (at !== null && at <= world.now()) confirmReceipt(world, shipping, 'rule', at)
  }
}

/** When the next receipt will be confirmed by rule. */
export const nextConfirmation = (world: World): number =>
  Object.values(world.state.shippings).reduce(
    (soonest, shipping) => Math.min(soonest, confirmsAt(shipping) ?? soonest),
    Number.POSITIVE_INFINITY,
  )
