import { h } from '../dom'
import { tellDesk } from './desk-link'
import { nearestEased } from './emit'
import { sheet } from './layer'
import type { Life } from './life'
import type { OpenTypeRequest } from './parts/button'
import type { Part } from './parts/part'
import type { Sharing } from './wx/share'
import { ask } from './wx/sheets'
import { askSimulator } from './wx/simulator'

/** Buttons with an `open-type`: WeChat's own screens, each answered by the event of its name. */
export function watchOpenTaps(user: string, sharing: Sharing, life: Life): { openMenu(): void } {
  const pickChat = async (from: 'button' | 'menu', target?: object) => {
    tellDesk({ kind: 'shared', card: await sharing.card(from, target), to: 'chat' })
    sharing.leaveForPicker()
  }
  const doors: Record<string, (button: Part) => unknown> = {
    share: (button) => {
      const eased = nearestEased(button)
      return pickChat('button', { id: eased?.id ?? '', dataset: { ...eased?.dataset } })
    },
    agreePrivacyAuthorization: (button) =>
      button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' }),
    contact: async (button) => {
      const title = button.text('send-message-title', '（没有带卡片）')
      const from = button.text('session-from', '（没有来源）')
      await life.under(() => ask('contact', `客服会话\n来源：${from}\n卡片：${title}`, ['返回小程序']))
      button.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} })
    },
    getPhoneNumber: async (button) => {
      const chosen = await ask('phone-number', '群店 申请获取并验证你的手机号', ['允许', '不允许'])
      const answer =
        chosen === 0
          ? await askSimulator<{ code: string }>('/client/phone-code', { user })
          : { errMsg: 'getPhoneNumber:fail user deny' }
      button.emit('getphonenumber', answer)
    },
    openSetting: (button) => button.emit('opensetting', { authSetting: {} }),
    feedback: () => ask('feedback', '意见反馈', ['返回小程序']),
  }
  document.addEventListener('weapp-open-type', (event) => {
    const { openType, button } = (event as CustomEvent<OpenTypeRequest>).detail
    const open = doors[openType]
    if (open) void open(button)
    else console.error(`unknown open-type: ${openType}`)
  })
  return {
    openMenu: () => void openMenu(sharing, pickChat),
  }
}

async function openMenu(sharing: Sharing, pickChat: (from: 'menu') => Promise<void>): Promise<void> {
  const chosen = await sheet<string>((choose) => {
    const item = (name: string, label: string, isOn: boolean) =>
      isOn ? [h('button', { 'data-menu': name, onclick: () => choose(name) }, label)] : []
    return h(
      'div',
      { class: 'action-sheet' },
      ...item('chat', '发送给朋友', sharing.canShareToFriends),
      ...item('moments', '分享到朋友圈', sharing.canShareToMoments),
      h('button', { class: 'sheet-cancel', onclick: () => choose('') }, '取消'),
    )
  }, 'menu')
  if (chosen === 'chat') await pickChat('menu')
  if (chosen === 'moments') {
    tellDesk({ kind: 'shared', card: sharing.momentsCard(), to: 'moments' })
    sharing.leaveForPicker()
  }
}
