import { parseQuery } from './router'
import type { EnterOptions } from './types'
import type { NetworkKind } from './wx/network'

const GROUP_CARD = 1008
const GROUP_CARD_WITH_TICKET = 1044
const FROM_LIST = 1001
const GROUP_CHAT = 3

/** How a phone is opened, written in its address: `?as=lin&open=pages/home/index&query=…&scene=1008&group=chunfeng-1`. */
export interface BootOptions {
  /** Who holds the phone. */
  readonly user: string
  /** The group the card was opened in. */
  readonly group: string | null
  readonly enter: EnterOptions
  /** No rounded corners and no shadow: the phone alone, for pictures. */
  readonly isBare: boolean
  readonly decodesQueries: boolean
  readonly appId: string
  /** Privacy consent is taken as given, and nobody is asked. */
  readonly isConsented: boolean
  readonly network: NetworkKind
  /** WeChat's font slider; 16 in the middle. */
  readonly fontSize: number
}

export function readBootOptions(search: string, firstPage: string): BootOptions {
  const given = new URLSearchParams(search)
  const group = given.get('group')
  const decodesQueries = given.has('decoded')
  return {
    user: given.get('as') ?? 'visitor',
    group,
    enter: enterOptions({
      path: given.get('open') ?? firstPage,
      search: given.get('query') ?? '',
      scene: Number(given.get('scene') ?? (group ? GROUP_CARD : FROM_LIST)),
      chatType: given.has('chatType') ? Number(given.get('chatType')) : undefined,
      group,
      decodesQueries,
    }),
    isBare: given.has('bare'),
    decodesQueries,
    appId: given.get('appid') ?? 'wx0123456789abcdef',
    isConsented: given.has('consent'),
    network: (given.get('network') ?? 'fine') as NetworkKind,
    fontSize: Number(given.get('font') ?? 16),
  }
}

/** Enter options as WeChat gives them for an opening in this scene, with a ticket where a group card carries one. */
export function enterOptions(opening: {
  readonly path: string
  readonly search: string
  readonly scene: number
  readonly chatType: number | undefined
  readonly group: string | null
  readonly decodesQueries: boolean
}): EnterOptions {
  const { group, scene } = opening
  const chatType = opening.chatType ?? (group ? GROUP_CHAT : undefined)
  return {
    path: opening.path.replace(/^\//, ''),
    query: parseQuery(opening.search, opening.decodesQueries),
    scene,
    ...(group && scene === GROUP_CARD_WITH_TICKET ? { shareTicket: `ticket-${group}` } : {}),
    ...(chatType === undefined ? {} : { chatType }),
    apiCategory: scene === 1154 ? 'browseOnly' : 'default',
    referrerInfo: {},
  }
}
