import type { OrderSummary, OrderView } from '@contract/order'
import { actions, type OrderAction } from '@domain/order/actions'
import type { Deps } from '../../platform/deps'
import { pictureOf } from '../catalogue/pictures'
import { servingStaffOf } from '../staff/serving'
import { eventsOf, linesOf, type OrderLineRow, type OrderRow, refundedFenOf } from './store'

type Button = OrderView['actions'][number]

/** The domain's buttons that this release has routes for. */
const BUTTON_OF: Partial<Record<OrderAction, Button>> = {
  pay: 'pay',
  cancel: 'cancel',
  buyAgain: 'buy_again',
}

/** What the member can do now. An order past its time shows no pay button while the clock's job is still on its way. */
export const buttonsOf = (order: Pick<OrderRow, 'state' | 'expiresAt'>, nowMs: number): Button[] =>
  actions(order.state, 'member')
    .filter((action) => action !== 'pay' || nowMs < order.expiresAt)
    .flatMap((action) => BUTTON_OF[action] ?? [])

/** An order as its member sees it. */
export async function orderView(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  order: OrderRow,
  nowMs: number,
): Promise<OrderView> {
  const [lines, timeline, refundedFen, servingStaff] = await Promise.all([
    linesOf(db, [order.id]),
    eventsOf(db, order.id),
    refundedFenOf(db, order.id),
    servingStaffOf(db, order.memberId),
  ])
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    lines: lines.map((line) => lineView(config, line)),
    goodsFen: order.goodsFen,
    discountFen: order.discountFen,
    freightFen: order.freightFen,
    freightDiscountFen: order.freightDiscountFen,
    payableFen: order.payableFen,
    refundedFen,
    address: order.address,
    remark: order.remark,
    createdAt: order.createdAt,
    expiresAt: order.expiresAt,
    paidAt: order.paidAt,
    closedAt: order.closedAt,
    actions: buttonsOf(order, nowMs),
    timeline,
    servingStaff,
  }
}

const lineView = (config: Deps['config'], line: OrderLineRow): OrderView['lines'][number] => ({
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
})

/** An order in a list. */
export const orderSummary = (
  config: Deps['config'],
  order: OrderRow,
  lines: readonly OrderLineRow[],
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
  actions: buttonsOf(order, nowMs),
})
