import {
  aRow,
  aSkuRow,
  exported,
  type FileRow,
  fileOf,
  imports,
  skuIdOf,
} from '../../support/server/catalogue-file'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson } from '../../support/server/people-builders'
import { anUnpaidOrder, pays, shelfOf } from '../../support/server/shop-builders'

const shop = openPayShop()

/** Codes of this test's own, so that tests do not meet. */
let made = 0
const aCode = () => `product-${++made}`
const load = async (...rows: FileRow[]) => {
  const result = await imports(shop, fileOf(...rows))
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const product = (code: string, row: FileRow = {}) =>
  aRow({ product_code: code, sku_code: `${code}-a`, ...row })
const sister = (code: string, sku: string, row: FileRow = {}) =>
  aSkuRow({ product_code: code, sku_code: `${code}-${sku}`, ...row })
const lineOf = async (skuCode: string) =>
  (await exported(shop)).split('\n').find((line) => line.includes(`,${skuCode},`))
const orderOf = async (codes: string[]) => {
  const lines = (await exported(shop)).split('\n').map((line) => line.split(',')[0]!)
  return [...new Set(lines)].filter((code) => codes.includes(code))
}

describe('importing a catalogue again', () => {
  it('updates products and SKUs by their codes', async () => {
    const code = aCode()
    await load(product(code, { title: '旧名字', price_yuan: '10.00' }))

    const summary = await load(product(code, { title: '新名字', price_yuan: '12.50', status: 'off' }))

    expect(summary).toEqual({
      products: { added: 0, updated: 1 },
      skus: { added: 0, updated: 1 },
      overbooked: [],
    })
    expect(await lineOf(`${code}-a`)).toBe(
      `${code},新名字,,水果,,,products/fuji-apple.webp,,off,${code}-a,,12.50,,10,,`,
    )
  })

  it('keeps the ids, so that carts, orders and shared cards still find their product', async () => {
    const code = aCode()
    await load(product(code))
    const before = await skuIdOf(shop, `${code}-a`)

    await load(product(code, { title: '换了名字' }))

    expect(await skuIdOf(shop, `${code}-a`)).toBe(before)
  })

  it('leaves products and SKUs alone that the file does not name', async () => {
    const [named, unnamed] = [aCode(), aCode()]
    await load(
      product(named, { spec: '规格=大' }),
      sister(named, 'b', { spec: '规格=小', price_yuan: '5.00' }),
      product(unnamed),
    )
    const before = [await lineOf(`${named}-b`), await lineOf(`${unnamed}-a`)]

    await load(product(named, { spec: '规格=大', price_yuan: '20.00' }))

    expect([await lineOf(`${named}-b`), await lineOf(`${unnamed}-a`)]).toEqual(before)
  })

  it('puts what the file names into its order, and the rest stays behind what it stood behind', async () => {
    const codes = [aCode(), aCode(), aCode(), aCode()]
    const [a, b, c, d] = codes as [string, string, string, string]
    await load(...codes.map((code) => product(code)))

    await load(product(c), product(a))
    const fresh = aCode()
    await load(product(fresh))

    expect(await orderOf([...codes, fresh])).toEqual([c, d, a, b, fresh])
  })

  it('takes what unpaid orders hold off the file’s stock, so that no reserved piece is sold twice', async () => {
    const code = aCode()
    await load(product(code, { stock: '10' }))
    const skuId = await skuIdOf(shop, `${code}-a`)
    await anUnpaidOrder(shop, await aPerson(shop), skuId, 3)
    const file = await exported(shop)

    await imports(shop, file)

    expect(await shelfOf(shop, skuId)).toEqual({ available: 7, reserved: 3, sold: 0 })
  })

  it('names SKUs whose stock is below what unpaid orders hold; nothing more of them can be ordered', async () => {
    const code = aCode()
    await load(product(code, { stock: '10' }))
    const skuId = await skuIdOf(shop, `${code}-a`)
    await anUnpaidOrder(shop, await aPerson(shop), skuId, 3)

    const summary = await load(product(code, { stock: '2' }))

    expect(summary.overbooked).toEqual([`${code}-a`])
    expect(await shelfOf(shop, skuId)).toEqual({ available: 0, reserved: 3, sold: 0 })
  })

  it('changes prices and not stock where it is told to keep the stock', async () => {
    const code = aCode()
    await load(product(code, { stock: '10' }))
    const skuId = await skuIdOf(shop, `${code}-a`)
    const buyer = await aPerson(shop)
    const file = fileOf(
      product(code, { stock: '10', price_yuan: '19.90', spec: '规格=大' }),
      sister(code, 'b', { spec: '规格=小', stock: '4' }),
    )
    await pays(shop, buyer, (await anUnpaidOrder(shop, buyer, skuId, 3)).id)
    await shop.flush()

    const result = await imports(shop, file, { keepStock: true })

    expect(result).toMatchObject({ ok: true })
    expect(await shelfOf(shop, skuId)).toEqual({ available: 7, reserved: 0, sold: 3 })
    expect(await shelfOf(shop, await skuIdOf(shop, `${code}-b`))).toMatchObject({ available: 4 })
    expect(await lineOf(`${code}-a`)).toContain(',19.90,')
  })

  it('makes a category the shop does not know, at the end', async () => {
    const code = aCode()
    await load(product(code, { category: '季节限定' }))

    const { body } = await shop.call('GET', '/categories')

    expect(body.items.at(-1)).toMatchObject({ name: '季节限定', productCount: 1 })
  })

  it('goes on while orders come in, and neither loses a piece', async () => {
    const code = aCode()
    await load(product(code, { stock: '20' }))
    const skuId = await skuIdOf(shop, `${code}-a`)
    const buyers = await Promise.all(Array.from({ length: 8 }, () => aPerson(shop)))

    await Promise.all([
      ...buyers.map((buyer) => anUnpaidOrder(shop, buyer, skuId, 1)),
      load(product(code, { stock: '20' })),
      load(product(code, { stock: '20' })),
    ])

    expect(await shelfOf(shop, skuId)).toEqual({ available: 12, reserved: 8, sold: 0 })
  })
})

describe('a file that contradicts the shop', () => {
  const faultsOf = async (...rows: FileRow[]) => {
    const before = await exported(shop)
    const result = await imports(shop, fileOf(...rows))
    expect(await exported(shop)).toBe(before)
    return result.ok ? [] : result.error
  }

  it('may not move a SKU to another product', async () => {
    const [home, other] = [aCode(), aCode()]
    await load(product(home))

    expect(await faultsOf(product(other, { sku_code: `${home}-a` }))).toEqual([
      { line: 2, column: 'sku_code', reason: `"${home}-a" belongs to product ${home} already` },
    ])
  })

  it('may not give a SKU the spec of one it leaves out, nor rename the specs of some', async () => {
    const code = aCode()
    await load(product(code, { spec: '规格=大' }), sister(code, 'b', { spec: '规格=小' }))

    expect(await faultsOf(product(code, { spec: '规格=小' }))).toMatchObject([
      { line: 2, column: 'spec', reason: expect.stringContaining(`${code}-b`) },
    ])
    expect(await faultsOf(product(code, { spec: '口味=原味' }))).toMatchObject([
      { line: 2, column: 'spec', reason: expect.stringContaining('name all SKUs') },
    ])
    await load(product(code, { spec: '口味=原味' }), sister(code, 'b', { spec: '口味=海苔' }))
    expect(await lineOf(`${code}-b`)).toContain('口味=海苔')
  })

  it('imports nothing at all when one row of many is wrong', async () => {
    const [good, bad] = [aCode(), aCode()]

    const faults = await faultsOf(product(good), product(bad, { price_yuan: '1' }))

    expect(faults).toMatchObject([{ line: 3, column: 'price_yuan' }])
  })
})
