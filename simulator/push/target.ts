/** Where and how pushes go, as the console's 消息推送 page is filled in. */
export interface PushTarget {
  /** Loopback, without query. */
  readonly url: string
  readonly token: string
  /** 43 characters. */
  readonly aesKey: string
  readonly mode: 'plain' | 'secure'
  readonly format: 'json' | 'xml'
}

/** One push on its way. */
export interface PendingPush {
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly about: string
  dueAt: number
  attempt: number
  copies: number
  forged: boolean
}
