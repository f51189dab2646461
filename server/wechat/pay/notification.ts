import { ok, type Result, refuse } from '@domain/result'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { type Refund, RefundNoticeBody, refundOf } from './refund'
import { decryptResource, Resource, type ResourceRefusal } from './resource'
import { type HeaderSet, type SignatureRefusal, type Verifiers, verifySignature } from './signature'
import { type Transaction, TransactionBody, transactionOf } from './transaction'

export type PayEvent =
  | { readonly kind: 'paid'; readonly id: string; readonly transaction: Transaction }
  /** `refund.state` says how it ended: SUCCESS, ABNORMAL or CLOSED. */
  | { readonly kind: 'refund'; readonly id: string; readonly refund: Refund }

/** Any of these is answered with 4xx, whereupon WeChat Pay sends again. */
export type NotificationRefusal =
  | SignatureRefusal
  | ResourceRefusal
  | { readonly code: 'notification.malformed' }
  /** Genuine, but of a kind this shop does not know. */
  | { readonly code: 'notification.unknown_event'; readonly event: string }
  /** Genuine, but of another appid or merchant. */
  | { readonly code: 'notification.foreign' }

export interface NotificationKeys {
  readonly appid: string
  readonly mchid: string
  readonly apiV3Key: string
  readonly verifiers: Verifiers
}

const Envelope = Type.Object({ id: Type.String(), event_type: Type.String(), resource: Resource })
const MALFORMED = { code: 'notification.malformed' } as const

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function eventOf(
  id: string,
  type: string,
  plain: unknown,
  keys: NotificationKeys,
): Result<PayEvent, NotificationRefusal> {
  if (type === 'TRANSACTION.SUCCESS') {
    if (!Value.Check(TransactionBody, plain)) return refuse(MALFORMED)
    if (plain.appid !== keys.appid || plain.mchid !== keys.mchid)
      return refuse({ code: 'notification.foreign' })
    return ok({ kind: 'paid', id, transaction: transactionOf(plain) })
  }
  if (type === 'REFUND.SUCCESS' || type === 'REFUND.ABNORMAL' || type === 'REFUND.CLOSED') {
    if (!Value.Check(RefundNoticeBody, plain)) return refuse(MALFORMED)
    if (plain.mchid !== keys.mchid) return refuse({ code: 'notification.foreign' })
    return ok({ kind: 'refund', id, refund: refundOf(plain) })
  }
  return refuse({ code: 'notification.unknown_event', event: type })
}

/**
 * Verifies a notification's signature over its raw bytes, opens it, and checks whose it is.
 * That the amount equals the order's is the caller's to check: only it knows the order.
 */
export function readNotification(
  headers: HeaderSet,
  rawBody: Buffer,
  keys: NotificationKeys,
  nowMs: number,
): Result<PayEvent, NotificationRefusal> {
  const signed = verifySignature(headers, rawBody, keys.verifiers, nowMs)
  if (!signed.ok) return signed
  const envelope = parse(rawBody.toString('utf8'))
  if (!Value.Check(Envelope, envelope)) return refuse(MALFORMED)
  const opened = decryptResource(envelope.resource, keys.apiV3Key)
  if (!opened.ok) return opened
  return eventOf(envelope.id, envelope.event_type, parse(opened.value), keys)
}
