import type { OrderView } from '@contract/order'
import type { IconName } from '../../ui/icon'

type State = OrderView['state']

interface StateWords {
  readonly icon: IconName
  /** At the head of an order. */
  readonly title: string
  /** On a card in the list. */
  readonly short: string
  readonly text: string
}

export const STATE_WORDS: Readonly<Record<State, StateWords>> = {
  unpaid: { icon: 'wallet', title: '待付款', short: '待付款', text: '' },
  paid: { icon: 'box', title: '已支付', short: '待发货', text: '店里正在备货，发出后会更新在这里' },
  shipped: {
    icon: 'truck',
    title: '已发货',
    short: '待收货',
    text: '收到后点「确认收货」，有问题随时申请售后',
  },
  received: { icon: 'check', title: '已完成', short: '已完成', text: '谢谢你在这里买东西' },
  closed: { icon: 'clock', title: '已关闭', short: '已关闭', text: '没有付款，库存已经放回' },
  refunded: { icon: 'return', title: '已退款', short: '已退款', text: '款项按原路退回，到账时间以微信为准' },
}

const EVENT_WORDS: Readonly<Record<string, string>> = {
  create: '提交订单',
  pay: '支付成功',
  cancel: '已取消',
  expire: '超时未付款，已关闭',
  ship: '已发货',
  receive: '已收货',
  refundPart: '部分退款',
  refundAll: '全部退款',
  payLate: '付款晚到，订单已恢复',
  payTooLate: '付款晚到且已无货，款项退回',
}

/** What a step of an order's history is called; a new kind of step is still a step. */
export const eventText = (event: string): string => EVENT_WORDS[event] ?? '订单有更新'

/** Why a closed order was closed. */
export const closedText = (events: readonly { readonly event: string }[]): string =>
  events.some((it) => it.event === 'cancel') ? '你取消了这个订单' : '超过付款时间，订单已自动关闭'
