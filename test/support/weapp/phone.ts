/** What the person with the phone answers when WeChat asks, and what was asked; tests change the answers. */
export interface Phone {
  readonly user: string
  readonly group: string | null
  /** The pay sheet: `unknown` takes the money and says it failed. */
  payOutcome: 'ok' | 'cancel' | 'fail' | 'unknown'
  /** The button a dialogue is left by. */
  confirms: boolean
  /** The line of an action sheet that is tapped. */
  picks: number
  isOnline: boolean
  isGuest: boolean
  /** What is done on WeChat's 确认收货; `absent`: this WeChat has no such screen. */
  receipt: 'success' | 'cancel' | 'absent'
  /** The answer to every 服务通知 that is asked about. */
  subscribes: 'accept' | 'reject'
  /** What the scanner reads; nothing where it is left. */
  scans: string | null
  /** Whether the album may be written to. */
  allowsAlbum: boolean
  /** Pictures saved to the album, each with what was drawn on it where it came from a canvas. */
  readonly album: { readonly filePath: string; readonly drawn: readonly string[] }[]
  /** Files handed over to a chat: name and content. */
  readonly handed: { readonly fileName: string; readonly text: string }[]
  /** What was copied last. */
  copied: string
  readonly toasts: string[]
  readonly modals: string[]
  readonly badges: Map<number, string>
  title: string
  /** Every request made: method and path. */
  readonly requests: string[]
  /** Requests that have no answer yet. */
  underWay: number
}

export const aPhone = (user: string, group: string | null): Phone => ({
  user,
  group,
  payOutcome: 'ok',
  confirms: true,
  picks: 0,
  isOnline: true,
  isGuest: false,
  receipt: 'success',
  subscribes: 'accept',
  scans: null,
  allowsAlbum: true,
  album: [],
  handed: [],
  copied: '',
  toasts: [],
  modals: [],
  badges: new Map(),
  title: '',
  requests: [],
  underWay: 0,
})
