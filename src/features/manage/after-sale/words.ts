import type { ManagedAfterSale } from '@contract/after-sale'
import { momentText } from '@domain/shop-time'

export type Deed = ManagedAfterSale['actions'][number]

/** What each decision is called on its button. `grant` is the money at once. */
export const DEED_WORDS: Readonly<Record<ManagedAfterSale['kind'], Readonly<Record<Deed, string>>>> = {
  return: {
    approve: '同意退货',
    grant: '不用寄回，直接退款',
    refuse: '不同意',
    takeBack: '已收到货，退款',
    pursue: '再发起一次',
  },
  refund: {
    approve: '同意退款',
    grant: '同意退款',
    refuse: '不同意',
    takeBack: '已收到货，退款',
    pursue: '再发起一次',
  },
}

export const STATE_WORDS: Readonly<Record<ManagedAfterSale['state'], string>> = {
  requested: '待处理',
  approved: '等顾客寄回',
  returning: '退货途中',
  refunding: '退款中',
  refunded: '已退款',
  refused: '已拒绝',
  withdrawn: '顾客已撤销',
}

type Money = NonNullable<ManagedAfterSale['money']>

interface MoneyWords {
  readonly title: string
  readonly text: string
  readonly tone: 'good' | 'warning' | 'bad' | 'plain'
}

/** Where the money stands at WeChat Pay and what a person has to do about it. */
export function moneyWords({ state, dueAt, trouble }: Money): MoneyWords {
  if (trouble !== null && state !== 'succeeded' && state !== 'abnormal' && state !== 'closed') {
    const text = `微信答复：${TROUBLES[trouble] ?? trouble}`
    return { title: '退款没有发出去', text, tone: 'bad' }
  }
  switch (state) {
    case 'waiting': {
      const text =
        dueAt === null ? '马上向微信发起' : `${momentText(dueAt)} 后向微信发起，同一单的退款要间隔一分钟`
      return { title: '排队中', text, tone: 'plain' }
    }
    case 'processing':
      return { title: '微信处理中', text: '微信已受理，等待到账', tone: 'warning' }
    case 'succeeded':
      return { title: '已到账', text: '钱已按原路退回', tone: 'good' }
    case 'abnormal':
      return {
        title: '微信退款异常',
        text: '顾客的账户收不了款。请在微信商户平台处理这笔异常退款，再回来点「再发起一次」核对',
        tone: 'bad',
      }
    case 'closed':
      return { title: '微信关闭了退款', text: '可以用新的单号再发起一次', tone: 'bad' }
  }
}

const TROUBLES: Readonly<Record<string, string>> = {
  NOTENOUGH: '商户账户余额不足，充值后再发起',
  NOT_ENOUGH: '商户账户余额不足，充值后再发起',
  USER_ACCOUNT_ABNORMAL: '顾客的账户异常或已注销',
  FREQUENCY_LIMITED: '发起太频繁，稍后会自动再试',
  SYSTEM_ERROR: '微信系统繁忙，稍后会自动再试',
}
