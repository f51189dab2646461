import Taro from '@tarojs/taro'

/** A short word at the middle of the screen; at most fourteen characters are read in its two seconds. */
export function toast(text: string, kind: 'plain' | 'done' = 'plain'): void {
  Taro.showToast({ title: text, icon: kind === 'done' ? 'success' : 'none', duration: 2000 })
}

/** Asks before something that cannot be undone. Answers whether it was confirmed. */
export async function confirm(ask: {
  readonly title: string
  readonly text?: string
  readonly yes?: string
  readonly no?: string
}): Promise<boolean> {
  const answer = await Taro.showModal({
    title: ask.title,
    content: ask.text ?? '',
    confirmText: ask.yes ?? '确定',
    cancelText: ask.no ?? '取消',
    confirmColor: '#E5532D', // WeChat's own dialog takes no token
  }).catch(() => ({ confirm: false }))
  return answer.confirm
}

/** Says something that takes more than a toast; nothing is asked. */
export const tell = (said: { readonly title: string; readonly text: string }): void =>
  void Taro.showModal({
    title: said.title,
    content: said.text,
    showCancel: false,
    confirmText: '知道了',
    confirmColor: '#E5532D',
  }).catch(() => undefined)

/** A light tick under the finger; phones without it stay still. */
export function tick(): void {
  Taro.vibrateShort?.({ type: 'light' }).catch(() => undefined)
}

/** Copies a text and says so (WeChat shows its own word). Answers false where consent was refused. */
export function copy(text: string): Promise<boolean> {
  return Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  )
}

/** Dials a number; a cancelled call is no fault. */
export const dial = (phoneNumber: string): void =>
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
