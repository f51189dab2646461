import { MchRefusal } from './manners'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Whether an address is on this machine: the only place the simulator ever sends anything. */
export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === 'http:' && LOOPBACK.has(url.hostname)
}

/** Refuses a notify_url with a query, as WeChat Pay does, or off this machine, as only the simulator does. */
export function requireNotifyUrl(address: string): void {
  if (!isLoopback(address))
    throw new MchRefusal(400, 'PARAM_ERROR', 'notify_url: the simulator notifies loopback only')
  if (address.includes('?')) throw new MchRefusal(400, 'PARAM_ERROR', 'notify_url不能携带参数')
}
