import type { Api } from '@contract/api'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteSpec } from '@contract/route'
import { type Result, refuse } from '@domain/result'
import { type ApiError, send } from './http'
import { ensureSession, heldSession, renewSession, useSession } from './session'

export type RouteKey = keyof Api
export type Answer<K extends RouteKey> = Result<ResponseOf<Api[K]>, ApiError>

type Slot<Name extends string, T> = [T] extends [undefined]
  ? { readonly [P in Name]?: undefined }
  : Record<never, never> extends T
    ? { readonly [P in Name]?: T }
    : { readonly [P in Name]: T }

type InputOf<R extends RouteSpec> = Slot<'params', ParamsOf<R>> &
  Slot<'query', QueryOf<R>> &
  Slot<'body', BodyOf<R>>

interface Manner {
  /** `need`: log in first (writes, by default). `held`: go with what stands, log in only when refused (reads). */
  readonly session?: 'need' | 'held'
  readonly timeoutMs?: number
}

export type CallInput<K extends RouteKey> = InputOf<Api[K]> & Manner
type Args<K extends RouteKey> =
  Record<never, never> extends CallInput<K> ? [input?: CallInput<K>] : [input: CallInput<K>]

interface LooseInput extends Manner {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
}

/** Waits before a read is tried again, ms. Writes are never repeated here: their callers hold the keys. */
const RETRY_AFTER_MS = [400, 1200]
const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

/** `/orders/:id` with its parameters and query in place. */
export function fillPath(
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries(query).filter(([, v]) => v !== undefined)
  const search = pairs.map(([k, v]) => `${k}=${encodeURIComponent(String(v))}`).join('&')
  return search ? `${filled}?${search}` : filled
}

const inFlight = new Map<string, Promise<Result<unknown, ApiError>>>()

/**
 * Calls a route of the shop by its name, `call('POST /orders', { body })`. Reads that are alike and at the same
 * moment share one request and are tried again when the network fails; an expired session is renewed silently,
 * once. Shows nothing: the screen decides what a refusal looks like.
 */
export function call<K extends RouteKey>(key: K, ...[input]: Args<K>): Promise<Answer<K>> {
  const [method, route] = key.split(' ') as [RouteSpec['method'], string]
  const loose = (input ?? {}) as LooseInput
  const path = fillPath(route, loose.params, loose.query)
  if (method !== 'GET') return ask(method, path, loose) as Promise<Answer<K>>
  // What a visitor may see differs from what the same visitor sees once logged in.
  const flight = `${heldSession()?.token ?? ''} ${path}`
  const shared = inFlight.get(flight) ?? read(path, loose).finally(() => inFlight.delete(flight))
  inFlight.set(flight, shared)
  return shared as Promise<Answer<K>>
}

async function read(path: string, input: LooseInput): Promise<Result<unknown, ApiError>> {
  let answer = await ask('GET', path, input)
  for (const wait of RETRY_AFTER_MS) {
    if (answer.ok || answer.error.code !== 'network' || answer.error.reason === 'timeout') break
    await sleep(wait)
    answer = await ask('GET', path, input)
  }
  return answer
}

async function ask(
  method: RouteSpec['method'],
  path: string,
  input: LooseInput,
): Promise<Result<unknown, ApiError>> {
  const manner = input.session ?? (method === 'GET' ? 'held' : 'need')
  const { isPossible } = useSession.getState()
  let token = heldSession()?.token ?? null
  if (manner === 'need' && !token && isPossible) {
    const opened = await ensureSession()
    if (!opened.ok) return refuse(opened.error)
    token = opened.value.token
  }
  const request = { method, path, body: input.body, timeoutMs: input.timeoutMs }
  const answer = await send<unknown>({ ...request, token })
  if (answer.ok || !isPossible || !isDeadSession(answer.error)) return answer
  const renewed = await renewSession(token)
  return renewed.ok ? send<unknown>({ ...request, token: renewed.value.token }) : refuse(renewed.error)
}

const isDeadSession = ({ code }: ApiError) => code === 'session.missing' || code === 'session.expired'
