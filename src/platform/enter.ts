import { type Entry, type EntryOptions, parseEntry } from '@domain/share/entry'
import Taro from '@tarojs/taro'
import { noteGuestPersona } from './guest'
import { isReturnFromWechat } from './native-ui'
import { allowSession, dropSession } from './session'
import { switchStorage } from './storage'

/** One opening of the shop as WeChat told it. */
export interface Opening extends Entry {
  readonly entry: 'cold' | 'hot'
  /** ms, by this phone's clock; the server clamps it. */
  readonly at: number
  readonly chatType: number | null
  readonly shareTicket: string | null
  /** The token as found, also where it is malformed. */
  readonly tokenText: string | null
}

let isFirst = true

/**
 * Reads the opening that brought the app to the foreground; null where it only returned from a screen of
 * WeChat's own. Hot starts from another card bring a new scene and query, so this reads the enter options, not
 * the launch options (developers.weixin.qq.com/miniprogram/dev/api/base/app/life-cycle/wx.getEnterOptionsSync.html).
 */
export function readOpening(shown?: EntryOptions): Opening | null {
  const entry = isFirst ? 'cold' : 'hot'
  if (isReturnFromWechat() && !isFirst) return null
  isFirst = false
  const options = enterOptions(shown)
  const parsed = parseEntry(options)
  switchStorage(parsed.isSinglePage ? 'off' : 'on')
  allowSession(!parsed.isSinglePage)
  if (!parsed.isSinglePage && noteGuestPersona(options.query ?? {})) dropSession()
  return {
    ...parsed,
    entry,
    at: Date.now(),
    chatType: options.chatType ?? null,
    shareTicket: options.shareTicket ?? null,
    tokenText: parsed.shareToken ?? rawToken(options),
  }
}

function enterOptions(shown?: EntryOptions): EntryOptions {
  try {
    return (Taro.getEnterOptionsSync?.() ?? shown ?? {}) as EntryOptions
  } catch {
    return shown ?? {}
  }
}

function rawToken({ query }: EntryOptions): string | null {
  const text = query?.t || query?.scene
  return typeof text === 'string' && text !== '' ? text.slice(0, 512) : null
}
