import { MCHID } from '../identity'
import type { Order } from '../mch/records'
import type { Shipping } from '../weixin/shipping-records'
import { confirmsAt } from '../weixin/shipping-rules'
import type { World } from '../world'
import { pushId } from './seal'

/** The mini-program's original id, to which WeChat addresses what it pushes. */
export const ORIGINAL_ID = 'gh_0123456789ab'
/** Events about money come from the platform itself, not from a user. */
const PLATFORM = 'oPlatform00000000000000000000'

const seconds = (ms: number | null): number => Math.floor((ms ?? 0) / 1000)

/** Puts an event on its way, if the shop has named a place to push to. */
export function announcePush(
  world: World,
  from: string,
  fields: Readonly<Record<string, unknown>>,
  about: string,
): void {
  if (world.push === null) return
  const faults = world.faults.forPush()
  const has = (kind: string) => faults.find((fault) => fault.kind === kind)
  if (has('drop')) return
  const id = pushId()
  const CreateTime = Math.floor(world.now() / 1000)
  world.state.pushes[id] = {
    id,
    fields: { ToUserName: ORIGINAL_ID, FromUserName: from, CreateTime, ...fields },
    about,
    dueAt: world.now() + (has('delay')?.ms ?? 0),
    attempt: 0,
    copies: has('duplicate')?.copies ?? (has('duplicate') ? 1 : 0),
    forged: has('forge') !== undefined,
  }
  world.changed()
}

/** `trade_manage_order_settlement`: when all is sent, and again when receipt is confirmed. */
export function announceSettlement(world: World, order: Order, shipping: Shipping): void {
  const { confirmedAt, finishedAt, confirmedBy } = shipping
  const told =
    confirmedAt === null
      ? { estimated_settlement_time: seconds(confirmsAt(shipping)) }
      : {
          confirm_receive_method: confirmedBy === 'rule' ? 1 : 2,
          confirm_receive_time: seconds(confirmedAt),
          settlement_time: seconds(confirmedAt),
        }
  announcePush(
    world,
    PLATFORM,
    {
      MsgType: 'event',
      Event: 'trade_manage_order_settlement',
      transaction_id: order.transactionId,
      merchant_id: MCHID,
      merchant_trade_no: order.outTradeNo,
      pay_time: seconds(order.paidAt),
      shipped_time: seconds(finishedAt),
      ...told,
    },
    order.outTradeNo,
  )
}
