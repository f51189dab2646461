import type { OrderHooks } from '../order/hook-types'
import { withdraw } from './request'
import { standingInvoice } from './store'

/** With the last of its money an order needs no invoice any more; an issued one the manager sees as too high. */
export const invoiceHooks: OrderHooks = {
  async onOrderRefunded(tx, _deps, { order, isLast, at }) {
    if (!isLast) return
    const standing = await standingInvoice(tx, order.id)
    if (standing?.state === 'requested') await withdraw(tx, standing.id, at)
  },
}
