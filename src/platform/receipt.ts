import Taro from '@tarojs/taro'
import { guestReceipt, isGuestAppid } from './guest'
import { underWechat } from './native-ui'

/** What names the payment to WeChat's own screen. */
export interface ReceiptOf {
  readonly transactionId: string
  readonly merchantId: string
  readonly merchantTradeNo: string
}

/**
 * `returned`: the member was on WeChat's screen; only WeChat knows what they did there, so the shop asks it.
 * `unavailable`: this WeChat has no such screen.
 */
export type ReceiptOutcome = 'returned' | 'cancelled' | 'unavailable'

interface BusinessView {
  readonly businessType: 'weappOrderConfirm'
  readonly extraData: Readonly<Record<string, string>>
  readonly success: (told: { extraData?: { status?: unknown } }) => void
  readonly fail: (told: { errMsg?: string }) => void
}
type Opener = (view: BusinessView) => void

interface Shown {
  readonly referrerInfo?: { readonly appId?: string; readonly extraData?: { readonly status?: unknown } }
}

/** WeChat's own mini-program that shows the screen; its answer comes with the app's next show. */
const CONFIRM_APPID = 'wx1183b055aeec94d1'

const outcomeOf = (status: unknown): ReceiptOutcome => (status === 'cancel' ? 'cancelled' : 'returned')

/**
 * Opens WeChat's 确认收货 for a payment. Its word is never the truth: ask `POST /orders/:id/receipt` whatever it says
 * (developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html).
 */
export async function confirmReceipt(of: ReceiptOf): Promise<ReceiptOutcome> {
  if (isGuestAppid()) return askGuest(of)
  const open = (Taro as unknown as { openBusinessView?: Opener }).openBusinessView
  if (typeof open !== 'function') return 'unavailable'
  return underWechat(() => openAndReturn(open, of))
}

function openAndReturn(open: Opener, of: ReceiptOf): Promise<ReceiptOutcome> {
  return new Promise((resolve) => {
    const end = (outcome: ReceiptOutcome) => {
      Taro.offAppShow(shown)
      resolve(outcome)
    }
    // The app may come to the front for another reason first; then the shop's question finds nothing new.
    const shown = (told: unknown) => {
      const { referrerInfo } = (told ?? {}) as Shown
      end(outcomeOf(referrerInfo?.appId === CONFIRM_APPID ? referrerInfo.extraData?.status : undefined))
    }
    Taro.onAppShow(shown)
    open({
      businessType: 'weappOrderConfirm',
      extraData: {
        transaction_id: of.transactionId,
        merchant_id: of.merchantId,
        merchant_trade_no: of.merchantTradeNo,
      },
      success: ({ extraData }) => {
        if (extraData?.status !== undefined) end(outcomeOf(extraData.status))
      },
      fail: ({ errMsg = '' }) => end(/cancel/i.test(errMsg) ? 'cancelled' : 'unavailable'),
    })
  })
}

/** DevTools' guest has no such screen: a question stands in its place, and the simulator notes the answer. */
async function askGuest(of: ReceiptOf): Promise<ReceiptOutcome> {
  const { confirm } = await Taro.showModal({
    title: '确认收货（模拟）',
    content: '游客 AppID 没有微信的确认收货页面，由模拟器代答',
    confirmText: '确认收货',
  }).catch(() => ({ confirm: false }))
  if (!confirm) return 'cancelled'
  const answer = await guestReceipt(of.transactionId)
  return answer.ok ? 'returned' : 'unavailable'
}
