import type { MessageFact, MessageOccasion, MessageView } from '@contract/message'
import { momentText } from '@domain/shop-time'

export const OCCASION_WORDS: Readonly<Record<MessageOccasion, string>> = {
  paid: '付款成功',
  shipped: '已发货',
  refund: '退款到账',
  coupon_expiring: '券快到期',
}

export const FACT_WORDS: Readonly<Record<MessageFact, string>> = {
  orderNumber: '订单编号',
  goods: '商品',
  amount: '金额',
  time: '时间',
  status: '状态',
  tip: '提示',
  company: '快递公司',
  trackingNumber: '运单号',
  couponName: '券名',
  expiresAt: '到期时间',
}

export const STATE_WORDS: Readonly<Record<MessageView['state'], string>> = {
  due: '待发送',
  sending: '发送中',
  sent: '已发送',
  skipped: '没有发',
  failed: '失败',
}

const REASONS: Readonly<Record<string, string>> = {
  no_template: '没有设置模板',
  no_grant: '顾客没有允许',
  capped: '当天已发过营销通知',
  expired: '等太久，不再发',
  unknown_outcome: '微信没有回音，不再重发',
}

/** What became of a message and when, in one phrase. */
export function fateText({ state, reason, errcode, dueAt, sentAt }: MessageView): string {
  const why = reason === null ? '' : (REASONS[reason] ?? reason)
  const code = errcode === null ? '' : `（${errcode}）`
  if (state === 'sent') return `${momentText(sentAt ?? dueAt)} 送达微信`
  if (state === 'due') return `${momentText(dueAt)} 发送`
  return [STATE_WORDS[state], why && `${why}${code}`].filter(Boolean).join(' · ')
}
