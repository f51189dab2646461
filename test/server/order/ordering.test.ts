import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { fen } from '../../../domain/money'
import { saveSetting } from '../../../server/modules/shop/settings'
import { skus } from '../../../server/schema/catalogue'
import { orderLines, orders as orderTable } from '../../../server/schema/order'
import { aPerson } from '../../support/server/people-builders'
import {
  anAddress,
  anOrderRequest,
  anUnpaidOrder,
  aShelf,
  HOME_ADDRESS,
  orders,
  seesOrder,
  shelfOf,
  waits,
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

describe('a member’s orders', () => {
  it('are shown newest first, page by page, by state, each with its buttons', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 10 }] })
    const placed: string[] = []
    for (let n = 0; n < 3; n++) {
      placed.unshift((await anUnpaidOrder(shop, buyer, skuId)).id)
      waits(shop, 1000)
    }
    await shop.call('POST', `/orders/${placed[1]}/cancel`, { token: buyer.token })

    const first = await shop.call('GET', '/orders?limit=2', { token: buyer.token })
    const rest = await shop.call('GET', `/orders?limit=2&cursor=${first.body.next}`, { token: buyer.token })
    const closed = await shop.call('GET', '/orders?state=closed', { token: buyer.token })

    const ids = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id)
    expect([...ids(first), ...ids(rest)]).toEqual(placed)
    expect(rest.body.next).toBeNull()
    expect(ids(closed)).toEqual([placed[1]])
    expect(first.body.items[0]).toMatchObject({ itemCount: 1, actions: ['pay', 'cancel'], payableFen: 3790 })
  })

  it('do not exist for anybody else', async () => {
    const [buyer, stranger] = [await aPerson(shop), await aPerson(shop)]
    const { skuId } = await aShelf(shop)
    const order = await anUnpaidOrder(shop, buyer, skuId)

    const answer = await shop.call('GET', `/orders/${order.id}`, { token: stranger.token })
    const { body: list } = await shop.call('GET', '/orders', { token: stranger.token })

    expect(answer).toMatchObject({ status: 404, body: { code: 'thing.not_found' } })
    expect(list.items).toEqual([])
  })

  it('are at most five unpaid at once, also when ten are placed in the same moment', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 50 }] })
    const request = await anOrderRequest(shop, buyer, [{ skuId, quantity: 1 }])

    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        shop.call('POST', '/orders', { token: buyer.token, body: { ...request, requestId: randomUUID() } }),
      ),
    )

    const codes = answers.map(({ status, body }) => (status === 200 ? 'placed' : body.code))
    expect(codes.filter((code) => code === 'placed')).toHaveLength(5)
    expect(codes.filter((code) => code === 'order.too_many_unpaid')).toHaveLength(5)
    expect(await shelfOf(shop, skuId)).toMatchObject({ available: 45, reserved: 5 })
  })

  it.each(['nonsense', 'WzEsMl0', Buffer.from('[1e300,"x"]').toString('base64url')])(
    'are not paged by a cursor that is none of ours (%s)',
    async (cursor) => {
      const buyer = await aPerson(shop)

      const answer = await shop.call('GET', `/orders?cursor=${cursor}`, { token: buyer.token })

      expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', field: '/query/cursor' } })
    },
  )
})
