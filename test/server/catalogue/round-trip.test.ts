import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { aRow, aSkuRow, exported, fileOf, imports } from '../../support/server/catalogue-file'
import { openShop } from '../../support/server/shop'

const shop = openShop()
const DEMO = join(__dirname, '..', '..', '..', 'demo', 'data', 'products.csv')

describe('the catalogue as a file', () => {
  it('comes out as it went in, byte for byte: the demo shop', async () => {
    const file = readFileSync(DEMO, 'utf8')

    const imported = await imports(shop, file)

    expect(imported).toMatchObject({ ok: true, value: { products: { updated: 0 } } })
    expect(await exported(shop)).toBe(file)
  })

  it('comes out the same when it is imported again, whatever its texts hold', async () => {
    const file = await exported(shop)
    await imports(shop, file)
    expect(await exported(shop)).toBe(file)
    const hard = fileOf(
      aRow({
        title: '"引号", 逗号',
        description: '第一行\n产地：山东, "烟台"\n\n空行之后',
        tags: '时令|甜',
        service: '次日达|坏果包赔',
        images: 'products/a.webp|https://cdn.example/b.webp?x=1',
        spec: '口味=原味;规格=500克',
        list_price_yuan: '39.90',
        limit_per_order: '5',
        sku_image: 'products/b.webp',
      }),
      aSkuRow({ product_code: 'fuji-apple', sku_code: 'fuji-apple-10j', spec: '口味=海苔;规格=500克' }),
    )

    await imports(shop, hard.replaceAll('fuji-apple', 'hard-apple'))

    const [header = ''] = file.split(/(?<=\n)/)
    const added = hard.replaceAll('fuji-apple', 'hard-apple').slice(header.length)
    expect(await exported(shop)).toBe(file + added)
  })

  it('of ten thousand SKUs is imported in a few dozen statements, and again', async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => [
      aRow({
        product_code: `big-${n}`,
        sku_code: `big-${n}-0`,
        title: `商品 ${n}`,
        spec: '规格=0',
        category: `类${n % 20}`,
      }),
      ...[1, 2, 3].map((m) =>
        aSkuRow({ product_code: `big-${n}`, sku_code: `big-${n}-${m}`, spec: `规格=${m}` }),
      ),
    ]).flat()
    const file = fileOf(...rows)

    for (const expected of [{ added: 10_000 }, { updated: 10_000 }]) {
      const sent = jest.spyOn(pg.Client.prototype, 'query')
      const imported = await imports(shop, file)
      const statements = sent.mock.calls.length
      sent.mockRestore()

      expect(imported).toMatchObject({ ok: true, value: { skus: expected } })
      // Batches, not rows: what makes it seconds. benchmarks/import.ts measures them.
      expect(statements).toBeLessThan(100)
    }
  })
})
