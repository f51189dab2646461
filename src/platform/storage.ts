import Taro from '@tarojs/taro'

interface Kept<T> {
  readonly v: number
  readonly value: T
}

/** WeChat takes 1 MB per key; a quarter of it is already a mistake of ours. */
const MOST_CHARS = 256 * 1024

/** Moments' single page has its own storage that is thrown away: there we keep nothing and find nothing. */
let isOff = false
export const switchStorage = (to: 'on' | 'off'): void => {
  isOff = to === 'off'
}

/** What was kept under `key` by this `version` of the code, else null: other versions and broken rows are no value. */
export function recall<T>(key: string, version: number): T | null {
  if (isOff) return null
  try {
    const kept: unknown = Taro.getStorageSync(key)
    if (!kept || typeof kept !== 'object') return null
    const { v, value } = kept as Kept<T>
    return v === version ? value : null
  } catch {
    return null
  }
}

/** Keeps a value across restarts, before returning. Answers false where it is too large or the phone refuses. */
export function keep<T>(key: string, version: number, value: T): boolean {
  if (isOff) return false
  const kept: Kept<T> = { v: version, value }
  try {
    if (JSON.stringify(kept).length > MOST_CHARS) return false
    Taro.setStorageSync(key, kept)
    return true
  } catch {
    return false
  }
}

/** Forgets a key; forgetting what is not there is no fault. */
export function forget(key: string): void {
  if (isOff) return
  try {
    Taro.removeStorageSync(key)
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** Forgets everything this phone keeps of the visitor, for whoever erased themselves. */
export function forgetAll(): void {
  try {
    Taro.clearStorageSync()
  } catch {
    // What the phone will not give up is unreadable to the next member: every kept value names its owner or its version.
  }
}
