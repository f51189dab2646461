import { WxRefusal } from './api'

interface AppAnswer {
  readonly errMsg?: string
  readonly errCode?: number
  readonly [field: string]: unknown
}

/** Asks the simulator's side of the WeChat app; its refusals become those of the call that asked. */
export async function askSimulator<T extends object>(path: string, body: object): Promise<T> {
  const answer = await fetch(`/simulator${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const told = (await answer.json().catch(() => ({}))) as AppAnswer
  if (answer.ok) return told as unknown as T
  const reason = (told.errMsg ?? `simulator answered ${answer.status}`).replace(/^\w*:?fail /, '')
  throw new WxRefusal(reason, told.errCode)
}

export interface Prepaid {
  readonly totalFen: number
  readonly description: string
}

/** What is to be paid, as the pay sheet shows it; null where this user cannot pay it, which paying will tell. */
export async function prepaidOf(pack: string, user: string): Promise<Prepaid | null> {
  const id = encodeURIComponent(pack.replace(/^prepay_id=/, ''))
  const answer = await fetch(`/simulator/client/prepays/${id}?user=${encodeURIComponent(user)}`)
  return answer.ok ? ((await answer.json()) as Prepaid) : null
}

interface ScannedCode {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** What scanning a mini-program code opens: a page and its query, as WeChat hands it over. */
export async function scannedCode(id: string): Promise<{ path: string; search: string }> {
  const answer = await fetch(`/simulator/client/codes/${encodeURIComponent(id)}`)
  if (!answer.ok) throw new WxRefusal('no such code')
  const { path, query } = (await answer.json()) as ScannedCode
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return { path, search: search.join('&') }
}
