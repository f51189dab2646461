import { DAY_MS } from '../shop-time'

/** After a no the member is left alone for a while; "总是保持以上选择" can only be changed in WeChat's settings. */
const LEAVE_ALONE_MS = 14 * DAY_MS
/** More kept acceptances than orders on their way are of no use. */
const ENOUGH = 3

export interface Grant {
  readonly left: number
  readonly keepsChoice: boolean
  readonly lastAnswer: 'accept' | 'reject' | 'ban' | 'filter'
  readonly answeredAt: number
}

/** Whether it is decent to ask at the next tap. A member never asked before may be asked once. */
export function shouldAsk(grant: Grant | null, nowMs: number): boolean {
  if (grant === null) return true
  if (grant.lastAnswer === 'ban' || grant.lastAnswer === 'filter') return false
  if (grant.lastAnswer === 'reject') return !grant.keepsChoice && nowMs - grant.answeredAt >= LEAVE_ALONE_MS
  return grant.left < ENOUGH
}

/** What an answer leaves: each accepted tap is one message more; a no takes nothing that was granted before. */
export const leftAfter = (left: number, answer: Grant['lastAnswer']): number =>
  answer === 'accept' ? left + 1 : answer === 'ban' ? 0 : left
