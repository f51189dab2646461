import { randomInt, randomUUID } from 'node:crypto'

export interface Buyer {
  /** Their name at the simulator, which pays by it. */
  readonly user: string
  readonly token: string
  readonly addressId: string
}

export interface Goods {
  readonly shop: string
  readonly wechat: string
  readonly skuIds: readonly string[]
  readonly campaignId: string
}

export const STEPS = ['cart', 'claim', 'quote', 'order', 'prepay', 'pay', 'settle'] as const
export type Step = (typeof STEPS)[number]

/** How long each step took, in ms. `pay` is WeChat's own. */
export type Took = Readonly<Record<Step, number>>

/** One purchase as the mini-program makes it: into the cart, the coupon, the price, the order, the money, the truth. */
export async function checkOut(buyer: Buyer, { shop, wechat, skuIds, campaignId }: Goods): Promise<Took> {
  const took: Partial<Record<Step, number>> = {}
  const step = async <T>(name: Step, url: string, body?: object): Promise<T> => {
    const began = performance.now()
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(url.startsWith(shop) && { authorization: `Bearer ${buyer.token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    took[name] = performance.now() - began
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${text}`)
    return JSON.parse(text) as T
  }
  const { addressId } = buyer
  const line = { skuId: skuIds[randomInt(skuIds.length)] as string, quantity: 2 }
  await step('cart', `${shop}/cart/lines`, line)
  const requestId = randomUUID()
  const coupon = await step<{ id: string }>('claim', `${shop}/campaigns/${campaignId}/claims`, { requestId })
  const wanted = { lines: [line], addressId, couponIds: { goods: coupon.id } }
  const quote = await step<{ payableFen: number; discountFen: number }>('quote', `${shop}/quotes`, wanted)
  if (quote.discountFen !== 1_000) throw new Error('the coupon takes nothing off')
  const order = await step<{ id: string }>('order', `${shop}/orders`, {
    ...wanted,
    requestId,
    expectedPayableFen: quote.payableFen,
    sentAt: Date.now(),
  })
  const params = await step<object>('prepay', `${shop}/orders/${order.id}/pay`)
  await step('pay', `${wechat}/client/pay`, { user: buyer.user, ...params })
  const paid = await step<{ state: string }>('settle', `${shop}/orders/${order.id}/settle`)
  if (paid.state !== 'paid') throw new Error(`paid, and the order is ${paid.state}`)
  return took as Took
}
