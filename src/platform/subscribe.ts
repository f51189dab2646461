import Taro from '@tarojs/taro'
import { guestSubscribe, isGuestAppid } from './guest'

export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter'

export interface Subscribed {
  readonly templateId: string
  readonly answer: SubscribeAnswer
  /** The member ticked 总是保持以上选择; absent where WeChat did not say. */
  readonly keepsChoice?: boolean
}

/** Older WeChat takes three templates at once, so nobody is ever asked about more. */
const MOST_TEMPLATES = 3
const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter'] satisfies SubscribeAnswer[]

/**
 * Asks whether the shop may send one message for each template. Call it in the tap itself, before anything that waits:
 * WeChat opens its window only there. Empty where WeChat has no such window or would not open it; never throws
 * (developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html).
 */
export async function askToNotify(templateIds: readonly string[]): Promise<Subscribed[]> {
  const tmplIds = templateIds.slice(0, MOST_TEMPLATES)
  if (tmplIds.length === 0) return []
  if (isGuestAppid()) return askGuest(tmplIds)
  if (typeof Taro.requestSubscribeMessage !== 'function') return []
  try {
    const told = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) as unknown
    const words = told as Readonly<Record<string, unknown>>
    const answered = tmplIds.flatMap((templateId) => {
      const answer = words[templateId]
      return isAnswer(answer) ? [{ templateId, answer }] : []
    })
    const kept = await keptChoices()
    return answered.map((it) =>
      kept === null ? it : { ...it, keepsChoice: kept[it.templateId] !== undefined },
    )
  } catch {
    // 20004: the main switch is off, 10005: not in front, … Nothing was answered, so there is nothing to report.
    return []
  }
}

const isAnswer = (word: unknown): word is SubscribeAnswer => ANSWERS.includes(String(word))

/** Templates whose choice WeChat keeps for good; null where it would not say. */
async function keptChoices(): Promise<Readonly<Record<string, string>> | null> {
  try {
    const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true })
    return subscriptionsSetting?.itemSettings ?? null
  } catch {
    return null
  }
}

/** DevTools' guest has no such window: a question stands in its place. */
async function askGuest(tmplIds: readonly string[]): Promise<Subscribed[]> {
  const { confirm } = await Taro.showModal({
    title: '发送一次服务通知（模拟）',
    confirmText: '允许',
    cancelText: '不允许',
  }).catch(() => ({ confirm: false }))
  const answer = confirm ? 'accept' : 'reject'
  const noted = await guestSubscribe(tmplIds, answer)
  return noted.ok ? tmplIds.map((templateId) => ({ templateId, answer })) : []
}
