import { randomText } from '../crypto/random'
import { transactionView } from '../mch/orders'
import type { Order, RefundRecord } from '../mch/records'
import { refundNotice } from '../mch/refund-records'
import type { World } from '../world'
import { planNotification, type Told } from './plan'

function announce(world: World, told: Omit<Told, 'id' | 'createdAt'>, outTradeNo: string): void {
  const id = `EV-${randomText(24)}`
  const faults = world.faults.forNotification(told.event, outTradeNo)
  const planned = planNotification({ ...told, id, createdAt: world.now() }, faults)
  const { event, about } = told
  if (planned === null)
    world.log.add({
      kind: 'notification',
      id,
      event,
      flavour: 'drop',
      attempt: 0,
      answer: 'never sent',
      about,
    })
  else world.state.notifications[id] = planned
  world.changed()
}

/** Tells the shop that an order was paid. */
export const announcePayment = (world: World, order: Order): void =>
  announce(
    world,
    {
      event: 'TRANSACTION.SUCCESS',
      url: order.notifyUrl,
      originalType: 'transaction',
      resource: transactionView(order),
      about: order.outTradeNo,
    },
    order.outTradeNo,
  )

/** Tells the shop how a refund ended, if it asked to be told. */
export function announceRefund(world: World, refund: RefundRecord, order: Order): void {
  if (refund.notifyUrl === null) return
  announce(
    world,
    {
      event: `REFUND.${refund.status}`,
      url: refund.notifyUrl,
      originalType: 'refund',
      resource: refundNotice(refund, order),
      about: refund.outRefundNo,
    },
    order.outTradeNo,
  )
}
