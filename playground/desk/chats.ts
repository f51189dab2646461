import type { Cast } from '../host/cast'

/** A place in WeChat where cards lie, and how the mini-program is told that it was opened from there. */
export interface Chat {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly kind: 'group' | 'single' | 'moments' | 'code' | 'list'
  readonly group: string | null
  readonly scene: number
  readonly chatType?: number
}

/** A card as it lies in a chat. */
export interface Card {
  readonly title: string
  /** With its query, beginning with `/`. */
  readonly path: string
  readonly imageUrl: string | null
  readonly sender: string
}

/** WeChat's scene values; see its list of scenes. */
const SCENES = { list: 1001, single: 1007, group: 1008, groupWithTicket: 1044, code: 1047, moments: 1154 }
const GROUP_CHAT = 3
const SINGLE_CHAT = 1

export function chatsOf(cast: Cast): Chat[] {
  const groups = cast.groups.map(
    ({ group, name, owner }): Chat => ({
      id: `group:${group}`,
      name,
      note: `群聊 · ${owner}`,
      kind: 'group',
      group,
      scene: SCENES.groupWithTicket,
      chatType: GROUP_CHAT,
    }),
  )
  const stranger: Chat = {
    id: 'group:wild-market',
    name: '别家的群',
    note: '群聊 · 没有店员',
    kind: 'group',
    group: 'wild-market',
    scene: SCENES.group,
    chatType: GROUP_CHAT,
  }
  return [
    ...groups,
    stranger,
    {
      id: 'single',
      name: '一位朋友',
      note: '单聊',
      kind: 'single',
      group: null,
      scene: SCENES.single,
      chatType: SINGLE_CHAT,
    },
    {
      id: 'moments',
      name: '朋友圈',
      note: '单页模式，没有登录',
      kind: 'moments',
      group: null,
      scene: SCENES.moments,
    },
    { id: 'code', name: '海报上的小程序码', note: '扫一扫', kind: 'code', group: null, scene: SCENES.code },
    { id: 'list', name: '最近使用', note: '下拉打开', kind: 'list', group: null, scene: SCENES.list },
  ]
}

/** What lies in the chats before anybody shares: the demo shop's own share tokens. */
export function firstCards(cast: Cast): Record<string, Card[]> {
  const { staffCard, relayCard, homeCard, code, moments, expiredCard, unknownCard, invitation } = cast.tokens
  const staff = cast.tokens.staff ?? ''
  const sender = cast.staff.find(({ user }) => user === staff)?.name ?? '店员'
  const product = (token: string | undefined) => `/pages/product/index?t=${token ?? ''}`
  const home = (token: string | undefined) => `/pages/home/index${token ? `?t=${token}` : ''}`
  const card = (title: string, path: string, from = sender): Card => ({
    title,
    path,
    imageUrl: null,
    sender: from,
  })
  const [first, second, third] = cast.groups.map(({ group }) => `group:${group}`)
  return {
    ...(first && {
      [first]: [card('烟台红富士苹果 脆甜多汁', product(staffCard)), card('到群店逛逛', home(homeCard))],
    }),
    ...(second && { [second]: [card('烟台红富士苹果 脆甜多汁（转发）', product(relayCard), '一位邻居')] }),
    ...(third && { [third]: [card('没有分享码的卡片', home(undefined), '一位群友')] }),
    'group:wild-market': [
      card('过期的卡片', product(expiredCard)),
      card('不认识的分享码', product(unknownCard), '陌生人'),
    ],
    single: [
      card('烟台红富士苹果 脆甜多汁', product(staffCard)),
      ...(invitation
        ? [card('店长邀请你成为店员', `/packages/staff/pages/join/index?code=${invitation}`, '店长')]
        : []),
    ],
    moments: [card('烟台红富士苹果 脆甜多汁', product(moments))],
    code: [card('海报：烟台红富士苹果', `/pages/product/index?scene=${encodeURIComponent(code ?? '')}`)],
    list: [card('群店', home(undefined), '')],
  }
}
