import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { fen } from '../../../domain/money'
import { saveSetting } from '../../../server/modules/shop/settings'
import { skus } from '../../../server/schema/catalogue'
import { orders as orderTable } from '../../../server/schema/order'
import { aPerson } from '../../support/server/people-builders'
import { anAddress, anOrderRequest, aShelf, orders, shelfOf } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const reprice = (skuId: string, priceFen: number) =>
  shop.deps.db
    .update(skus)
    .set({ priceFen: fen(priceFen) })
    .where(eq(skus.id, skuId))
const countOrders = async (memberId: string) =>
  (await shop.deps.db.select().from(orderTable).where(eq(orderTable.memberId, memberId))).length

describe('an order is refused, and nothing is written,', () => {
  it('when the price is another than the one shown; the new quote comes with the refusal', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2000, available: 5 }] })
    const request = await anOrderRequest(shop, buyer, [{ skuId, quantity: 1 }])
    await reprice(skuId, 2500)

    const refused = await shop.call('POST', '/orders', { token: buyer.token, body: request })

    expect(refused).toMatchObject({ status: 409, body: { code: 'order.price_changed' } })
    const { quote } = refused.body.detail
    expect(quote).toMatchObject({ payableFen: 3300, goodsFen: 2500, lines: [{ skuId, paidFen: 2500 }] })
    expect(await countOrders(buyer.memberId)).toBe(0)
    expect(await shelfOf(shop, skuId)).toMatchObject({ available: 5, reserved: 0 })
    const agreed = { ...request, expectedPayableFen: quote.payableFen }
    expect(await shop.call('POST', '/orders', { token: buyer.token, body: agreed })).toMatchObject({
      status: 200,
    })
  })

  it('when one of several SKUs is short: none of them is reserved', async () => {
    const buyer = await aPerson(shop)
    const [plenty, scarce] = [await aShelf(shop), await aShelf(shop, { skus: [{ available: 1 }] })]

    const refused = await orders(shop, buyer, [
      { skuId: plenty.skuId, quantity: 2 },
      { skuId: scarce.skuId, quantity: 2 },
    ])

    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'sku.out_of_stock', detail: { skuId: scarce.skuId, available: 1 } },
    })
    expect(await shelfOf(shop, plenty.skuId)).toMatchObject({ available: 10, reserved: 0 })
  })

  it.each([
    ['its SKU was withdrawn', { skus: [{ isOnSale: false }] }],
    ['its product was withdrawn', { isOnSale: false }],
  ])('when %s', async (_, shelf) => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, shelf)

    const refused = await orders(shop, buyer, [{ skuId, quantity: 1 }])

    expect(refused).toMatchObject({ status: 409, body: { code: 'sku.withdrawn', detail: { skuId } } })
  })

  it('when a SKU is limited per order, or the shop’s own limit is passed', async () => {
    const buyer = await aPerson(shop)
    const limited = await aShelf(shop, { skus: [{ limitPerOrder: 2 }] })
    const plenty = await aShelf(shop, { skus: [{ available: 1000 }] })

    const overOwn = await orders(shop, buyer, [{ skuId: limited.skuId, quantity: 3 }])
    const overShop = await orders(shop, buyer, [{ skuId: plenty.skuId, quantity: 100 }])

    expect(overOwn.body).toMatchObject({
      code: 'sku.limit_exceeded',
      detail: { skuId: limited.skuId, max: 2 },
    })
    expect(overShop.body).toMatchObject({ code: 'sku.limit_exceeded', detail: { max: 99 } })
  })

  it.each([[0], [-1], [1.5], [1_000_000_000], ['2'], [null]])('when the quantity is %p', async (quantity) => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const request = await anOrderRequest(shop, buyer, [{ skuId, quantity: 1 }])

    const refused = await shop.call('POST', '/orders', {
      token: buyer.token,
      body: { ...request, lines: [{ skuId, quantity }] },
    })

    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', field: '/body/lines/0/quantity' },
    })
    expect(await shelfOf(shop, skuId)).toMatchObject({ available: 10, reserved: 0 })
  })

  it('when the SKU or the address does not exist, or the address is somebody else’s', async () => {
    const [buyer, other] = [await aPerson(shop), await aPerson(shop)]
    const { skuId } = await aShelf(shop)
    const theirs = await anAddress(shop, other)

    const noSku = await orders(shop, buyer, [{ skuId: randomUUID(), quantity: 1 }])
    const notMine = await orders(shop, buyer, [{ skuId, quantity: 1 }], { addressId: theirs })

    expect(noSku).toMatchObject({ status: 404, body: { field: '/body/lines' } })
    expect(notMine).toMatchObject({ status: 404, body: { field: '/body/addressId' } })
  })

  it('when nothing is ordered, or more lines than an order holds', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop)

    const none = await orders(shop, buyer, [{ skuId, quantity: 1 }], { lines: [] })
    const many = Array.from({ length: 51 }, () => ({ skuId: randomUUID(), quantity: 1 }))
    const tooMany = await orders(shop, buyer, [{ skuId, quantity: 1 }], { lines: many })

    expect(none).toMatchObject({ status: 400, body: { field: '/body/lines' } })
    expect(tooMany).toMatchObject({ status: 400, body: { field: '/body/lines' } })
  })

  it('when the body is larger than any order', async () => {
    const buyer = await aPerson(shop)

    const refused = await shop.call('POST', '/orders', {
      token: buyer.token,
      body: { requestId: 'x'.repeat(400_000) },
    })

    expect(refused).toMatchObject({ status: 413, body: { code: 'request.too_large' } })
  })

  it('when the shop does not deliver there', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const flat = { fee: fen(800), freeOver: null }
    const areas = [{ codes: ['65'], rule: null }]
    await saveSetting(shop.deps.db, 'freight', { id: 'f', elsewhere: flat, areas }, shop.clock.now())
    const addressId = await anAddress(shop, buyer, { province: '新疆维吾尔自治区', city: '乌鲁木齐市' })

    const lines = [{ skuId, quantity: 1 }]
    const quoted = await shop.call('POST', '/quotes', { token: buyer.token, body: { lines, addressId } })
    const refused = await orders(shop, buyer, lines, { addressId })
    await shop.deps.db.execute(`delete from settings where key = 'freight'`)

    expect(quoted).toMatchObject({ status: 409, body: { code: 'freight.not_delivered' } })
    expect(refused).toMatchObject({ status: 409, body: { code: 'freight.not_delivered' } })
  })

  it('without a session', async () => {
    expect(await shop.call('POST', '/orders', { body: {} })).toMatchObject({
      status: 401,
      body: { code: 'session.missing' },
    })
  })
})
