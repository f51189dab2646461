import { DAY_MS } from '../shop-time'

/** WeChat's own state of an order: 1 to ship, 2 shipped, 3 confirmed, 4 done, 5 refunded, 6 awaiting settlement. */
export type WeChatOrderState = 1 | 2 | 3 | 4 | 5 | 6

/** Whether receipt is confirmed there; settlement is only reached through it. */
export const isConfirmed = (state: number): boolean => state === 3 || state === 4 || state === 6

/** When an order counts as received by itself: so long after its last parcel left, and never before. */
export const receiveBy = (completedAt: number, autoReceiveMs: number): number => completedAt + autoReceiveMs

/** WeChat's pushes can be lost, so it is asked once a day, and a last time when the order is received by rule. */
export const nextLook = (nowMs: number, dueAt: number): number =>
  dueAt > nowMs ? Math.min(nowMs + DAY_MS, dueAt) : nowMs + DAY_MS

/** What the clock does about a shipped order, with WeChat's answer or without (null: it gave none). */
export function receiptBy(
  told: { readonly state: number; readonly isInComplaint: boolean } | null,
  dueAt: number | null,
  nowMs: number,
): 'wechat' | 'clock' | 'wait' {
  if (told && isConfirmed(told.state)) return 'wechat'
  if (dueAt === null || nowMs < dueAt) return 'wait'
  // A complaint is settled by people; receipt by rule in the middle of it would be one more reason for it.
  return told?.isInComplaint ? 'wait' : 'clock'
}
