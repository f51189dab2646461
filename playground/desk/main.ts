import { h } from '../dom'
import type { Cast } from '../host/cast'
import { remoteUrl, setBuiltInApi } from '../phone/addresses'
import type { FromPhone } from '../phone/desk-link'
import { type Card, type Chat, chatsOf, firstCards } from './chats'
import { PhoneFrame } from './phone-frame'

const KEPT = 'desk:cards'

/** The table: who holds the phone, the chats on the left, the phone on the right. */
async function lay(): Promise<void> {
  const [cast, app] = await Promise.all([
    fetchJson<Cast>('/desk/cast.json'),
    fetchJson<{ builtInApi: string }>('/weapp/app.json'),
  ])
  setBuiltInApi(app.builtInApi)
  const chats = chatsOf(cast)
  const cards = {
    ...firstCards(cast),
    ...(JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Record<string, Card[]>),
  }
  let current = chats[0] as Chat
  let waiting: Card | null = null

  const people = personSelect(cast)
  const cold = h('input', { type: 'checkbox', id: 'cold' }) as HTMLInputElement
  const frame = document.getElementById('phone') as HTMLIFrameElement
  const phone = new PhoneFrame(frame, (message) => hear(message))
  const list = document.getElementById('chats') as HTMLElement
  const pane = document.getElementById('pane') as HTMLElement
  document
    .getElementById('who')
    ?.append('我是 ', people, h('label', { for: 'cold' }, cold, ' 每次冷启动'), networkSelect(phone))

  const hear = (message: FromPhone) => {
    if (message.kind === 'closed') frame.removeAttribute('src')
    if (message.kind !== 'shared') return
    const sender = people.selectedOptions[0]?.text ?? ''
    const { title, path, imageUrl } = message.card
    const card = { title, path, imageUrl, sender }
    if (message.to === 'moments') post('moments', card)
    else {
      waiting = card
      draw()
    }
  }
  const post = (chatId: string, card: Card) => {
    cards[chatId] = [...(cards[chatId] ?? []), card]
    sessionStorage.setItem(KEPT, JSON.stringify(cards))
    current = chats.find((chat) => chat.id === chatId) ?? current
    waiting = null
    draw()
  }
  const draw = () => {
    list.replaceChildren(
      ...chats.map((chat) =>
        h(
          'button',
          {
            class: `chat ${chat.kind} ${chat === current ? 'on' : ''} ${waiting ? 'receives' : ''}`,
            'data-chat': chat.id,
            onclick: () => {
              if (waiting && (chat.kind === 'group' || chat.kind === 'single')) return post(chat.id, waiting)
              current = chat
              draw()
            },
          },
          h('b', {}, chat.name),
          h('small', {}, chat.note),
        ),
      ),
    )
    const banner = waiting
      ? [h('p', { class: 'banner' }, `把「${waiting.title}」发给：在左边选一个聊天`)]
      : []
    pane.replaceChildren(
      h('h2', {}, current.name),
      ...banner,
      ...(cards[current.id] ?? []).map((card) =>
        drawCard(card, () => phone.open(people.value, current, card, { cold: cold.checked })),
      ),
    )
  }
  draw()
}

function drawCard(card: Card, open: () => void): HTMLElement {
  const picture = card.imageUrl ? [h('img', { src: remoteUrl(card.imageUrl), alt: '' })] : []
  return h(
    'div',
    { class: 'message' },
    h('small', {}, card.sender),
    h(
      'button',
      { class: 'card', 'data-path': card.path, onclick: open },
      h('span', {}, '群店'),
      h('b', {}, card.title),
      ...picture,
      h('small', {}, '小程序'),
    ),
  )
}

function personSelect(cast: Cast): HTMLSelectElement {
  const select = h('select', { id: 'person' }) as HTMLSelectElement
  const group = (label: string, people: readonly { user: string; name: string }[]) => {
    const options = people.map(({ user, name }) => new Option(name, user))
    const element = h('optgroup', { label })
    element.append(...options)
    select.append(element)
  }
  group('顾客', cast.members)
  group('店员与店长', cast.staff)
  group(
    '新来的人',
    [1, 2, 3].map((n) => ({ user: `newcomer-${n}`, name: `新人 ${n}` })),
  )
  return select
}

function networkSelect(phone: PhoneFrame): HTMLElement {
  const select = h('select', { id: 'network' }) as HTMLSelectElement
  select.append(
    new Option('网络正常', 'fine'),
    new Option('网络很慢', 'slow'),
    new Option('没有网络', 'none'),
  )
  select.addEventListener('change', () =>
    phone.tell({
      kind: 'network',
      isConnected: select.value !== 'none',
      delayMs: select.value === 'slow' ? 3000 : 0,
    }),
  )
  return select
}

async function fetchJson<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T
}

lay().catch((error: unknown) => {
  console.error(error)
})
