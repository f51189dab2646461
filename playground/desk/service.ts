import { h } from '../dom'
import { SCENES } from './chats'
import type { Desk } from './desk'

const AGAIN_MS = 2000

interface Message {
  readonly templateId: string
  readonly page: string | null
  readonly data: Readonly<Record<string, string>>
  readonly at: number
}

/** The service notifications of whoever holds the active phone; a tap opens the page they lead to. */
export async function drawService(desk: Desk, body: HTMLElement): Promise<void> {
  for (let isFirst = true; isFirst || body.isConnected; isFirst = false) {
    const { holder } = desk.phone
    const messages = await messagesOf(holder.user)
    const hint = messages.length > 0 ? `发给 ${holder.name}` : `${holder.name} 还没有收到服务通知`
    body.replaceChildren(
      h('p', { class: 'hint' }, hint),
      ...messages.reverse().map((message) => drawMessage(desk, message)),
    )
    await new Promise((wake) => setTimeout(wake, AGAIN_MS))
  }
}

export async function messagesOf(user: string): Promise<Message[]> {
  const answer = await fetch(`/simulator/client/messages?user=${encodeURIComponent(user)}`)
  return answer.ok ? ((await answer.json()) as { messages: Message[] }).messages : []
}

function drawMessage(desk: Desk, { page, data, at }: Message): HTMLElement {
  const [path = '', search = ''] = (page ?? 'pages/home/index').replace(/^\//, '').split('?')
  const open = () => desk.phone.open({ path, search, scene: SCENES.service, group: null })
  return h(
    'button',
    { class: 'card notice', 'data-path': page ?? '', onclick: open },
    h('span', {}, `群店 · ${new Date(at).toLocaleString('zh-CN')}`),
    ...Object.values(data).map((value) => h('b', {}, value)),
    h('small', {}, '进入小程序查看'),
  )
}
