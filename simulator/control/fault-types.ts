import { type Static, Type } from '@sinclair/typebox'

const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])))

/** 1 unless told; "always" until cleared. */
const times = Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Literal('always')]))
const ms = Type.Optional(Type.Number({ minimum: 0 }))

/**
 * A call that goes wrong. `endpoint` is its name in the log, or `weixin`, `mch`, `client` for a whole side, or `all`.
 *
 * - `http_error`: answers `status` (500) with `code` and does nothing
 * - `errcode`: the mini-program API's way of refusing: HTTP 200 with `errcode` and `message`; on the client side `errMsg`
 * - `slow`: answers rightly after `ms`
 * - `timeout`: never answers, does nothing · `reset`: breaks the connection, does nothing
 * - `lost_answer`: does it, then breaks the connection: the caller cannot know
 * - `hold`: does it, and never answers: whoever waits can be killed in the middle
 * - `bad_signature`, `unsigned`: WeChat Pay's answer does not verify
 * - `invalid_scene`, `foreign_watermark`, `stale_key`: what group-enter-info can suffer
 */
export const EndpointFault = Type.Object({
  on: Type.Literal('endpoint'),
  endpoint: Type.String({ minLength: 1 }),
  kind: oneOf([
    'http_error',
    'errcode',
    'slow',
    'timeout',
    'reset',
    'lost_answer',
    'hold',
    'bad_signature',
    'unsigned',
    'invalid_scene',
    'foreign_watermark',
    'stale_key',
  ]),
  status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
  code: Type.Optional(Type.String()),
  errcode: Type.Optional(Type.Integer()),
  message: Type.Optional(Type.String()),
  ms,
  times,
})

/**
 * A notification that goes wrong.
 *
 * - `duplicate`: `copies` (1) more, signed anew · `replay`: the very same bytes again, `ms` later
 * - `delay`: not before `ms` · `reorder`: held until another one was delivered, at most `ms` (an hour)
 * - `drop`: never sent
 * - sent ahead of the true one: `forge` (signed by a stranger's key), `signtest` (WeChat's probe),
 *   `wrong_amount` (genuine, `byFen` (−1) off), `foreign` (genuine, of another merchant);
 *   with `only` the true one never follows
 */
export const NotificationFault = Type.Object({
  on: Type.Literal('notification'),
  kind: oneOf([
    'duplicate',
    'replay',
    'delay',
    'reorder',
    'drop',
    'forge',
    'signtest',
    'wrong_amount',
    'foreign',
  ]),
  /** `PUSH`: of the mini-program's message push (`duplicate`, `delay`, `drop`, `forge`); else of WeChat Pay. */
  event: Type.Optional(oneOf(['TRANSACTION', 'REFUND', 'PUSH'])),
  outTradeNo: Type.Optional(Type.String()),
  copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  byFen: Type.Optional(Type.Integer()),
  only: Type.Optional(Type.Boolean()),
  ms,
  times,
})

/** A refund that does not end as hoped. `PROCESSING` never ends by itself; `SUCCESS` with `ms` is merely late. */
export const RefundFault = Type.Object({
  on: Type.Literal('refund'),
  kind: oneOf(['SUCCESS', 'ABNORMAL', 'CLOSED', 'PROCESSING']),
  ms,
  times,
})

export const Fault = Type.Union([EndpointFault, NotificationFault, RefundFault])
export type EndpointFault = Static<typeof EndpointFault>
export type NotificationFault = Static<typeof NotificationFault>
export type RefundFault = Static<typeof RefundFault>
export type Fault = Static<typeof Fault>
