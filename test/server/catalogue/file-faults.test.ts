import { readCatalogue } from '../../../server/modules/catalogue/file/read-catalogue'
import { aRow, aSkuRow, type FileRow, fileOf } from '../../support/server/catalogue-file'

const faultsIn = (file: string | Uint8Array) => {
  const read = readCatalogue(Buffer.from(file))
  return read.ok ? [] : read.error
}
const faultsOf = (...rows: FileRow[]) => faultsIn(fileOf(...rows))
const withSpec = (sku: string, spec: string) => aSkuRow({ product_code: 'fuji-apple', sku_code: sku, spec })

describe('a row of a catalogue file', () => {
  it.each([
    ['product_code', 'Fuji Apple', 'must be 2–40 of a–z, 0–9 and -'],
    ['product_code', '', 'is required'],
    ['title', '', 'is required'],
    ['title', '果', 'must be 2–60 characters, not 1'],
    ['title', '两行\n标题', 'holds a line break'],
    ['subtitle', '长'.repeat(61), 'must be 0–60 characters, not 61'],
    ['category', '', 'is required'],
    ['tags', '时令||甜', 'has an empty part between two |'],
    ['tags', '一'.repeat(13), 'must be 1–12 characters, not 13'],
    ['description', `a${String.fromCharCode(0)}b`, 'holds a control character'],
    ['images', '', 'is required'],
    ['images', '/etc/passwd', 'must be a path inside the pictures folder'],
    ['images', 'a/../../secret.webp', 'must be a path inside the pictures folder'],
    ['images', 'ftp:\\\\x', 'must be a path inside the pictures folder'],
    ['images', 'https://', 'is no web address'],
    ['images', Array(10).fill('a.webp').join('|'), 'holds 10 parts, at most 9'],
    ['service', '一|二|三|四|五|六', 'holds 6 parts, at most 5'],
    ['status', '在售', 'must be on or off'],
    ['sku_code', '', 'is required'],
    ['spec', '规格', 'must be name=value'],
    ['spec', '规格=大;规格=小', 'names 规格 twice'],
    ['price_yuan', '29.9', 'with two decimals'],
    ['price_yuan', '0.00', '0.01–999999.99'],
    ['price_yuan', '-1.00', '0.01–999999.99'],
    ['price_yuan', '1,299.00', '0.01–999999.99'],
    ['price_yuan', '1000000.00', '0.01–999999.99'],
    ['list_price_yuan', '20.00', 'is below the price'],
    ['list_price_yuan', 'abc', 'with two decimals'],
    ['stock', '-1', 'a whole number from 0 to 9999999'],
    ['stock', '1.5', 'a whole number from 0 to 9999999'],
    ['stock', '10000000', 'a whole number from 0 to 9999999'],
    ['stock', '', 'is required'],
    ['limit_per_order', '0', 'a whole number from 1 to 999'],
    ['sku_image', '../x.webp', 'must be a path inside the pictures folder'],
  ])('is refused for %s %j, by line and column', (column, cell, reason) => {
    expect(faultsOf(aRow({ [column]: cell }))).toEqual([
      { line: 2, column, reason: expect.stringContaining(reason) },
    ])
  })

  it('may leave everything optional empty', () => {
    expect(faultsOf(aRow())).toEqual([])
  })

  it('is named by the line it begins on, also after fields with line breaks', () => {
    const first = aRow({ description: '第一段\n产地：山东\n保存：冷藏' })
    const second = aRow({ product_code: 'pear', sku_code: 'pear-1', price_yuan: 'x' })

    expect(faultsOf(first, second)).toMatchObject([{ line: 5, column: 'price_yuan' }])
    expect(faultsIn(fileOf(first, second).replaceAll('\n', '\r\n'))).toMatchObject([{ line: 5 }])
  })
})

describe('the rows of one product', () => {
  it('leave the product’s columns empty or repeat them', () => {
    const repeated = aRow({ spec: '规格=小', sku_code: 'fuji-apple-s' })

    expect(faultsOf(aRow({ spec: '规格=大' }), repeated)).toEqual([])
    expect(faultsOf(aRow({ spec: '规格=大' }), { ...repeated, title: '别的名字' })).toEqual([
      { line: 3, column: 'title', reason: expect.stringContaining('differs from line 2') },
    ])
  })

  it('stand together', () => {
    const other = aRow({ product_code: 'pear', sku_code: 'pear-1' })

    expect(faultsOf(aRow(), other, aRow({ sku_code: 'fuji-apple-s' }))).toMatchObject([
      { line: 4, column: 'product_code', reason: expect.stringContaining('began at line 2') },
    ])
  })

  it('tell their SKUs apart by the same specs in the same order', () => {
    const first = aRow({ spec: '口味=原味;规格=500克' })

    expect(faultsOf(first, withSpec('b-1', '规格=500克;口味=海苔'))).toMatchObject([
      { line: 3, column: 'spec' },
    ])
    expect(faultsOf(first, withSpec('b-2', '口味=原味;规格=500克'))).toMatchObject([
      { line: 3, column: 'spec', reason: expect.stringContaining('same as on line 2') },
    ])
    expect(faultsOf(aRow(), withSpec('b-3', ''))).toMatchObject([
      { line: 2, column: 'spec' },
      { line: 3, column: 'spec' },
    ])
  })

  it('name no SKU twice in the file', () => {
    const twice = aRow({ product_code: 'pear' })

    expect(faultsOf(aRow(), twice)).toEqual([
      { line: 3, column: 'sku_code', reason: '"fuji-apple-5j" stands on line 2 already' },
    ])
  })
})

describe('a file that is no catalogue', () => {
  it('is told which columns are missing, unknown or doubled', () => {
    const file = fileOf(aRow()).replace('subtitle', 'untertitel').replace('sku_image', 'stock')

    expect(faultsIn(file).map(({ reason }) => reason)).toEqual([
      'column subtitle is missing',
      'column sku_image is missing',
      'column untertitel is unknown',
      'column stock stands twice',
    ])
  })

  it('is refused for a row of another width, which a forgotten quote makes', () => {
    expect(faultsIn(`${fileOf(aRow())}pear,好梨,脆,甜\n`)).toEqual([
      { line: 3, column: null, reason: expect.stringContaining('4 fields, the header 16') },
    ])
  })

  it('is refused for a quote that never closes, at the line where it opens', () => {
    expect(faultsIn(`${fileOf(aRow())}\npear,"好梨\n再一行\n`)).toEqual([
      { line: 3, column: null, reason: expect.stringContaining('never closed') },
    ])
    expect(faultsIn(`${fileOf(aRow())}pear,好"梨\n`)).toMatchObject([{ line: 3 }])
  })

  it('is refused when Excel saved it in another encoding', () => {
    const gbk = Buffer.concat([Buffer.from(fileOf(aRow())), Buffer.from([0xc6, 0xbb, 0xb9, 0xfb])])

    expect(faultsIn(gbk)).toEqual([{ line: 1, column: null, reason: expect.stringContaining('CSV UTF-8') }])
  })

  it('is refused when it is empty, or names no product', () => {
    expect(faultsIn('')).toMatchObject([{ reason: 'the file is empty' }])
    expect(faultsIn(fileOf())).toMatchObject([{ reason: 'the file names no product' }])
  })

  it('may begin with a byte order mark, end lines as Windows does, and hold empty lines', () => {
    const file = `\ufeff${fileOf(aRow())}\n,,,,,,,,,,,,,,,\n\n`.replaceAll('\n', '\r\n')

    expect(faultsIn(file)).toEqual([])
  })

  it('is told of every fault at once', () => {
    const rows = Array.from({ length: 120 }, (_, n) =>
      aRow({ product_code: `p-${n}`, sku_code: `s-${n}`, stock: 'x' }),
    )

    expect(faultsOf(...rows)).toHaveLength(120)
  })
})
