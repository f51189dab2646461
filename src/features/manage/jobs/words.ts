import type { JobView } from '@contract/job'
import { momentText } from '@domain/shop-time'

const KINDS: Readonly<Record<string, string>> = {
  'order.expire': '到时关闭未付款订单',
  'payment.poll': '向微信核对付款',
  'refund.pursue': '向微信发起或核对退款',
  'after_sale.lapse': '关闭没有寄回的退货',
  'shipping.upload': '把发货信息同步给微信',
  'receipt.watch': '核对确认收货',
  'ledger.mature': '到期结算归属',
  'message.send': '发送服务通知',
  'message.coupons': '找出快到期的券',
  'coupon.expire': '让到期的券失效',
  'push.handle': '处理微信的推送',
  'house.keep': '清理过期的记录',
}

/** What a job does, in the manager's words; a kind nobody named is shown as it is. */
export const kindText = (kind: string): string => KINDS[kind] ?? kind

/** When it happened or will, in one phrase. */
export function whenText({ state, dueAt, doneAt, failedAt }: JobView): string {
  switch (state) {
    case 'due':
      return `${momentText(dueAt)} 执行`
    case 'running':
      return '正在执行'
    case 'done':
      return `${momentText(doneAt ?? dueAt)} 完成`
    case 'failed':
      return `${momentText(failedAt ?? dueAt)} 失败`
  }
}
