import type { AfterSaleBrief } from '@contract/after-sale'
import type { IconName } from '../../ui/icon'

type State = AfterSaleBrief['state']

interface StateWords {
  readonly icon: IconName
  /** At the head of a request. */
  readonly title: string
  /** On a card. */
  readonly short: string
  readonly tone: 'accent' | 'good' | 'warning' | 'plain'
}

/** What each state of giving goods back is called to the member. */
export const STATE_WORDS: Readonly<Record<State, StateWords>> = {
  requested: { icon: 'clock', title: '等待店里处理', short: '等待处理', tone: 'accent' },
  approved: { icon: 'box', title: '请寄回商品', short: '待寄回', tone: 'accent' },
  returning: { icon: 'truck', title: '等待店里收货', short: '退货途中', tone: 'accent' },
  refunding: { icon: 'wallet', title: '退款中', short: '退款中', tone: 'warning' },
  refunded: { icon: 'check', title: '已退款', short: '已退款', tone: 'good' },
  refused: { icon: 'info', title: '店里没有同意', short: '未同意', tone: 'plain' },
  withdrawn: { icon: 'return', title: '已撤销', short: '已撤销', tone: 'plain' },
}

export const KIND_WORDS: Readonly<Record<AfterSaleBrief['kind'], string>> = {
  refund: '仅退款',
  return: '退货退款',
}

/** One sentence below the head: what happens now and who does it. */
export function stateText(
  { state, kind, decisionNote }: { state: State; kind: AfterSaleBrief['kind']; decisionNote: string },
  hasParcel: boolean,
): string {
  switch (state) {
    case 'requested':
      return '店里看过后会回复你，需要时会直接联系你'
    case 'approved':
      return '店里已同意。把商品寄回，再把运单号填在这里'
    case 'returning':
      return '店里收到并检查后，钱会按原路退回'
    case 'refunding':
      return kind === 'return' && hasParcel
        ? '商品已收到，钱正按原路退回，一般 1–3 个工作日到账'
        : '钱正按原路退回，一般 1–3 个工作日到账'
    case 'refunded':
      return '钱已按原路退回，可以在微信账单里查看'
    case 'refused':
      return decisionNote ? `店里说：${decisionNote}` : '有疑问可以联系店里再商量'
    case 'withdrawn':
      return hasParcel || kind === 'refund'
        ? '有需要时可以再申请'
        : '没有寄回商品，申请已关闭。有需要时可以再申请'
  }
}
