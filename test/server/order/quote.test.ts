import { fen } from '../../../domain/money'
import { saveSetting } from '../../../server/modules/shop/settings'
import { aPerson, type Person } from '../../support/server/people-builders'
import { anAddress, aShelf, shelfOf, type Wish } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const quotes = ({ token }: Person, lines: Wish[], addressId?: string) =>
  shop.call('POST', '/quotes', { token, body: { lines, ...(addressId && { addressId }) } })

describe('a quote', () => {
  it('adds up, line by line, with freight and what is missing for free freight', async () => {
    const person = await aPerson(shop)
    const [apple, pear] = [
      await aShelf(shop, { skus: [{ priceFen: 2990 }] }),
      await aShelf(shop, { skus: [{ priceFen: 505 }] }),
    ]

    const { status, body } = await quotes(person, [
      { skuId: apple.skuId, quantity: 1 },
      { skuId: pear.skuId, quantity: 3 },
    ])

    expect(status).toBe(200)
    expect(body).toMatchObject({
      lines: [
        { skuId: apple.skuId, unitPriceFen: 2990, quantity: 1, discountFen: 0, paidFen: 2990 },
        { skuId: pear.skuId, unitPriceFen: 505, quantity: 3, discountFen: 0, paidFen: 1515 },
      ],
      goodsFen: 4505,
      discountFen: 0,
      freightFen: 800,
      freightDiscountFen: 0,
      payableFen: 5305,
      toFreeFreightFen: 1395,
      quotedAt: shop.clock.now(),
    })
  })

  it('reserves nothing', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)

    await quotes(person, [{ skuId, quantity: 2 }])

    expect(await shelfOf(shop, skuId)).toMatchObject({ available: 10, reserved: 0 })
  })

  it('is free of freight from the sum on that the shop has set', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 5900 }] })

    const { body } = await quotes(person, [{ skuId, quantity: 1 }])

    expect(body).toMatchObject({ freightFen: 0, payableFen: 5900, toFreeFreightFen: null })
  })

  it('takes the freight of the address’s province', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 1000 }] })
    const elsewhere = { fee: fen(800), freeOver: null }
    const areas = [{ codes: ['54', '65'], rule: { fee: fen(2500), freeOver: null } }]
    await saveSetting(shop.deps.db, 'freight', { id: 'far', elsewhere, areas }, shop.clock.now())
    const far = await anAddress(shop, person, { province: '西藏自治区', city: '拉萨市' })
    const near = await anAddress(shop, person)

    const fees = []
    for (const id of [far, near, undefined]) {
      fees.push((await quotes(person, [{ skuId, quantity: 1 }], id)).body.freightFen)
    }
    await shop.deps.db.execute(`delete from settings where key = 'freight'`)

    expect(fees).toEqual([2500, 800, 800])
  })

  it('names the first SKU that can’t be had, and what is left of it', async () => {
    const person = await aPerson(shop)
    const scarce = await aShelf(shop, { skus: [{ available: 2 }] })
    const off = await aShelf(shop, { isOnSale: false })

    expect(await quotes(person, [{ skuId: scarce.skuId, quantity: 3 }])).toMatchObject({
      status: 409,
      body: { code: 'sku.out_of_stock', detail: { skuId: scarce.skuId, available: 2 } },
    })
    expect(await quotes(person, [{ skuId: off.skuId, quantity: 1 }])).toMatchObject({
      status: 409,
      body: { code: 'sku.withdrawn', detail: { skuId: off.skuId } },
    })
  })

  it('is not made to somebody else’s address', async () => {
    const [person, other] = [await aPerson(shop), await aPerson(shop)]
    const { skuId } = await aShelf(shop)
    const theirs = await anAddress(shop, other)

    expect(await quotes(person, [{ skuId, quantity: 1 }], theirs)).toMatchObject({
      status: 404,
      body: { field: '/body/addressId' },
    })
  })
})
