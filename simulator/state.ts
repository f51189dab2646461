import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Order, Prepay, RefundRecord } from './mch/records'
import type { Notification } from './notify/notification'
import type { PendingPush } from './push/target'
import type { Shipping } from './weixin/shipping-records'

export interface LoginCode {
  readonly user: string
  readonly sessionKey: string
  readonly issuedAt: number
  used: boolean
}

export interface PhoneCode {
  readonly user: string
  readonly issuedAt: number
  used: boolean
}

export interface IssuedToken {
  readonly value: string
  readonly expiresAt: number
}

export interface MadeCode {
  readonly id: string
  readonly scene: string
  readonly page: string
  readonly envVersion: string
}

export interface ArrivedMessage {
  readonly openid: string
  readonly templateId: string
  readonly page: string | null
  readonly data: Readonly<Record<string, string>>
  readonly at: number
}

/** Everything WeChat's servers would remember. Plain data, so that it can be kept in a file. */
export interface State {
  clockOffsetMs: number
  /** Which of WeChat Pay's two keys signs: the public-key pair or the platform certificate. */
  signing: 'public_key' | 'certificate'
  /** Waits between tries of a notification in ms, instead of WeChat Pay's own. */
  retryMs: readonly number[] | null
  readonly loginCodes: Record<string, LoginCode>
  /** By user: the key in force and the one before it. */
  readonly sessions: Record<string, { readonly current: string; readonly previous: string | null }>
  readonly users: Record<string, string>
  readonly phoneCodes: Record<string, PhoneCode>
  token: IssuedToken | null
  readonly codes: Record<string, MadeCode>
  /** openid → template → messages the user still allows. */
  readonly subscriptions: Record<string, Record<string, number>>
  readonly messages: ArrivedMessage[]
  readonly orders: Record<string, Order>
  readonly prepays: Record<string, Prepay>
  readonly refunds: Record<string, RefundRecord>
  /** By out_trade_no: what 发货信息管理 knows. */
  readonly shippings: Record<string, Shipping>
  /** Still to be delivered. */
  readonly notifications: Record<string, Notification>
  readonly pushes: Record<string, PendingPush>
}

export const emptyState = (): State => ({
  clockOffsetMs: 0,
  signing: 'public_key',
  retryMs: null,
  loginCodes: {},
  sessions: {},
  users: {},
  phoneCodes: {},
  token: null,
  codes: {},
  subscriptions: {},
  messages: [],
  orders: {},
  prepays: {},
  refunds: {},
  shippings: {},
  notifications: {},
  pushes: {},
})

/** The state kept in a file, or an empty one where there is no file yet. Throws on a file it cannot read. */
export function loadState(file: string | null): State {
  if (file === null) return emptyState()
  if (!existsSync(file)) return emptyState()
  const text = readFileSync(file, 'utf8')
  return { ...emptyState(), ...(JSON.parse(text) as Partial<State>) }
}

/** Writes the state whole or not at all. */
export function saveState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(state))
  renameSync(`${file}.new`, file)
}
