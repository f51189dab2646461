import { aPerson } from '../../support/server/people-builders'
import { anOrderRequest, aShelf, shelfOf } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

/** Everybody is ready at the till, each with the price of this moment, and then all order at once. */
const allOrder = async (buyers: number, linesOf: (n: number) => { skuId: string; quantity: number }[]) => {
  const ready = await Promise.all(
    Array.from({ length: buyers }, async (_, n) => {
      const person = await aPerson(shop)
      return { token: person.token, body: await anOrderRequest(shop, person, linesOf(n)) }
    }),
  )
  const answers = await Promise.all(ready.map((request) => shop.call('POST', '/orders', request)))
  return answers.map(({ status, body }) => (status === 200 ? 'placed' : body.code))
}
const count = (codes: string[], code: string) => codes.filter((each) => each === code).length

describe('many buyers at once', () => {
  it('get exactly as many orders as there are pieces', async () => {
    const { skuId } = await aShelf(shop, { skus: [{ available: 10 }] })

    const codes = await allOrder(60, () => [{ skuId, quantity: 1 }])

    expect(count(codes, 'placed')).toBe(10)
    expect(count(codes, 'sku.out_of_stock')).toBe(50)
    expect(await shelfOf(shop, skuId)).toEqual({ available: 0, reserved: 10, sold: 0 })
  })

  it('never wait for each other crosswise, whatever order their lines stand in', async () => {
    const shelves = [await aShelf(shop), await aShelf(shop), await aShelf(shop)]
    const ids = shelves.map(({ skuId }) => skuId)

    const codes = await allOrder(30, (n) => {
      const turned = [...ids.slice(n % 3), ...ids.slice(0, n % 3)]
      return (n % 2 === 0 ? turned : turned.reverse()).map((skuId) => ({ skuId, quantity: 1 }))
    })

    expect(count(codes, 'placed')).toBe(10)
    expect(count(codes, 'sku.out_of_stock')).toBe(20)
    for (const skuId of ids)
      expect(await shelfOf(shop, skuId)).toEqual({ available: 0, reserved: 10, sold: 0 })
  })

  it('leave nothing reserved where one of their goods is short', async () => {
    const [plenty, scarce] = [
      await aShelf(shop, { skus: [{ available: 100 }] }),
      await aShelf(shop, { skus: [{ available: 3 }] }),
    ]

    const codes = await allOrder(20, () => [
      { skuId: plenty.skuId, quantity: 2 },
      { skuId: scarce.skuId, quantity: 1 },
    ])

    expect(count(codes, 'placed')).toBe(3)
    expect(await shelfOf(shop, plenty.skuId)).toEqual({ available: 94, reserved: 6, sold: 0 })
    expect(await shelfOf(shop, scarce.skuId)).toEqual({ available: 0, reserved: 3, sold: 0 })
  })
})
