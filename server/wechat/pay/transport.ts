import type { KeyObject } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { exchange, type Fetch, type HttpAnswer, Unreachable } from '../http'
import { kindOf, WeChatPayError } from './pay-error'
import { authorization, type Verifiers, verifySignature } from './signature'

export interface PayTransportOptions {
  readonly baseUrl: string
  readonly mchid: string
  readonly serialNo: string
  readonly privateKey: KeyObject
  readonly verifiers: Verifiers
  readonly now: () => number
  readonly nonce: () => string
  readonly fetch: Fetch
  readonly timeoutMs: number
}

export interface PayRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  /** More keys to verify this one answer by, found in the answer itself (the certificates call). */
  readonly trust?: (body: Buffer) => Verifiers
  /** WeChat Pay does not sign files: the caller knows them by a hash it was told in a signed answer. */
  readonly isFile?: true
}

/** Sends one signed request and gives the verified body of a 2xx answer. Throws WeChatPayError. */
export type PayTransport = (api: string, request: PayRequest) => Promise<Buffer>

const Failure = Type.Object({ code: Type.String(), message: Type.Optional(Type.String()) })

function failureOf(answer: HttpAnswer): { code: string | null; message: string } {
  let value: unknown
  try {
    value = JSON.parse(answer.body.toString('utf8'))
  } catch {
    value = null
  }
  return Value.Check(Failure, value)
    ? { code: value.code, message: value.message ?? '' }
    : { code: null, message: 'unreadable answer' }
}

/** Signs requests as the merchant and believes only answers WeChat Pay signed. */
export function createPayTransport(options: PayTransportOptions): PayTransport {
  const { baseUrl, verifiers, now, nonce, fetch, timeoutMs } = options
  // In public-key mode WeChat Pay answers with the key we name.
  const publicKeyId = [...verifiers.keys()].find((serial) => serial.startsWith('PUB_KEY_ID_'))

  function signed(request: PayRequest): RequestInit {
    const body = request.body === undefined ? '' : JSON.stringify(request.body)
    const headers: Record<string, string> = {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'qundian',
      authorization: authorization(
        {
          method: request.method,
          pathAndQuery: request.path,
          body,
          timestamp: Math.floor(now() / 1000),
          nonce: nonce(),
        },
        options,
      ),
    }
    if (publicKeyId !== undefined) headers['wechatpay-serial'] = publicKeyId
    return request.method === 'GET' ? { method: 'GET', headers } : { method: 'POST', headers, body }
  }

  return async (api, request) => {
    const lost = { kind: 'unavailable', api, status: null, code: null, requestId: null } as const
    let answer: HttpAnswer
    try {
      answer = await exchange(fetch, baseUrl + request.path, signed(request), timeoutMs)
    } catch (cause) {
      if (cause instanceof Unreachable) throw new WeChatPayError(lost, cause.message, { cause })
      throw cause
    }
    const { status, body } = answer
    const requestId = answer.headers.get('request-id')
    if (status < 200 || status >= 300) {
      // WeChat Pay does not sign every refusal (a refused signature, a gateway's 5xx); none of them moves money.
      const { code, message } = failureOf(answer)
      throw new WeChatPayError({ kind: kindOf(status, code), api, status, code, requestId }, message)
    }
    if (request.isFile) return body
    const headers: Record<string, string> = {}
    answer.headers.forEach((value, name) => {
      headers[name] = value
    })
    const trusted = request.trust ? new Map([...verifiers, ...request.trust(body)]) : verifiers
    const verified = verifySignature(headers, body, trusted, now())
    if (!verified.ok) {
      const { code } = verified.error
      throw new WeChatPayError(
        { kind: 'untrusted', api, status, code, requestId },
        'answer not signed as agreed',
      )
    }
    return body
  }
}
