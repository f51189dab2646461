import { h } from '../dom'
import type { NetworkKind } from '../phone/wx/network'
import type { Desk } from './desk'
import type { DeskPhone } from './desk-phone'
import { personSelect } from './people'

const NETWORKS: readonly (readonly [NetworkKind, string])[] = [
  ['fine', '网络正常'],
  ['slow', '网络很慢'],
  ['flaky', '时断时续'],
  ['none', '没有网络'],
]

/** A phone with what can be done to it from outside: who holds it, its network, background and end. */
export function drawPhoneColumn(desk: Desk, phone: DeskPhone): HTMLElement {
  const people = personSelect(desk.cast, (holder) => desk.hand(phone, holder))
  const network = h('select', { class: 'network', 'aria-label': '网络' }) as HTMLSelectElement
  network.append(...NETWORKS.map(([kind, label]) => new Option(label, kind)))
  network.addEventListener('change', () => phone.setNetwork(network.value as NetworkKind))
  const column = h(
    'section',
    { class: 'device', onclick: () => desk.activate(phone) },
    h('div', { class: 'tools' }, people.select, network, moreOf(phone)),
    phone.frame,
  )
  desk.onChange(() => {
    people.show(phone.holder)
    network.value = phone.network
    column.toggleAttribute('data-active', desk.phone === phone && desk.phones.length > 1)
  })
  return column
}

function moreOf(phone: DeskPhone): HTMLElement {
  const away = () => {
    const isAway = phone.frame.toggleAttribute('data-away')
    phone.tell({ kind: isAway ? 'leave' : 'picked' })
  }
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, '更多'),
    check('每张卡片都冷启动', (isOn) => {
      phone.isAlwaysCold = isOn
    }),
    check('页面参数已解码（下次冷启动）', (isOn) => {
      phone.decodesQueries = isOn
      phone.end()
    }),
    h('button', { onclick: away }, '放到后台 / 回到前台'),
    h('button', { onclick: () => phone.end() }, '划掉小程序'),
    h('button', { onclick: () => phone.tell({ kind: 'forget-consent' }) }, '忘掉隐私授权'),
  )
}

function check(label: string, onChange: (isOn: boolean) => void): HTMLElement {
  const box = h('input', { type: 'checkbox' }) as HTMLInputElement
  box.addEventListener('change', () => onChange(box.checked))
  return h('label', {}, box, ` ${label}`)
}
