import { ok, type Result, refuse } from '@domain/result'
import Taro from '@tarojs/taro'
import { guestGroup, isGuestAppid } from './guest'

export interface Ciphertext {
  readonly encryptedData: string
  readonly iv: string
}

type Attempt = Promise<Result<Ciphertext, { reason: string }>>

const reasonOf = (error: unknown): string => {
  const errMsg = (error as { errMsg?: unknown } | null)?.errMsg
  return (typeof errMsg === 'string' ? errMsg : String(error)).slice(0, 200)
}

const judge = (res: Partial<Ciphertext>): Result<Ciphertext, { reason: string }> =>
  res.encryptedData && res.iv
    ? ok({ encryptedData: res.encryptedData, iv: res.iv })
    : refuse({ reason: 'no ciphertext in the answer' })

/**
 * The group this opening came from, encrypted. May fail on the first open ("invalid scene"), so callers ask
 * again on the next show (developers.weixin.qq.com/miniprogram/dev/api/open-api/group/wx.getGroupEnterInfo.html).
 */
export async function askGroup(): Attempt {
  if (isGuestAppid()) return askSimulator('enter')
  try {
    return judge((await Taro.getGroupEnterInfo({})) as Partial<Ciphertext>)
  } catch (error) {
    return refuse({ reason: reasonOf(error) })
  }
}

/** The older way, by the card's ticket; no longer maintained by WeChat but it works where the first one failed. */
export async function askGroupByTicket(shareTicket: string): Attempt {
  if (isGuestAppid()) return askSimulator('share')
  try {
    return judge((await Taro.getShareInfo({ shareTicket })) as Partial<Ciphertext>)
  } catch (error) {
    return refuse({ reason: reasonOf(error) })
  }
}

/** The simulator answers as WeChat does, with more than the ciphertext; the API takes nothing it does not know. */
async function askSimulator(shape: 'enter' | 'share'): Attempt {
  const answer = await guestGroup(shape)
  return answer.ok ? judge(answer.value) : answer
}
