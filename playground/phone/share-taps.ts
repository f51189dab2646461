import { h } from '../dom'
import { tellDesk } from './desk-link'
import { nearestEased } from './emit'
import { sheet } from './layer'
import type { OpenTypeRequest } from './parts/button'
import type { Sharing } from './wx/share'

/** Buttons with an `open-type`, and the menu behind the three dots. */
export function watchShareTaps(sharing: Sharing): { openMenu(): void } {
  const toChat = async (from: 'button' | 'menu', target?: object) => {
    tellDesk({ kind: 'shared', card: await sharing.card(from, target), to: 'chat' })
  }
  document.addEventListener('weapp-open-type', (event) => {
    const { openType, button } = (event as CustomEvent<OpenTypeRequest>).detail
    if (openType === 'share') {
      const eased = nearestEased(button)
      void toChat('button', { id: eased?.id ?? '', dataset: { ...eased?.dataset } })
    } else if (openType === 'agreePrivacyAuthorization') {
      button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
    } else if (openType === 'contact') {
      button.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} })
    } else {
      console.error(`unknown open-type: ${openType}`)
    }
  })
  return {
    openMenu: () => {
      void sheet<string>((choose) => {
        const item = (name: string, label: string, isOn: boolean) =>
          isOn ? [h('button', { 'data-menu': name, onclick: () => choose(name) }, label)] : []
        return h(
          'div',
          { class: 'action-sheet' },
          ...item('chat', '发送给朋友', sharing.canShareToFriends),
          ...item('moments', '分享到朋友圈', sharing.canShareToMoments),
          h('button', { class: 'sheet-cancel', onclick: () => choose('') }, '取消'),
        )
      }, 'menu').then((chosen) => {
        if (chosen === 'chat') void toChat('menu')
        if (chosen === 'moments') tellDesk({ kind: 'shared', card: sharing.momentsCard(), to: 'moments' })
      })
    },
  }
}
