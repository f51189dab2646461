import type { OrderState } from '@contract/order'

/** An order's state as staff read it. */
export const STATE_TEXT: Readonly<Record<OrderState, string>> = {
  unpaid: '待付款',
  paid: '待发货',
  shipped: '已发货',
  received: '已收货',
  closed: '已关闭',
  refunded: '已退款',
}
