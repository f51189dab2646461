import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { OrderView } from '@contract/order'
import type { TouchReport } from '@contract/touch'
import type { Person, Street } from './phone'

const PATIENCE_MS = 20_000
const ASK_EVERY_MS = 100

export interface Wish {
  readonly skuId: string
  readonly quantity: number
}

/**
 * Cart, quote, order, payment in WeChat, and the wait for WeChat Pay's notification: the order's own way to `paid`,
 * without asking WeChat. `unsent` are openings the phone could not report before; the order carries them.
 */
export async function buy(
  { api, app }: Street,
  { name, user, token }: Person,
  wish: Wish,
  unsent: TouchReport[] = [],
): Promise<OrderView> {
  await api('POST /cart/lines', { token, body: wish })
  const { id: addressId } = await api('POST /addresses', { token, body: addressOf(name) })
  const lines = [wish]
  const { payableFen } = await api('POST /quotes', { token, body: { lines, addressId } })
  const order = await api('POST /orders', {
    token,
    body: {
      requestId: randomUUID(),
      lines,
      addressId,
      expectedPayableFen: payableFen,
      sentAt: Date.now(),
      touches: unsent,
    },
  })
  const payment = await api('POST /orders/:id/pay', { token, params: { id: order.id } })
  await app('pay', { user, ...payment })
  return untilPaid(api, token, order.id)
}

async function untilPaid(api: Street['api'], token: string, id: string): Promise<OrderView> {
  for (const began = Date.now(); ; await pause(ASK_EVERY_MS)) {
    const order = await api('GET /orders/:id', { token, params: { id } })
    if (order.state !== 'unpaid' || Date.now() - began > PATIENCE_MS) return order
  }
}

const addressOf = (name: string) => ({
  name,
  phone: '13800138000',
  province: '浙江省',
  city: '杭州市',
  district: '滨江区',
  detail: '春风小区 3栋1单元501',
})
