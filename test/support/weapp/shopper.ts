import type { RunningShop } from '../shop/start-shop'
import { exchange } from './http'

/** Somebody who uses the shop's API directly, where a test is about what comes afterwards. */
export interface Shopper {
  call<T>(method: string, path: string, body?: object): Promise<T>
}

export interface Bought {
  readonly id: string
  readonly number: string
  readonly payableFen: number
  readonly lines: readonly { readonly id: string; readonly quantity: number }[]
}

const HOME = {
  name: '林晓',
  phone: '13800000001',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '天平路 12 弄 3 号 501 室',
}
let wishes = 0

async function ask<T>(base: string, method: string, path: string, body?: object, token?: string): Promise<T> {
  const header = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const { status, text } = await exchange(method, base + path, header, body && JSON.stringify(body))
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text}`)
  return JSON.parse(text) as T
}

/** Logs in as one of WeChat's simulated users. */
export async function aShopper({ apiUrl, simulatorUrl }: RunningShop, user: string): Promise<Shopper> {
  const { code } = await ask<{ code: string }>(simulatorUrl, 'POST', '/client/login', { user })
  const { token } = await ask<{ token: string }>(apiUrl, 'POST', '/sessions', { code })
  return { call: (method, path, body) => ask(apiUrl, method, path, body, token) }
}

/** An order of `quantity` pieces of one thing, paid for. */
export async function aPaidOrder(shop: RunningShop, user: string, quantity = 1): Promise<Bought> {
  const { call } = await aShopper(shop, user)
  const { items } = await call<{ items: { id: string }[] }>('GET', '/products?limit=1')
  const { skus } = await call<{ skus: { id: string; available: number }[] }>(
    'GET',
    `/products/${items[0]?.id}`,
  )
  const sku = skus.find(({ available }) => available >= quantity)
  if (!sku) throw new Error(`nothing in the demo shop can be bought ${quantity} times`)
  const lines = [{ skuId: sku.id, quantity }]
  const { id: addressId } = await call<{ id: string }>('POST', '/addresses', HOME)
  const { payableFen } = await call<{ payableFen: number }>('POST', '/quotes', { lines, addressId })
  wishes += 1
  const wish = { requestId: `shopper-${user}-${wishes}`, lines, addressId, sentAt: Date.now() }
  const order = await call<Bought>('POST', '/orders', { ...wish, expectedPayableFen: payableFen })
  const params = await call<object>('POST', `/orders/${order.id}/pay`)
  await ask(shop.simulatorUrl, 'POST', '/client/pay', { ...params, user, outcome: 'ok' })
  await call('POST', `/orders/${order.id}/settle`)
  return call<Bought>('GET', `/orders/${order.id}`)
}
