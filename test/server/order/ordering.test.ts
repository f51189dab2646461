import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { fen } from '../../../domain/money'
import { skus } from '../../../server/schema/catalogue'
import { orderLines, orders as orderTable } from '../../../server/schema/order'
import { aPerson } from '../../support/server/people-builders'
import {
  anAddress,
  anOrderRequest,
  aShelf,
  HOME_ADDRESS,
  orders,
  seesOrder,
  shelfOf,
} from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const reprice = (skuId: string, priceFen: number) =>
  shop.deps.db
    .update(skus)
    .set({ priceFen: fen(priceFen) })
    .where(eq(skus.id, skuId))
const countOrders = async (memberId: string) =>
  (await shop.deps.db.select().from(orderTable).where(eq(orderTable.memberId, memberId))).length

describe('placing an order', () => {
  it('reserves the goods, freezes prices and address, and waits fifteen minutes for the money', async () => {
    const buyer = await aPerson(shop)
    const { skuId, productId } = await aShelf(shop, {
      title: '阳光玫瑰葡萄',
      skus: [{ available: 5, priceFen: 2390, spec: { 规格: '单穗', 口味: '原味' } }],
    })

    const { status, body } = await orders(shop, buyer, [{ skuId, quantity: 2 }], { remark: ' 放门口 ' })

    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'unpaid',
      goodsFen: 4780,
      discountFen: 0,
      freightFen: 800,
      payableFen: 5580,
      refundedFen: 0,
      remark: '放门口',
      createdAt: shop.clock.now(),
      expiresAt: shop.clock.now() + 15 * 60_000,
      paidAt: null,
      actions: ['pay', 'cancel'],
      address: { name: HOME_ADDRESS.name, phone: HOME_ADDRESS.phone, city: HOME_ADDRESS.city },
      lines: [{ skuId, productId, title: '阳光玫瑰葡萄', unitPriceFen: 2390, quantity: 2, paidFen: 4780 }],
    })
    expect(Object.keys(body.lines[0].spec)).toEqual(['规格', '口味'])
    expect(body.number).toMatch(/^20260703\d{14}$/)
    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 2, sold: 0 })
  })

  it('keeps what each unit cost, so that a refund never computes a price again', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 999 }] })

    const { body } = await orders(shop, buyer, [{ skuId, quantity: 3 }])

    const [line] = await shop.deps.db.select().from(orderLines).where(eq(orderLines.orderId, body.id))
    expect(line).toMatchObject({ unitPaidFen: [999, 999, 999], paidFen: 2997 })
  })

  it('stays as it was placed when product, price and address change afterwards', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2000 }] })
    const { body: placed } = await orders(shop, buyer, [{ skuId, quantity: 1 }])

    await reprice(skuId, 9900)
    const { body: list } = await shop.call('GET', '/addresses', { token: buyer.token })
    await shop.call('PUT', `/addresses/${list.items[0].id}`, {
      token: buyer.token,
      body: { ...HOME_ADDRESS, name: '李娜' },
    })

    const seen = await seesOrder(shop, buyer, placed.id)
    expect(seen).toMatchObject({ payableFen: 2800, address: { name: '张伟' } })
    expect(seen.lines[0].unitPriceFen).toBe(2000)
  })

  it('takes the bought lines out of the cart and leaves the others', async () => {
    const buyer = await aPerson(shop)
    const { skuIds } = await aShelf(shop, {
      skus: [{ spec: { 规格: '大' } }, { spec: { 规格: '小' } }],
    })
    for (const skuId of skuIds) {
      await shop.call('POST', '/cart/lines', { token: buyer.token, body: { skuId, quantity: 1 } })
    }

    await orders(shop, buyer, [{ skuId: skuIds[0]!, quantity: 1 }])

    const { body: cart } = await shop.call('GET', '/cart', { token: buyer.token })
    expect(cart.lines.map((line: { skuId: string }) => line.skuId)).toEqual([skuIds[1]])
  })

  it('sums up several lines of one SKU', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 5 }] })
    const lines = [
      { skuId, quantity: 1 },
      { skuId, quantity: 2 },
    ]

    const { body } = await orders(shop, buyer, lines)

    expect(body.lines).toMatchObject([{ skuId, quantity: 3 }])
    expect(await shelfOf(shop, skuId)).toMatchObject({ available: 2, reserved: 3 })
  })
})

describe('the same request again', () => {
  it('answers the same order, also when its touches and its moment differ', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const request = await anOrderRequest(shop, buyer, [{ skuId, quantity: 1 }])
    const first = await shop.call('POST', '/orders', { token: buyer.token, body: request })

    const again = await shop.call('POST', '/orders', {
      token: buyer.token,
      body: { ...request, sentAt: request.sentAt + 5000 },
    })

    expect(again.body.id).toBe(first.body.id)
    expect(await countOrders(buyer.memberId)).toBe(1)
  })

  it('makes one order of many at once', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 5 }] })
    const body = await anOrderRequest(shop, buyer, [{ skuId, quantity: 1 }])

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => shop.call('POST', '/orders', { token: buyer.token, body })),
    )

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(await shelfOf(shop, skuId)).toMatchObject({ available: 4, reserved: 1 })
  })

  it('is refused for other goods, another price or another address under the same id', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const request = await anOrderRequest(shop, buyer, [{ skuId, quantity: 1 }])
    const { body: made } = await shop.call('POST', '/orders', { token: buyer.token, body: request })

    for (const change of [
      { lines: [{ skuId, quantity: 2 }] },
      { remark: '另一个备注' },
      { addressId: await anAddress(shop, buyer, { detail: '别处' }) },
    ]) {
      const answer = await shop.call('POST', '/orders', {
        token: buyer.token,
        body: { ...request, ...change },
      })
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'order.request_reused', detail: { orderId: made.id } },
      })
    }
  })

  it('of another member is another order', async () => {
    const [first, second] = [await aPerson(shop), await aPerson(shop)]
    const { skuId } = await aShelf(shop)
    const requestId = randomUUID()

    const one = await orders(shop, first, [{ skuId, quantity: 1 }], { requestId })
    const two = await orders(shop, second, [{ skuId, quantity: 1 }], { requestId })

    expect(two.status).toBe(200)
    expect(two.body.id).not.toBe(one.body.id)
  })
})
