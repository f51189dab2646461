import { ok, type Result, refuse } from '@domain/result'
import * as cell from './cells'
import {
  COLUMNS,
  type Column,
  type Fault,
  type FileProduct,
  type FileSku,
  PRODUCT_COLUMNS,
  type Row,
} from './columns'
import { readTable } from './read-table'

/** What a catalogue file says, or everything that is wrong with it, in the order of its lines. */
export function readCatalogue(bytes: Uint8Array): Result<FileProduct[], Fault[]> {
  const table = readTable(bytes, COLUMNS)
  if (!table.ok) return table
  const faults: Fault[] = []
  const products = groupRows(table.value, faults).map((rows) => readProduct(rows, faults))
  findRepeats(products, faults)
  if (table.value.length === 0) faults.push({ line: 1, column: null, reason: 'the file names no product' })
  return faults.length === 0 ? ok(products) : refuse(faults.sort((a, b) => a.line - b.line))
}

/** Rows of one product stand together. */
function groupRows(rows: readonly Row[], faults: Fault[]): Row[][] {
  const groups: Row[][] = []
  const begun = new Map<string, number>()
  for (const row of rows) {
    const code = row.cells.product_code
    const last = groups.at(-1)
    if (last?.[0]?.cells.product_code === code) {
      last.push(row)
      continue
    }
    const first = begun.get(code)
    if (first !== undefined && code !== '') {
      const reason = `"${code}" began at line ${first}; the rows of one product must stand together`
      faults.push({ line: row.line, column: 'product_code', reason })
    }
    begun.set(code, first ?? row.line)
    groups.push([row])
  }
  return groups
}

/** Takes what a cell says; a cell that cannot be read is noted, and `instead` lets the reading go on. */
type Take = <T>(row: Row, column: Column, read: Result<T, string>, instead: T) => T

const taking =
  (faults: Fault[]): Take =>
  ({ line }, column, read, instead) => {
    if (read.ok) return read.value
    faults.push({ line, column, reason: read.error })
    return instead
  }

function readProduct(rows: readonly Row[], faults: Fault[]): FileProduct {
  const [first, ...further] = rows as [Row, ...Row[]]
  const take = taking(faults)
  const { cells } = first
  for (const row of further) noteDifferences(first, row, faults)
  const specs = rows.map((row) => take(row, 'spec', cell.specCell(row.cells.spec), []))
  const specNames = (specs[0] ?? []).map(([name]) => name)
  checkSpecs(rows, specs, faults)
  return {
    line: first.line,
    code: take(first, 'product_code', cell.codeCell(cells.product_code, 40), ''),
    title: take(first, 'title', cell.textCell(cells.title, 2, 60), ''),
    subtitle: take(first, 'subtitle', cell.textCell(cells.subtitle, 0, 60), ''),
    category: take(first, 'category', cell.textCell(cells.category, 1, 20), ''),
    tags: take(first, 'tags', cell.listCell(cells.tags, 10, 12), []),
    description: take(first, 'description', cell.textCell(cells.description, 0, 2000, true), ''),
    images: take(first, 'images', cell.imagesCell(cells.images), []),
    service: take(first, 'service', cell.listCell(cells.service, 5, 20), []),
    isOnSale: take(first, 'status', cell.statusCell(cells.status), false),
    specNames,
    skus: rows.map((row, i) => readSku(row, specs[i]!, take)),
  }
}

/** Further rows of a product leave its columns empty or repeat them. */
function noteDifferences(first: Row, row: Row, faults: Fault[]): void {
  for (const column of PRODUCT_COLUMNS) {
    const said = row.cells[column]
    if (said === '' || said === first.cells[column]) continue
    const reason = `differs from line ${first.line}, where this product begins; leave it empty`
    faults.push({ line: row.line, column, reason })
  }
}

function readSku(row: Row, spec: readonly [string, string][], take: Take): FileSku {
  const { line, cells } = row
  const priceFen = take(row, 'price_yuan', cell.priceCell(cells.price_yuan), 0)
  const listPrice = cell.optional(cells.list_price_yuan, cell.priceCell)
  const listPriceFen = take(row, 'list_price_yuan', notBelow(listPrice, priceFen), null)
  return {
    line,
    code: take(row, 'sku_code', cell.codeCell(cells.sku_code, 60), ''),
    spec: Object.fromEntries(spec),
    priceFen,
    listPriceFen,
    stock: take(row, 'stock', cell.wholeCell(cells.stock, 0, 9_999_999), 0),
    limitPerOrder: take(
      row,
      'limit_per_order',
      cell.optional(cells.limit_per_order, (text) => cell.wholeCell(text, 1, 999)),
      null,
    ),
    image: take(row, 'sku_image', cell.optional(cells.sku_image, cell.imageCell), null),
  }
}

function notBelow(listPrice: Result<number | null, string>, priceFen: number): Result<number | null, string> {
  if (!listPrice.ok || listPrice.value === null || listPrice.value >= priceFen) return listPrice
  return refuse('is below the price; a struck-out price must not be')
}

/** Same names in the same order on every SKU, no two SKUs alike, and empty only where there is one. */
function checkSpecs(rows: readonly Row[], specs: readonly [string, string][][], faults: Fault[]): void {
  const names = (spec: readonly [string, string][]) => spec.map(([name]) => name).join(';')
  const seen = new Map<string, number>()
  for (const [i, spec] of specs.entries()) {
    const { line } = rows[i]!
    const note = (reason: string) => faults.push({ line, column: 'spec', reason })
    if (spec.length === 0 && rows.length > 1 && rows[i]!.cells.spec === '') {
      note('is required where a product has several SKUs')
      continue
    }
    if (names(spec) !== names(specs[0]!))
      note(`must name ${names(specs[0]!) || 'nothing'} as the first SKU does`)
    const key = JSON.stringify(spec)
    const twin = seen.get(key)
    if (twin !== undefined && rows.length > 1 && spec.length > 0) note(`is the same as on line ${twin}`)
    seen.set(key, twin ?? line)
  }
}

function findRepeats(products: readonly FileProduct[], faults: Fault[]): void {
  const seen = new Map<string, number>()
  for (const { code, line } of products.flatMap((product) => product.skus)) {
    const first = seen.get(code)
    if (first !== undefined && code !== '') {
      faults.push({ line, column: 'sku_code', reason: `"${code}" stands on line ${first} already` })
    }
    seen.set(code, first ?? line)
  }
}
