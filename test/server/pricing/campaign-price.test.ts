import { HOUR_MS } from '../../../domain/shop-time'
import { importPrices } from '../../../server/modules/price/file/import'
import { PRICE_FILE_COLUMNS, readPrices } from '../../../server/modules/price/file/read-prices'
import { expectBooksAgree } from '../../support/server/books'
import { aCampaign, aCoupon, aTier } from '../../support/server/campaign-builders'
import { aPerson } from '../../support/server/people-builders'
import { anOrderRequest, aShelf, orders, waits } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
afterEach(() => shop.deps.db.execute('delete from campaign_prices'))

type Cells = Partial<Record<(typeof PRICE_FILE_COLUMNS)[number], string>>

const fileOf = (...rows: Cells[]): string =>
  [
    PRICE_FILE_COLUMNS.join(','),
    ...rows.map((row) => PRICE_FILE_COLUMNS.map((name) => row[name] ?? '').join(',')),
  ].join('\n')

/** A row in force for an hour around the shop's moment, 3 July 2026 20:14, unless told. */
const aPriceRow = (row: Cells): Cells => ({
  code: 'summer',
  from: '2026-07-03 20:00',
  until: '2026-07-03 21:00',
  ...row,
})

async function imports(...rows: Cells[]) {
  const read = readPrices(Buffer.from(fileOf(...rows)))
  if (!read.ok) return read
  const { db, ids } = shop.deps
  return importPrices(db, read.value, { nowMs: shop.clock.now(), nextId: () => ids.next() })
}

const codeOf = async (skuId: string): Promise<string> => {
  const { rows } = await shop.deps.db.$client.query('select code from skus where id = $1', [skuId])
  return rows[0].code
}

describe('a campaign price', () => {
  it('is what lists, product page and cart show, with the catalogue’s price crossed out', async () => {
    const person = await aPerson(shop)
    const { productId, categoryId, skuIds } = await aShelf(shop, {
      skus: [
        { priceFen: 2990, listPriceFen: 3990, spec: { 规格: '5斤' } },
        { priceFen: 4990, spec: { 规格: '10斤' } },
      ],
    })
    await imports(aPriceRow({ sku_code: await codeOf(skuIds[1]!), price_yuan: '25.00' }))

    const { body: list } = await shop.call('GET', `/products?categoryId=${categoryId}`)
    const { body: product } = await shop.call('GET', `/products/${productId}`)
    const { body: cart } = await shop.call('POST', '/cart/lines', {
      token: person.token,
      body: { skuId: skuIds[1], quantity: 2 },
    })

    expect(list.items).toMatchObject([{ priceFen: 2500, listPriceFen: 4990, hasManyPrices: true }])
    expect(product.skus).toMatchObject([
      { priceFen: 2990, listPriceFen: 3990 },
      { priceFen: 2500, listPriceFen: 4990 },
    ])
    expect(cart).toMatchObject({ goodsFen: 5000, lines: [{ priceFen: 2500, seenPriceFen: 2500 }] })
  })

  it('is crossed out nowhere once it is over, and changes no other product', async () => {
    const [one, other] = [await aShelf(shop), await aShelf(shop)]
    await imports(aPriceRow({ sku_code: await codeOf(one.skuId), off_percent: '50' }))
    const cardsOf = async (categoryId: string) =>
      (await shop.call('GET', `/products?categoryId=${categoryId}`)).body.items

    expect(await cardsOf(one.categoryId)).toMatchObject([{ priceFen: 1495, listPriceFen: 2990 }])
    expect(await cardsOf(other.categoryId)).toMatchObject([{ priceFen: 2990, listPriceFen: null }])
    waits(shop, HOUR_MS)
    expect(await cardsOf(one.categoryId)).toMatchObject([{ priceFen: 2990, listPriceFen: null }])
    waits(shop, -HOUR_MS)
  })

  it('comes before the coupon: its threshold looks at the sum after it', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 3000 }] })
    await imports(aPriceRow({ off_percent: '10' }))
    const tier = (thresholdFen: number) => aTier({ thresholdFen, off: { kind: 'amount', amountOff: 333 } })
    const fits = await aCoupon(shop, person, await aCampaign(shop, { tiers: [tier(2700)] }))
    const misses = await aCoupon(shop, person, await aCampaign(shop, { tiers: [tier(2701)] }))
    const lines = [{ skuId, quantity: 1 }]

    const { body } = await shop.call('POST', '/quotes', { token: person.token, body: { lines } })
    const order = await orders(shop, person, lines, { couponIds: { goods: fits.id } })

    expect(body).toMatchObject({
      goodsFen: 3000,
      discountFen: 633,
      lines: [{ unitPriceFen: 3000, discountFen: 633, couponFen: 333, paidFen: 2367 }],
      coupons: {
        goods: { coupon: { id: fits.id } },
        unusable: [{ coupon: { id: misses.id }, reason: { code: 'coupon.below_minimum', shortBy: 1 } }],
      },
    })
    expect(order.body).toMatchObject({ goodsFen: 3000, discountFen: 633, payableFen: 3167 })
    await expectBooksAgree(shop.deps.db)
  })

  it('that ended between quote and order is shown before payment, never silently taken', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 3000 }] })
    await imports(aPriceRow({ off_percent: '10' }))
    const request = await anOrderRequest(shop, person, [{ skuId, quantity: 1 }])
    expect(request.expectedPayableFen).toBe(3500)
    waits(shop, HOUR_MS)

    const refused = await shop.call('POST', '/orders', { token: person.token, body: request })
    waits(shop, -HOUR_MS)

    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'order.price_changed', detail: { quote: { payableFen: 3800 } } },
    })
  })
})

describe('a file of campaign prices', () => {
  it('adds what is new and updates what it names again', async () => {
    const { skuId, categoryId } = await aShelf(shop)
    const row = aPriceRow({ sku_code: await codeOf(skuId), price_yuan: '19.90' })

    const first = await imports(row, aPriceRow({ code: 'all', off_percent: '1.5' }))
    const second = await imports({ ...row, price_yuan: '17.90' })

    expect(first).toEqual({ ok: true, value: { added: 2, updated: 0 } })
    expect(second).toEqual({ ok: true, value: { added: 0, updated: 1 } })
    const { body } = await shop.call('GET', `/products?categoryId=${categoryId}`)
    expect(body.items).toMatchObject([{ priceFen: 1790 }])
  })

  it.each<[string, Cells, string, string]>([
    [
      'two targets',
      { sku_code: 'some-sku', product_code: 'some', off_percent: '5' },
      'sku_code',
      'name one of',
    ],
    ['neither price nor percent', {}, 'price_yuan', 'either'],
    ['a price of many', { price_yuan: '9.90' }, 'price_yuan', 'one SKU'],
    ['no percent at all', { off_percent: '100' }, 'off_percent', '99.99'],
    ['a day that is none', { off_percent: '5', until: '2026-02-30' }, 'until', 'moment'],
    ['an end before its beginning', { off_percent: '5', until: '2026-07-03' }, 'until', 'after from'],
    ['a SKU the shop does not have', { sku_code: 'no-such-sku', off_percent: '5' }, 'sku_code', 'no SKU'],
    ['a category the shop does not have', { category: '没有', off_percent: '5' }, 'category', 'no category'],
  ])('is refused as a whole with %s', async (_, row, column, reason) => {
    const refused = await imports(aPriceRow({ code: 'fine', off_percent: '5' }), aPriceRow(row))

    expect(refused).toMatchObject({
      ok: false,
      error: [{ line: 3, column, reason: expect.stringContaining(reason) }],
    })
    const { rows } = await shop.deps.db.$client.query('select 1 from campaign_prices')
    expect(rows).toHaveLength(0)
  })

  it('is refused where its price is no lower than the catalogue’s', async () => {
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2990 }] })

    const refused = await imports(aPriceRow({ sku_code: await codeOf(skuId), price_yuan: '29.90' }))

    expect(refused).toMatchObject({
      error: [{ column: 'price_yuan', reason: 'must be below what the SKU costs, 29.90' }],
    })
  })
})
