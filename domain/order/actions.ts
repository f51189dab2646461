import { mayFire, ORDER_FLOW, type OrderEvent, type OrderState } from './flow'

export type OrderAction = 'pay' | 'cancel' | 'refund' | 'askRefund' | 'confirmReceipt' | 'ship' | 'buyAgain'
export type OrderViewer = 'member' | 'manager'

const has = (state: OrderState, event: OrderEvent): boolean => event in ORDER_FLOW[state]

/** When a button stands on an order, told by the same table that moves it. In the order they are drawn. */
const BUTTONS: readonly {
  readonly action: OrderAction
  readonly isShown: (state: OrderState, viewer: OrderViewer) => boolean
}[] = [
  // The member pays at WeChat; the move itself is WeChat's.
  { action: 'pay', isShown: (state, viewer) => viewer === 'member' && has(state, 'pay') },
  { action: 'confirmReceipt', isShown: (state, viewer) => mayFire(state, 'receive', viewer) },
  { action: 'ship', isShown: (state, viewer) => mayFire(state, 'ship', viewer) },
  { action: 'cancel', isShown: (state, viewer) => mayFire(state, 'cancel', viewer) },
  { action: 'refund', isShown: (state, viewer) => mayFire(state, 'refundAll', viewer) },
  {
    action: 'askRefund',
    isShown: (state, viewer) =>
      viewer === 'member' && has(state, 'refundAll') && !mayFire(state, 'refundAll', 'member'),
  },
  { action: 'buyAgain', isShown: (state, viewer) => viewer === 'member' && state !== 'unpaid' },
]

/** The buttons of an order, the main one first. */
export const actions = (state: OrderState, viewer: OrderViewer): OrderAction[] =>
  BUTTONS.filter((button) => button.isShown(state, viewer)).map((button) => button.action)
