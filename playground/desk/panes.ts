import { h } from '../dom'
import { fileUrl } from '../phone/addresses'
import { type Card, takesCards } from './chats'
import type { Desk } from './desk'
import { drawScan } from './scan'
import { drawService } from './service'

/** The chats on the left. */
export function drawChats(desk: Desk, list: HTMLElement): void {
  const { waiting, current } = desk
  list.replaceChildren(
    ...desk.chats.map((chat) =>
      h(
        'button',
        {
          class: `chat ${chat.kind} ${chat === current ? 'on' : ''} ${waiting && takesCards(chat) ? 'receives' : ''}`,
          'data-chat': chat.id,
          onclick: () => desk.choose(chat),
        },
        h('b', {}, chat.name),
        h('small', {}, chat.note),
      ),
    ),
  )
}

/** The chat that is open, beside the list. */
export function drawPane(desk: Desk, pane: HTMLElement): void {
  const { current, waiting } = desk
  const banner = waiting
    ? [
        h(
          'p',
          { class: 'banner' },
          `把「${waiting.card.title}」发给：在左边选一个聊天 `,
          h('button', { class: 'dismiss', onclick: () => desk.dismiss() }, '取消'),
        ),
      ]
    : []
  const cards = desk.cardsIn(current).map((card) => drawCard(desk, card))
  const body = h('div', { class: 'extra' })
  pane.replaceChildren(h('h2', {}, current.name), ...banner, ...cards, body)
  if (current.kind === 'service') void drawService(desk, body)
  if (current.kind === 'scan') void drawScan(desk, body)
  if (current.kind === 'list') {
    const recall = () => desk.phone.recall(current.scene)
    body.append(h('button', { class: 'recent', onclick: recall }, '群店（小程序）'))
  }
}

function drawCard(desk: Desk, card: Card): HTMLElement {
  const picture = card.imageUrl
    ? h('img', { src: fileUrl(card.imageUrl), alt: '' })
    : h('i', { class: 'no-picture' }, '页面截图')
  return h(
    'div',
    { class: 'message' },
    h('small', {}, card.sender),
    h(
      'button',
      { class: 'card', 'data-path': card.path, onclick: () => desk.open(card, desk.current) },
      h('span', {}, '群店'),
      h('b', {}, card.title),
      picture,
      h('small', {}, '小程序'),
    ),
    h('button', { class: 'forward', onclick: () => desk.forward(card) }, '转发给其他聊天'),
  )
}
