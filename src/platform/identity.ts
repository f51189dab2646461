import { ok, type Result, refuse } from '@domain/result'
import Taro from '@tarojs/taro'
import { guestLoginCode, isGuestAppid } from './guest'

/** A fresh single-use login code, from WeChat or, for DevTools' guest, from the simulator. */
export async function loginCode(): Promise<Result<string, { reason: string }>> {
  if (isGuestAppid()) return guestLoginCode()
  try {
    const { code } = await Taro.login({ timeout: 8000 })
    if (code) return ok(code)
  } catch (error) {
    const fallback = await guestLoginCode()
    return fallback.ok ? fallback : refuse({ reason: `wx.login: ${JSON.stringify(error)}` })
  }
  return guestLoginCode()
}

/** Whether WeChat still holds the session_key of the last login; where it cannot say, we trust ours. */
export async function isSessionKeyAlive(): Promise<boolean> {
  if (isGuestAppid() || typeof Taro.checkSession !== 'function') return true
  return Taro.checkSession().then(
    () => true,
    () => false,
  )
}
