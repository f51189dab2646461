import type { Occasion } from '@domain/message/occasions'
import { companyName } from '@domain/shipment/companies'
import type { Tx } from '../../platform/database'
import type { OrderHooks } from '../order/hook-types'
import { linesOf, type OrderRow } from '../order/store'
import { parcelsOf } from '../shipment/store'
import { readSettings } from '../shop/settings'
import { notify } from './notify'

/** The page of one order, as the mini-program names it. */
const orderPage = ({ id }: OrderRow): string => `packages/orders/pages/detail/index?id=${id}`

/** A shop without a template for an occasion writes nothing for it: nobody could ever be told. */
async function isTold(tx: Tx, occasion: Occasion): Promise<boolean> {
  return (await readSettings(tx)).messageTemplates[occasion] !== null
}

async function aboutOrder(tx: Tx, order: OrderRow, at: number) {
  const lines = await linesOf(tx, [order.id])
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const title = lines[0]?.title ?? '商品'
  const goods = pieces > 1 ? `${[...title].slice(0, 14).join('')}等${pieces}件` : title
  return { orderNumber: order.number, goods, time: at }
}

/** What members are told of their orders: paid, sent, money back. Each once. */
export const messageHooks: OrderHooks = {
  async onOrderPaid(tx, deps, { order, at }) {
    if (!(await isTold(tx, 'paid'))) return
    const facts = {
      ...(await aboutOrder(tx, order, at)),
      amount: order.payableFen,
      status: '待发货',
      tip: '已收到付款，我们会尽快发货',
    }
    await notify(
      tx,
      deps,
      { occasion: 'paid', memberId: order.memberId, about: order.id, facts, page: orderPage(order) },
      at,
    )
  },
  async onOrderShipped(tx, deps, { order, at }) {
    if (!(await isTold(tx, 'shipped'))) return
    const parcels = await parcelsOf(tx, [order.id])
    const [first] = parcels
    const facts = {
      ...(await aboutOrder(tx, order, at)),
      ...(first && { company: companyName(first.companyCode), trackingNumber: first.trackingNumber }),
      status: '已发货',
      tip: parcels.length > 1 ? `分${parcels.length}个包裹寄出` : '点击查看包裹',
    }
    await notify(
      tx,
      deps,
      { occasion: 'shipped', memberId: order.memberId, about: order.id, facts, page: orderPage(order) },
      at,
    )
  },
  async onOrderRefunded(tx, deps, { order, refundId, amountFen, at }) {
    if (amountFen === 0 || !(await isTold(tx, 'refund'))) return
    const isLateMoney = order.paidAt === null
    const facts = {
      ...(await aboutOrder(tx, order, at)),
      amount: amountFen,
      status: '已退款',
      tip: isLateMoney ? '付款时已售完，货款已原路退回' : '款项已原路退回',
    }
    await notify(
      tx,
      deps,
      { occasion: 'refund', memberId: order.memberId, about: refundId, facts, page: orderPage(order) },
      at,
    )
  },
}
