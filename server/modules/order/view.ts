import type { OrderSummary, OrderView } from '@contract/order'
import { unitsLeft } from '@domain/after-sale/choose'
import { isOpen } from '@domain/after-sale/flow'
import { actions, type OrderAction } from '@domain/order/actions'
import { isLive } from '@domain/order/flow'
import type { Deps } from '../../platform/deps'
import { spokenForUnits } from '../after-sale/standing'
import { type AfterSaleRow, afterSalesOf } from '../after-sale/store'
import { briefOf } from '../after-sale/view'
import { pictureOf } from '../catalogue/pictures'
import { couponsOfOrder } from '../coupon/spend'
import { servingStaffOf } from '../staff/serving'
import { eventsOf, linesOf, type OrderLineRow, type OrderRow, refundedFenOf } from './store'

type Button = OrderView['actions'][number]

const BUTTON_OF: Partial<Record<OrderAction, Button>> = {
  pay: 'pay',
  cancel: 'cancel',
  confirmReceipt: 'confirm_receipt',
  refund: 'refund',
  askRefund: 'ask_refund',
  buyAgain: 'buy_again',
}

/**
 * What the member can do now. An order past its time shows no pay button while the clock's job is still on its way,
 * and one whose pieces are all asked back shows no button to ask for them.
 */
export const buttonsOf = (
  order: Pick<OrderRow, 'state' | 'expiresAt'>,
  lines: readonly OrderLineRow[],
  afterSales: readonly AfterSaleRow[],
  nowMs: number,
): Button[] => {
  const isAllAsked = ![...refundable(order, lines, afterSales).values()].some((units) => units.length > 0)
  return actions(order.state, 'member')
    .filter((action) => action !== 'pay' || nowMs < order.expiresAt)
    .filter((action) => !isAllAsked || (action !== 'refund' && action !== 'askRefund'))
    .flatMap((action) => BUTTON_OF[action] ?? [])
}

/** The units of each line that may still be given back. */
function refundable(
  { state }: Pick<OrderRow, 'state'>,
  lines: readonly OrderLineRow[],
  afterSales: readonly AfterSaleRow[],
): Map<string, number[]> {
  if (!isLive(state)) return new Map()
  const pieces = lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
  return unitsLeft(pieces, spokenForUnits(afterSales))
}

/** An order as its member sees it. */
export async function orderView(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  order: OrderRow,
  nowMs: number,
): Promise<OrderView> {
  const [lines, afterSales, timeline, refundedFen, servingStaff, coupons] = await Promise.all([
    linesOf(db, [order.id]),
    afterSalesOf(db, [order.id]),
    eventsOf(db, order.id),
    refundedFenOf(db, order.id),
    servingStaffOf(db, order.memberId),
    couponsOfOrder(db, order.id),
  ])
  const left = refundable(order, lines, afterSales)
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    lines: lines.map((line) => lineView(config, line, left.get(line.id) ?? [])),
    goodsFen: order.goodsFen,
    discountFen: order.discountFen,
    freightFen: order.freightFen,
    freightDiscountFen: order.freightDiscountFen,
    payableFen: order.payableFen,
    refundedFen,
    address: order.address,
    remark: order.remark,
    coupons,
    createdAt: order.createdAt,
    expiresAt: order.expiresAt,
    paidAt: order.paidAt,
    closedAt: order.closedAt,
    actions: buttonsOf(order, lines, afterSales, nowMs),
    afterSales: afterSales.map(briefOf),
    timeline,
    servingStaff,
  }
}

const lineView = (
  config: Deps['config'],
  line: OrderLineRow,
  left: readonly number[],
): OrderView['lines'][number] => ({
  id: line.id,
  skuId: line.skuId,
  productId: line.productId,
  title: line.title,
  spec: line.spec,
  picture: pictureOf(config, line.image ?? ''),
  unitPriceFen: line.unitPriceFen,
  quantity: line.quantity,
  discountFen: line.discountFen,
  paidFen: line.paidFen,
  refundedUnits: line.refundedUnits,
  refundableFen: left.map((unit) => line.unitPaidFen[unit] ?? 0),
})

/** An order in a list. */
export const orderSummary = (
  config: Deps['config'],
  order: OrderRow,
  lines: readonly OrderLineRow[],
  afterSales: readonly AfterSaleRow[],
  nowMs: number,
): OrderSummary => ({
  id: order.id,
  number: order.number,
  state: order.state,
  payableFen: order.payableFen,
  itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
  lines: lines.map(({ title, image, quantity }) => ({
    title,
    picture: pictureOf(config, image ?? ''),
    quantity,
  })),
  createdAt: order.createdAt,
  expiresAt: order.expiresAt,
  actions: buttonsOf(order, lines, afterSales, nowMs),
  afterSale: afterSales.find(({ state }) => isOpen(state))?.state ?? null,
})
