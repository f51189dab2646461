import { isShareToken, type ShareToken } from './token'

/** What the entry options said about a share token. */
export type TokenState = 'none' | 'present' | 'malformed'

/** What the server found out about a token. Only `ok` is evidence; the page opens all the same. */
export type ShareStatus = 'ok' | 'unknown' | 'malformed' | 'expired' | 'revoked'

/** How a share travels. */
export type ShareChannel = 'card' | 'poster' | 'moments' | 'link'

/** The enter options as WeChat hands them over; anything may be missing or odd. */
export interface EntryOptions {
  readonly path?: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly scene?: number
  readonly shareTicket?: string
  /** 1 WeChat single, 2 WeCom single, 3 ordinary group, 4 WeCom group. */
  readonly chatType?: number
}

export interface Entry {
  /** Without a leading slash and without a query. */
  readonly path: string
  readonly scene: number
  readonly shareToken: ShareToken | null
  readonly tokenState: TokenState
  /** Worth asking wx.getGroupEnterInfo; only a successful decryption proves a group. */
  readonly mayHaveGroup: boolean
  /** Moments single page: no login, no navigation, no touch. */
  readonly isSinglePage: boolean
}

const SINGLE_PAGE_SCENE = 1154
/** Group card, card with ticket, chat record, group tool, group to-do, announcement, product card, chat tools. */
const GROUP_SCENES = new Set([1008, 1044, 1096, 1158, 1160, 1185, 1208, 1325, 1326, 1327, 1328])

/** Percent-decoding that hands back the text itself where it is not well-formed. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The raw token text: `t` of a card's path, or a mini-program code's `scene` (the token alone, or `t=token`). */
function tokenText(query: Readonly<Record<string, string | undefined>>): string | null {
  if (typeof query.t === 'string' && query.t !== '') return decodeOnce(query.t)
  if (typeof query.scene !== 'string' || query.scene === '') return null
  const scene = decodeOnce(query.scene)
  return /^t=/.test(scene) ? scene.slice(2) : scene
}

/**
 * Reads what WeChat handed over on entry. Never throws: garbage gives `malformed`, unknown scenes are ordinary
 * entries (the list keeps growing). Some containers hand over page queries undecoded, hence one decoding here.
 */
export function parseEntry(options: EntryOptions): Entry {
  const [path = '', inPath = ''] = String(options.path ?? '').split('?', 2)
  const text = tokenText(options.query ?? {}) ?? tokenText(parseQuery(inPath))
  const scene = Number.isSafeInteger(options.scene) ? Number(options.scene) : 0
  const isSinglePage = scene === SINGLE_PAGE_SCENE
  const isToken = text !== null && isShareToken(text)
  return {
    path: path.replace(/^\/+/, ''),
    scene,
    shareToken: isToken ? text : null,
    tokenState: text === null ? 'none' : isToken ? 'present' : 'malformed',
    mayHaveGroup: !isSinglePage && mayHaveGroup(scene, options.chatType, options.shareTicket),
    isSinglePage,
  }
}

/**
 * chatType decides where WeChat gives it. Without it the scene is only a hint: 1044 also comes from single
 * chats on some platforms, and a ticket alone is worth a try.
 */
function mayHaveGroup(scene: number, chatType: number | undefined, shareTicket: string | undefined): boolean {
  if (chatType === 3 || chatType === 4) return true
  if (chatType === 1 || chatType === 2) return false
  return GROUP_SCENES.has(scene) || Boolean(shareTicket)
}

function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of text.split('&')) {
    const cut = pair.indexOf('=')
    if (cut > 0) query[pair.slice(0, cut)] = pair.slice(cut + 1)
  }
  return query
}
