import type { Cast } from '../host/cast'
import type { ShareCard } from '../phone/types'

/** A place in WeChat where cards lie, and how the mini-program is told that it was opened from there. */
export interface Chat {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly kind: 'group' | 'single' | 'moments' | 'service' | 'scan' | 'list'
  readonly group: string | null
  readonly scene: number
  readonly chatType?: number
}

/** A card as it lies in a chat. */
export type Card = Pick<ShareCard, 'title' | 'path' | 'imageUrl' | 'withShareTicket'> & {
  readonly sender: string
}

/** What the phone is told of an opening. */
export interface Opening {
  readonly path: string
  readonly search: string
  readonly scene: number
  readonly group: string | null
  readonly chatType?: number
}

/** WeChat's scene values; see its list of scenes. */
export const SCENES = {
  list: 1001,
  single: 1007,
  group: 1008,
  service: 1014,
  groupWithTicket: 1044,
  code: 1047,
  codeInAlbum: 1049,
  moments: 1154,
  fromMoments: 1155,
}
const GROUP_CHAT = 3
const SINGLE_CHAT = 1

const group = (name: string, title: string, note: string): Chat => ({
  id: `group:${name}`,
  name: title,
  note,
  kind: 'group',
  group: name,
  scene: SCENES.group,
  chatType: GROUP_CHAT,
})

const single = (name: string, title: string, note: string): Chat => ({
  id: `single:${name}`,
  name: title,
  note,
  kind: 'single',
  group: null,
  scene: SCENES.single,
  chatType: SINGLE_CHAT,
})

const place = (kind: 'moments' | 'service' | 'scan' | 'list', name: string, note: string): Chat => ({
  id: kind,
  name,
  note,
  kind,
  group: null,
  scene: kind === 'scan' ? SCENES.code : SCENES[kind],
})

export const chatsOf = (cast: Cast): Chat[] => [
  ...cast.groups.map((one) => group(one.group, one.name, `群聊 · ${one.owner}`)),
  group('wild-market', '别家的群', '群聊 · 没有店员'),
  ...cast.staff.slice(0, 2).map((one) => single(one.user, one.name, '单聊 · 店里的人')),
  single('friend', '一位朋友', '单聊'),
  place('service', '服务通知', '订单的微信消息'),
  place('moments', '朋友圈', '单页模式，没有登录'),
  place('scan', '扫一扫', '屏幕上或相册里的小程序码'),
  place('list', '最近使用', '下拉打开，没有卡片'),
]

/** Groups carry a ticket where the card was shared with one; everything else is told by the place. */
export function openingOf(card: Pick<Card, 'path' | 'withShareTicket'>, chat: Chat): Opening {
  const [path = '', search = ''] = card.path.replace(/^\//, '').split('?')
  const isTicketed = chat.kind === 'group' && card.withShareTicket
  const scene = isTicketed ? SCENES.groupWithTicket : chat.scene
  return { path, search, scene, group: chat.group, ...(chat.chatType && { chatType: chat.chatType }) }
}

/** Chats a card can be sent to. */
export const takesCards = ({ kind }: Chat): boolean => kind === 'group' || kind === 'single'
