import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { exchange, type Fetch, type HttpAnswer, Unreachable } from './http'
import { MiniProgramError, miniProgramError } from './mini-program-error'

export interface ApiRequest {
  /** With its query; a GET where there is no body. */
  readonly path: string
  readonly body?: unknown
  /** Ask again when WeChat says it is busy (errcode −1). Only where WeChat has not acted then. */
  readonly retryBusy?: boolean
}

export interface MiniProgramCall {
  /** Calls and reads a JSON answer of the given shape. Throws MiniProgramError. */
  json<S extends TSchema>(api: string, shape: S, request: ApiRequest): Promise<Static<S>>
  /** Calls and gives the bytes, or throws the error WeChat sent instead of them. */
  bytes(api: string, request: ApiRequest): Promise<Buffer>
}

export interface CallOptions {
  readonly baseUrl: string
  readonly fetch: Fetch
  readonly timeoutMs: number
  readonly pause: (ms: number) => Promise<void>
}

const Failure = Type.Object({ errcode: Type.Integer(), errmsg: Type.Optional(Type.String()) })
const BUSY_PAUSES_MS = [100, 400]

function parse(api: string, answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString('utf8'))
  } catch (cause) {
    throw new MiniProgramError('unavailable', api, null, `unreadable answer, HTTP ${answer.status}`, {
      cause,
    })
  }
}

/** WeChat answers errors with HTTP 200 and an `errcode`; anything but 200 comes from something in between. */
function refuseFailure(api: string, value: unknown): void {
  if (Value.Check(Failure, value) && value.errcode !== 0)
    throw miniProgramError(api, value.errcode, value.errmsg ?? '')
}

/** Speaks HTTP with api.weixin.qq.com. */
export function createMiniProgramCall({ baseUrl, fetch, timeoutMs, pause }: CallOptions): MiniProgramCall {
  async function send(api: string, { path, body }: ApiRequest): Promise<HttpAnswer> {
    const init: RequestInit =
      body === undefined
        ? { method: 'GET' }
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    try {
      const answer = await exchange(fetch, baseUrl + path, init, timeoutMs)
      if (answer.status === 200) return answer
      throw new MiniProgramError('unavailable', api, null, `HTTP ${answer.status}`)
    } catch (cause) {
      if (cause instanceof Unreachable)
        throw new MiniProgramError('unavailable', api, null, cause.message, { cause })
      throw cause
    }
  }

  async function patiently<T>(request: ApiRequest, attempt: () => Promise<T>): Promise<T> {
    for (const ms of request.retryBusy ? BUSY_PAUSES_MS : []) {
      try {
        return await attempt()
      } catch (error) {
        if (!(error instanceof MiniProgramError) || error.errcode !== -1) throw error
        await pause(ms)
      }
    }
    return attempt()
  }

  return {
    json: (api, shape, request) =>
      patiently(request, async () => {
        const value = parse(api, await send(api, request))
        refuseFailure(api, value)
        if (!Value.Check(shape, value))
          throw new MiniProgramError('unavailable', api, null, 'answer of an unknown shape')
        return value
      }),
    bytes: (api, request) =>
      patiently(request, async () => {
        const answer = await send(api, request)
        if (answer.body[0] === 0x7b) refuseFailure(api, parse(api, answer))
        return answer.body
      }),
  }
}
