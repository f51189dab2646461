import type { PaymentParams } from '@contract/order'
import Taro from '@tarojs/taro'
import { guestPay, isGuestAppid } from './guest'
import { underWechat } from './native-ui'

/** What the pay sheet said. Never the truth about the money: ask `POST /orders/:id/settle` whatever it says. */
export type PayOutcome =
  | { readonly outcome: 'ok' }
  | { readonly outcome: 'cancel' }
  | { readonly outcome: 'failed'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly reason: string }

/** Opens WeChat's pay sheet (developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html). */
export function pay(params: PaymentParams): Promise<PayOutcome> {
  return isGuestAppid() ? payAsGuest(params) : underWechat(() => payAtWechat(params))
}

async function payAtWechat(params: PaymentParams): Promise<PayOutcome> {
  try {
    await Taro.requestPayment(params)
    return { outcome: 'ok' }
  } catch (error) {
    const reason = String((error as { errMsg?: unknown } | null)?.errMsg ?? error)
    if (/cancel/i.test(reason)) return { outcome: 'cancel' }
    // Neither a yes nor a no: the sheet was torn away or the phone lost the network while it stood open.
    if (/timeout|interrupt|network|system error|unknown/i.test(reason)) return { outcome: 'unknown', reason }
    return { outcome: 'failed', reason }
  }
}

const GUEST_CHOICES = [
  { text: '支付成功', outcome: 'ok' },
  { text: '支付失败', outcome: 'fail' },
  { text: '已扣款但没有回音', outcome: 'unknown' },
] as const

/** DevTools' guest chooses the outcome in place of the sheet. */
async function payAsGuest(params: PaymentParams): Promise<PayOutcome> {
  const { tapIndex } = await Taro.showActionSheet({
    alertText: '模拟支付（游客 AppID）',
    itemList: GUEST_CHOICES.map((it) => it.text),
  }).catch(() => ({ tapIndex: -1 }))
  const outcome = GUEST_CHOICES[tapIndex]?.outcome ?? 'cancel'
  const answer = await guestPay(params, outcome)
  if (outcome === 'cancel') return { outcome: 'cancel' }
  if (answer.ok) return { outcome: 'ok' }
  const { reason } = answer.error
  return outcome === 'fail' ? { outcome: 'failed', reason } : { outcome: 'unknown', reason }
}
