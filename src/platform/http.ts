import type { ErrorCode } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import Taro from '@tarojs/taro'
import { API } from './api-address'

/** A refusal by the shop: decide by `code`, never by the sentence. */
export interface ShopError {
  readonly code: ErrorCode
  readonly message: string
  readonly field?: string
  readonly detail?: unknown
}

/** No answer was had. Whether the shop heard the question is unknown. */
export interface NetworkError {
  readonly code: 'network'
  readonly reason: 'offline' | 'timeout' | 'interrupted' | 'unreadable'
  readonly message: string
}

export type ApiError = ShopError | NetworkError

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `base`, with its query. */
  readonly path: string
  readonly body?: unknown
  readonly token?: string | null
  readonly timeoutMs?: number
  /** The API unless told otherwise. */
  readonly base?: string
}

const READ_MS = 10_000
const WRITE_MS = 15_000

function lost(errMsg: string): NetworkError {
  if (/timeout|timed out/i.test(errMsg)) return { code: 'network', reason: 'timeout', message: errMsg }
  if (/interrupt|abort/i.test(errMsg)) return { code: 'network', reason: 'interrupted', message: errMsg }
  return { code: 'network', reason: 'offline', message: errMsg }
}

const isRefusal = (data: unknown): data is ShopError =>
  typeof data === 'object' && data !== null && typeof (data as ShopError).code === 'string'

/** WeChat's own word for a failure; its simulator uses it in bodies too. */
function errMsgOf(thing: unknown): string | null {
  const errMsg = (thing as { errMsg?: unknown } | null)?.errMsg
  return typeof errMsg === 'string' ? errMsg : null
}

/** One request, one answer; no retries, no login. Every HTTP status is an answer to WeChat, so it is judged here. */
export async function send<T>(request: HttpRequest): Promise<Result<T, ApiError>> {
  const { method, path, body, token, base = API } = request
  const header: Record<string, string> = { accept: 'application/json' }
  if (token) header.authorization = `Bearer ${token}`
  // WeChat says `content-type: application/json` by itself; nothing at all under that name is no JSON to a server.
  const text = method === 'POST' || method === 'PUT' ? JSON.stringify(body ?? {}) : undefined
  if (text) header['content-type'] = 'application/json'
  try {
    const answer = await Taro.request<unknown>({
      url: base + path,
      method,
      header,
      data: text,
      timeout: request.timeoutMs ?? (method === 'GET' ? READ_MS : WRITE_MS),
    })
    if (answer.statusCode >= 200 && answer.statusCode < 300) return ok(answer.data as T)
    if (isRefusal(answer.data)) return refuse(answer.data)
    const message = errMsgOf(answer.data) ?? `HTTP ${answer.statusCode} without a readable answer`
    return refuse({ code: 'network', reason: 'unreadable', message })
  } catch (error) {
    return refuse(lost(errMsgOf(error) ?? String(error)))
  }
}
