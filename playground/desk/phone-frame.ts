import type { FromPhone, ToPhone } from '../phone/desk-link'
import type { Card, Chat } from './chats'

/** The phone on the desk: an inner page that runs the mini-program for one person. */
export class PhoneFrame {
  private user: string | null = null
  private isRunning = false

  constructor(
    private readonly frame: HTMLIFrameElement,
    onMessage: (message: FromPhone) => void,
  ) {
    addEventListener('message', ({ origin, source, data }: MessageEvent<{ phone?: FromPhone }>) => {
      if (origin !== location.origin || source !== frame.contentWindow || !data.phone) return
      if (data.phone.kind === 'ready') this.isRunning = true
      if (data.phone.kind === 'closed') this.isRunning = false
      onMessage(data.phone)
    })
  }

  /** Opens a card as this person: a warm start where their mini-program runs already, else a cold one. */
  open(user: string, chat: Chat, card: Card, { cold }: { cold: boolean }): void {
    const [path = '', search = ''] = card.path.replace(/^\//, '').split('?')
    const isWarm = this.isRunning && this.user === user && !cold && chat.kind !== 'moments'
    this.user = user
    if (isWarm) {
      const { scene, group, chatType } = chat
      this.tell({ kind: 'enter', path, search, scene, group, ...(chatType && { chatType }) })
      return
    }
    const given = new URLSearchParams({ as: user, open: path, query: search, scene: String(chat.scene) })
    if (chat.group) given.set('group', chat.group)
    if (chat.chatType) given.set('chatType', String(chat.chatType))
    this.isRunning = false
    this.frame.src = `/phone?${given}`
  }

  tell(message: ToPhone): void {
    this.frame.contentWindow?.postMessage({ desk: message }, location.origin)
  }
}
