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
