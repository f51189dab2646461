import type { FigureName } from '@contract/figures'

interface FigureWords {
  readonly title: string
  /** What one row is, and why it counts. */
  readonly meaning: string
}

const WORDS: Readonly<Record<FigureName, FigureWords>> = {
  opens: { title: '打开次数', meaning: '每一次从你的分享或你的群进店' },
  members: { title: '到店人数', meaning: '打开过的每一位，只算一次' },
  newMembers: { title: '新客', meaning: '第一次来小店就由你带来' },
  claims: { title: '领券', meaning: '归属于你的每一次领取' },
  orders: { title: '付款订单', meaning: '归属于你的付款，金额已扣除退款' },
  buyers: { title: '付款人数', meaning: '付过款的每一位，只算一次' },
  converted: { title: '转化的顾客', meaning: '这些天到过店，也付了款' },
  repeaters: { title: '复购的顾客', meaning: '这些天付款两单以上' },
}

export const figureWords = (figure: FigureName): FigureWords => WORDS[figure]

/** A figure as a page was given it; orders for anything unknown. */
export const readFigure = (text = ''): FigureName =>
  Object.hasOwn(WORDS, text) ? (text as FigureName) : 'orders'
