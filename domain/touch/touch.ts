import type { ShareStatus, TokenState } from '../share/entry'

/** What the client knows when the shop comes to the foreground; the server adds the rest. */
export interface ClientTouch {
  /** Idempotency key, made once by the client and kept over retries and restarts. */
  readonly key: string
  /** The client's clock at the opening, ms. Never trusted as it is: see `clampTouchTime`. */
  readonly at: number
  /** WeChat's entry scene; 0 where unknown. */
  readonly scene: number
  readonly path: string
  readonly shareToken: string | null
  readonly tokenState: TokenState
  /** Why the group is (not yet) known. */
  readonly groupState: 'none' | 'asking' | 'proof' | 'unknown'
  readonly groupProof: GroupProof | null
}

/** Ciphertext of the group, readable only with the session key of the login it names. */
export interface GroupProof {
  readonly source: 'getGroupEnterInfo' | 'getShareInfo'
  readonly encryptedData: string
  readonly iv: string
  /** Which of our logins it belongs to: a later wx.login rotates the key and makes it unreadable. */
  readonly loginId: string
}

/** How the proof ended. Only `proven` names a group. */
export type GroupOutcome = 'none' | 'proven' | 'unreadable' | 'foreign_app' | 'unknown'

/** One opening of the shop, as the server keeps it. */
export interface Touch {
  readonly id: string
  readonly memberId: string
  readonly at: number
  readonly scene: number
  /** null: no token came along. */
  readonly shareStatus: ShareStatus | null
  readonly shareId: string | null
  /** Proven group only. */
  readonly groupId: string | null
  readonly groupOutcome: GroupOutcome
  readonly isSuspect: boolean
}
