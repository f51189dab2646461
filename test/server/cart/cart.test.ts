import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { fen } from '../../../domain/money'
import { DEFAULT_LIMITS } from '../../../domain/order/limits'
import { saveSetting } from '../../../server/modules/shop/settings'
import { products, skus } from '../../../server/schema/catalogue'
import { aPerson, type Person } from '../../support/server/people-builders'
import { aShelf, waits } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const puts = (person: Person, skuId: string, quantity: unknown = 1) =>
  shop.call('POST', '/cart/lines', { token: person.token, body: { skuId, quantity } })
const sets = (person: Person, skuId: string, body: object) =>
  shop.call('PUT', `/cart/lines/${skuId}`, { token: person.token, body })
const takes = (person: Person, skuId: string) =>
  shop.call('DELETE', `/cart/lines/${skuId}`, { token: person.token })
const merges = (person: Person, lines: object[]) =>
  shop.call('POST', '/cart/merge', { token: person.token, body: { lines } })
const cartOf = async (person: Person) => (await shop.call('GET', '/cart', { token: person.token })).body
const stocks = (skuId: string, available: number) =>
  shop.deps.db.update(skus).set({ available }).where(eq(skus.id, skuId))
const quantities = (cart: { lines: { quantity: number }[] }) => cart.lines.map(({ quantity }) => quantity)

describe('the cart', () => {
  it('begins empty and says what freight will cost', async () => {
    expect(await cartOf(await aPerson(shop))).toEqual({
      lines: [],
      chosenCount: 0,
      goodsFen: 0,
      freight: { flatFen: 800, freeOverFen: 5900, toFreeFen: 5900 },
    })
  })

  it('holds lines, the latest first, and sums up what is chosen', async () => {
    const person = await aPerson(shop)
    const [apple, pear] = [
      await aShelf(shop, { title: '苹果', skus: [{ priceFen: 2990, limitPerOrder: 5 }] }),
      await aShelf(shop, { title: '梨', skus: [{ priceFen: 1000 }] }),
    ]
    await puts(person, apple.skuId, 1)
    waits(shop, 1000)
    await puts(person, pear.skuId, 3)

    const { body } = await sets(person, apple.skuId, { isChosen: false })

    expect(body.lines).toMatchObject([
      { title: '梨', quantity: 3, priceFen: 1000, isChosen: true, state: 'ok', maxQuantity: 10 },
      { title: '苹果', quantity: 1, isChosen: false, maxQuantity: 5 },
    ])
    expect(body).toMatchObject({ chosenCount: 3, goodsFen: 3000, freight: { toFreeFen: 2900 } })
  })

  it('adds to what is there, and is free of freight once it is worth it', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2000 }] })
    await puts(person, skuId, 1)

    const { body } = await puts(person, skuId, 2)

    expect(quantities(body)).toEqual([3])
    expect(body.freight.toFreeFen).toBeNull()
  })

  it('loses nothing to double taps at the same moment', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)

    await Promise.all(Array.from({ length: 5 }, () => puts(person, skuId, 1)))

    expect(quantities(await cartOf(person))).toEqual([5])
  })

  it('is each member’s own', async () => {
    const [one, other] = [await aPerson(shop), await aPerson(shop)]
    const { skuId } = await aShelf(shop)
    await puts(one, skuId)

    expect((await cartOf(other)).lines).toEqual([])
    expect(await sets(other, skuId, { quantity: 2 })).toMatchObject({ status: 404 })
  })

  it('forgets a line, and is not surprised by one that is not there', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    await puts(person, skuId)

    expect((await takes(person, skuId)).body.lines).toEqual([])
    expect(await takes(person, skuId)).toMatchObject({ status: 200 })
    expect(await takes(person, randomUUID())).toMatchObject({ status: 200 })
  })
})

describe('a line of the cart shows what changed since', () => {
  it('the price: the one seen beside the one of today, until the line is touched', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2000 }] })
    await puts(person, skuId)
    await shop.deps.db
      .update(skus)
      .set({ priceFen: fen(2500) })
      .where(eq(skus.id, skuId))

    expect((await cartOf(person)).lines).toMatchObject([{ seenPriceFen: 2000, priceFen: 2500 }])
    expect((await sets(person, skuId, { quantity: 2 })).body.lines).toMatchObject([
      { seenPriceFen: 2500, priceFen: 2500 },
    ])
  })

  it('the stock: short, sold out, withdrawn; and none of these goes to checkout', async () => {
    const person = await aPerson(shop)
    const [short, gone, off] = [await aShelf(shop), await aShelf(shop), await aShelf(shop)]
    for (const { skuId } of [short, gone, off]) {
      await puts(person, skuId, 3)
      waits(shop, 1000)
    }
    await stocks(short.skuId, 2)
    await stocks(gone.skuId, 0)
    await shop.deps.db.update(products).set({ isOnSale: false }).where(eq(products.id, off.productId))

    const cart = await cartOf(person)

    expect(cart.lines).toMatchObject([
      { skuId: off.skuId, state: 'withdrawn' },
      { skuId: gone.skuId, state: 'sold_out', maxQuantity: 0 },
      { skuId: short.skuId, state: 'short', available: 2, maxQuantity: 2 },
    ])
    expect(cart).toMatchObject({ chosenCount: 0, goodsFen: 0 })
    expect((await sets(person, gone.skuId, { isChosen: false })).status).toBe(200)
  })
})

describe('the cart refuses', () => {
  it.each([[0], [-1], [1.5], [1_000_000_000], ['1']])('a quantity of %p', async (quantity) => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)

    expect(await puts(person, skuId, quantity)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', field: '/body/quantity' },
    })
  })

  it('more than there is, saying how much there is', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 3 }] })
    await puts(person, skuId, 2)

    expect(await puts(person, skuId, 2)).toMatchObject({
      status: 409,
      body: { code: 'sku.out_of_stock', detail: { skuId, available: 3 } },
    })
    expect(quantities(await cartOf(person))).toEqual([2])
  })

  it('more than one may buy, and what is no longer sold', async () => {
    const person = await aPerson(shop)
    const limited = await aShelf(shop, { skus: [{ limitPerOrder: 2 }] })
    const off = await aShelf(shop, { isOnSale: false })

    expect((await puts(person, limited.skuId, 3)).body).toMatchObject({
      code: 'sku.limit_exceeded',
      detail: { max: 2 },
    })
    expect((await puts(person, off.skuId)).body).toMatchObject({ code: 'sku.withdrawn' })
    expect(await puts(person, randomUUID())).toMatchObject({ status: 404 })
  })

  it('an empty change, and fields it does not know', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    await puts(person, skuId)

    expect(await sets(person, skuId, {})).toMatchObject({ status: 400 })
    expect(await sets(person, skuId, { priceFen: 1 })).toMatchObject({ status: 400 })
  })

  it('more lines than a cart holds, but still takes more of what it has', async () => {
    const person = await aPerson(shop)
    const limits = { ...DEFAULT_LIMITS, maxLinesPerCart: 2 }
    await saveSetting(shop.deps.db, 'limits', limits, shop.clock.now())
    const shelves = [await aShelf(shop), await aShelf(shop), await aShelf(shop)]
    const [first, second, third] = shelves.map(({ skuId }) => skuId) as [string, string, string]
    await puts(person, first)
    await puts(person, second)

    const refused = await puts(person, third)
    const more = await puts(person, first)
    await saveSetting(shop.deps.db, 'limits', DEFAULT_LIMITS, shop.clock.now())

    expect(refused).toMatchObject({ status: 409, body: { code: 'cart.full', detail: { maxLines: 2 } } })
    expect(more.status).toBe(200)
  })
})

describe('merging what was gathered before login', () => {
  it('keeps the larger quantity of each SKU and leaves out what can’t be had', async () => {
    const person = await aPerson(shop)
    const [more, less, gone] = [await aShelf(shop), await aShelf(shop), await aShelf(shop)]
    const limited = await aShelf(shop, { skus: [{ limitPerOrder: 2 }] })
    await puts(person, more.skuId, 1)
    await puts(person, less.skuId, 4)
    await stocks(gone.skuId, 0)

    const { status, body } = await merges(person, [
      { skuId: more.skuId, quantity: 3 },
      { skuId: less.skuId, quantity: 2 },
      { skuId: gone.skuId, quantity: 1 },
      { skuId: limited.skuId, quantity: 9 },
      { skuId: randomUUID(), quantity: 1 },
    ])

    expect(status).toBe(200)
    const bySku = Object.fromEntries(
      body.lines.map((line: { skuId: string; quantity: number }) => [line.skuId, line.quantity]),
    )
    expect(bySku).toEqual({ [more.skuId]: 3, [less.skuId]: 4, [limited.skuId]: 2 })
  })

  it('twice is once', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const lines = [{ skuId, quantity: 2 }]

    await Promise.all([merges(person, lines), merges(person, lines)])

    expect(quantities(await cartOf(person))).toEqual([2])
  })
})
