import type { Api } from '@contract/api'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@contract/route'

export interface CallParts<K extends keyof Api> {
  readonly token?: string
  readonly params?: ParamsOf<Api[K]>
  readonly query?: QueryOf<Api[K]>
  readonly body?: BodyOf<Api[K]>
}

/** The shop's public API: `call('POST /sessions', { body })`. Throws with the refusal's code unless it answers 2xx. */
export type CallApi = <K extends keyof Api>(route: K, parts?: CallParts<K>) => Promise<ResponseOf<Api[K]>>

/** What the WeChat app on a phone does: `POST /client/…` of the simulator. Throws unless it answers ok. */
export type CallApp = <T>(path: string, body: unknown) => Promise<T>

export const apiAt =
  (url: string): CallApi =>
  async (route, { token, params, query, body } = {}) => {
    const [method, pattern] = route.split(' ') as [string, string]
    const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent((params as Record<string, string>)[name] ?? ''),
    )
    const asked = query === undefined ? '' : `?${new URLSearchParams(query as Record<string, string>)}`
    const response = await fetch(url + path + asked, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${route}: ${answer.code ?? response.status} ${answer.message ?? ''}`)
    return answer
  }

export const appAt =
  (url: string): CallApp =>
  async (path, body) => {
    const response = await fetch(`${url}/client/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path}: ${answer.errMsg}`)
    return answer
  }
