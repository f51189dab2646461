import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { categories, products } from '../../../server/schema/catalogue'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson } from '../../support/server/people-builders'
import { aCategory, anUnpaidOrder, aShelf, orders, pays } from '../../support/server/shop-builders'

const shop = openPayShop()

const titles = ({ body }: { body: { items: { title: string }[] } }) => body.items.map(({ title }) => title)
const list = (query: string) => shop.call('GET', `/products?${query}`)

describe('a product page', () => {
  it('is readable without a session, as Moments’ single page has none', async () => {
    const { productId, categoryId } = await aShelf(shop, {
      title: '云南蓝莓',
      subtitle: '果粉还在',
      tags: ['减脂'],
      skus: [
        { priceFen: 2590, listPriceFen: 3380, available: 9, limitPerOrder: 6, spec: { 规格: '2盒' } },
        { priceFen: 4690, available: 0, spec: { 规格: '4盒' } },
      ],
    })

    const { status, body } = await shop.call('GET', `/products/${productId}`)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      title: '云南蓝莓',
      category: { id: categoryId },
      isOnSale: true,
      specNames: ['规格'],
      servingStaff: null,
      reason: null,
      skus: [
        { priceFen: 2590, listPriceFen: 3380, available: 9, limitPerOrder: 6, spec: { 规格: '2盒' } },
        { priceFen: 4690, listPriceFen: null, available: 0, limitPerOrder: null },
      ],
    })
  })

  it('of a withdrawn product says that it is no longer sold', async () => {
    const withdrawn = await aShelf(shop, { isOnSale: false })
    const soldOut = await aShelf(shop, { skus: [{ isOnSale: false }] })

    for (const { productId } of [withdrawn, soldOut]) {
      const { status, body } = await shop.call('GET', `/products/${productId}`)
      expect({ status, isOnSale: body.isOnSale }).toEqual({ status: 200, isOnSale: false })
    }
  })

  it('of a product that never was is not found, and an id that is none is refused', async () => {
    expect(await shop.call('GET', `/products/${randomUUID()}`)).toMatchObject({ status: 404 })
    expect(await shop.call('GET', '/products/1%27--')).toMatchObject({
      status: 400,
      body: { field: '/params/id' },
    })
  })

  it('counts what was paid for, not what merely lies in unpaid orders', async () => {
    const buyer = await aPerson(shop)
    const { productId, skuId } = await aShelf(shop)
    const order = await anUnpaidOrder(shop, buyer, skuId, 2)
    await anUnpaidOrder(shop, buyer, skuId, 3)

    await pays(shop, buyer, order.id)
    await shop.flush()

    const { body } = await shop.call('GET', `/products/${productId}`)
    expect(body.soldCount).toBe(2)
  })

  it('shows what others paid for together with it, before the rest of its category', async () => {
    const buyer = await aPerson(shop)
    const pasta = await aShelf(shop, { title: '意面' })
    const neighbour = await aShelf(shop, { title: '同类', categoryId: pasta.categoryId })
    const sauce = await aShelf(shop, { title: '番茄酱' })
    const both = [pasta, sauce].map(({ skuId }) => ({ skuId, quantity: 1 }))
    const { body: order } = await orders(shop, buyer, both)
    await pays(shop, buyer, order.id)
    await shop.flush()

    const { body } = await shop.call('GET', `/products/${pasta.productId}`)

    expect(body.alsoBought.map(({ id }: { id: string }) => id)).toEqual([
      sauce.productId,
      neighbour.productId,
    ])
  })
})

describe('a withdrawn product', () => {
  it('still shows what is alike, so that its page leads on', async () => {
    const withdrawn = await aShelf(shop, { isOnSale: false })
    const alike = await aShelf(shop, { categoryId: withdrawn.categoryId })

    const { body } = await shop.call('GET', `/products/${withdrawn.productId}`)

    expect(body.alsoBought.map(({ id }: { id: string }) => id)).toEqual([alike.productId])
  })
})

describe('the list of products', () => {
  it('stands in shop order, shows the cheapest SKU, and leaves out what is withdrawn', async () => {
    const categoryId = await aCategory(shop)
    const skus = [
      { priceFen: 3000 },
      { priceFen: 1000, listPriceFen: 1500 },
      { priceFen: 500, isOnSale: false },
    ]
    await aShelf(shop, { categoryId, title: '第二', position: 20 })
    await aShelf(shop, { categoryId, title: '第一', position: 10, skus })
    await aShelf(shop, { categoryId, title: '下架', position: 5, isOnSale: false })
    await aShelf(shop, { categoryId, title: '无规格', position: 6, skus: [{ isOnSale: false }] })

    const answer = await list(`categoryId=${categoryId}`)

    expect(titles(answer)).toEqual(['第一', '第二'])
    expect(answer.body.items[0]).toMatchObject({
      priceFen: 1000,
      listPriceFen: 1500,
      hasManyPrices: true,
      onlySkuId: null,
      isSoldOut: false,
    })
    expect(answer.body.items[1].onlySkuId).toEqual(expect.any(String))
  })

  it('shows the cheapest price one can still pay: a sold-out SKU counts only where all are sold out', async () => {
    const categoryId = await aCategory(shop)
    const soldOut = { priceFen: 1000, listPriceFen: 1500, available: 0 }
    await aShelf(shop, { categoryId, position: 1, skus: [soldOut, { priceFen: 3000 }] })
    await aShelf(shop, { categoryId, position: 2, skus: [soldOut, { priceFen: 3000, available: 0 }] })

    const { body } = await list(`categoryId=${categoryId}`)

    expect(body.items).toMatchObject([
      { priceFen: 3000, listPriceFen: null, hasManyPrices: false, isSoldOut: false, onlySkuId: null },
      { priceFen: 1000, listPriceFen: 1500, hasManyPrices: true, isSoldOut: true },
    ])
  })

  it('repeats and forgets nothing when a product is added between two pages', async () => {
    const categoryId = await aCategory(shop)
    for (const [n, title] of ['甲', '乙', '丙', '丁'].entries()) {
      await aShelf(shop, { categoryId, title, position: 10 * (n + 1) })
    }

    const first = await list(`categoryId=${categoryId}&limit=2`)
    await aShelf(shop, { categoryId, title: '新来', position: 5 })
    const second = await list(`categoryId=${categoryId}&limit=2&cursor=${first.body.next}`)

    expect([...titles(first), ...titles(second)]).toEqual(['甲', '乙', '丙', '丁'])
    expect(second.body.next).toBeNull()
  })

  it('finds every word in title, subtitle or tags, whatever its case', async () => {
    const categoryId = await aCategory(shop)
    await aShelf(shop, { categoryId, title: 'Fuji 苹果', subtitle: '霜降后采收', tags: ['时令'] })
    await aShelf(shop, { categoryId, title: '苹果醋', tags: ['减脂'] })
    const search = async (q: string) =>
      titles(await list(`categoryId=${categoryId}&q=${encodeURIComponent(q)}`))

    expect(await search('苹果')).toEqual(['Fuji 苹果', '苹果醋'])
    expect(await search('fuji 时令')).toEqual(['Fuji 苹果'])
    expect(await search('霜降 减脂')).toEqual([])
    expect(await search('  ')).toHaveLength(2)
  })

  it('searches for %, _ and \\ as they stand', async () => {
    const categoryId = await aCategory(shop)
    await aShelf(shop, { categoryId, title: '100%果汁' })
    await aShelf(shop, { categoryId, title: '1000果汁' })
    const search = async (q: string) =>
      titles(await list(`categoryId=${categoryId}&q=${encodeURIComponent(q)}`))

    expect(await search('100%')).toEqual(['100%果汁'])
    expect(await search('_')).toEqual([])
    expect(await search('\\')).toEqual([])
    expect(await search("'; drop table products; --")).toEqual([])
  })

  it.each(['limit=0', 'limit=51', 'limit=x', 'categoryId=1', `q=${'长'.repeat(61)}`, 'cursor=%00'])(
    'refuses %s and says which field',
    async (query) => {
      const answer = await list(query)

      expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
      expect(answer.body.field).toBe(`/query/${query.split('=')[0]}`)
    },
  )
})

describe('the shop’s own data', () => {
  it('says what a visitor may know, and that WeChat is simulated', async () => {
    const { body } = await shop.call('GET', '/shop')

    expect(body).toMatchObject({
      serverTime: shop.clock.now(),
      freight: { flatFen: 800, freeOverFen: 5900 },
      reserveMinutes: 15,
      simulated: { simulatorUrl: expect.stringMatching(/^http:/) },
    })
  })

  it('lists only categories with products on sale, in the merchant’s order', async () => {
    const { db } = shop.deps
    const [empty, last, first] = [randomUUID(), randomUUID(), randomUUID()]
    await db.insert(categories).values([
      { id: empty, name: '空', position: 9001 },
      { id: last, name: '后', position: 9003 },
      { id: first, name: '先', position: 9002, picture: 'categories/先.png' },
    ])
    await aShelf(shop, { categoryId: last })
    await aShelf(shop, { categoryId: first })
    await aShelf(shop, { categoryId: first })
    await aShelf(shop, { categoryId: empty, isOnSale: false })

    const { body } = await shop.call('GET', '/categories')

    expect(body.items.filter(({ name }: { name: string }) => '空先后'.includes(name))).toEqual([
      { id: first, name: '先', productCount: 2, picture: '/pictures/categories/%E5%85%88.png' },
      { id: last, name: '后', productCount: 1, picture: null },
    ])
  })
})

describe('pictures of products', () => {
  const putPicture = (path: string) => {
    const file = join(shop.deps.config.dataDir, 'pictures', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'picture')
  }

  it('come large and small; where no small one was drawn the large one serves', async () => {
    const { productId } = await aShelf(shop)
    const images = ['neu/红 果.webp', 'neu/only.webp', 'https://cdn.example/x.webp']
    await shop.deps.db.update(products).set({ images })
    putPicture('neu/红 果.webp')
    putPicture('neu/红 果@360.webp')
    putPicture('neu/only.webp')

    const { body } = await shop.call('GET', `/products/${productId}`)

    const name = `/pictures/neu/${encodeURIComponent('红 果')}`
    expect(body.pictures).toEqual([
      { large: `${name}.webp`, small: `/pictures/neu/${encodeURIComponent('红 果@360.webp')}` },
      { large: '/pictures/neu/only.webp', small: '/pictures/neu/only.webp' },
      { large: 'https://cdn.example/x.webp', small: 'https://cdn.example/x.webp' },
    ])
    const served = await shop.call('GET', body.pictures[0].small)
    expect(served.status).toBe(200)
    expect(served.headers.get('content-type')).toBe('image/webp')
    expect(served.headers.get('cache-control')).toMatch(/max-age=\d{5,}/)
  })

  it.each(['/pictures/../postgres/PG_VERSION', '/pictures/..%2f..%2fetc%2fpasswd', '/pictures/%00'])(
    'never lead out of their folder (%s)',
    async (path) => {
      const { status } = await shop.call('GET', path)

      expect([400, 403, 404]).toContain(status)
    },
  )
})
