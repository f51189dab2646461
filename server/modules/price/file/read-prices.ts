import { ok, type Result, refuse } from '@domain/result'
import { SHOP_OFFSET_MS, shopTime } from '@domain/shop-time'
import { codeCell, optional, priceCell, textCell } from '../../catalogue/file/cells'
import type { Fault, Row } from '../../catalogue/file/columns'
import { readTable } from '../../catalogue/file/read-table'

/** The columns of a file of campaign prices. See docs/campaign-prices.md. */
export const PRICE_FILE_COLUMNS = [
  'code',
  'sku_code',
  'product_code',
  'category',
  'price_yuan',
  'off_percent',
  'from',
  'until',
] as const
type Column = (typeof PRICE_FILE_COLUMNS)[number]

/** One campaign price of a file; a target that is not named is null, and none named means all goods. */
export interface FilePrice {
  readonly line: number
  readonly code: string
  readonly skuCode: string | null
  readonly productCode: string | null
  readonly category: string | null
  readonly priceFen: number | null
  readonly offBps: number | null
  readonly from: number
  readonly until: number
}

/** What a file of campaign prices says, or everything that is wrong with it, in the order of its lines. */
export function readPrices(bytes: Uint8Array): Result<FilePrice[], Fault[]> {
  const table = readTable(bytes, PRICE_FILE_COLUMNS)
  if (!table.ok) return table
  const faults: Fault[] = []
  const prices = table.value.map((row) => readPrice(row, faults))
  const lines = new Map<string, number>()
  for (const { code, line } of prices) {
    const first = lines.get(code)
    if (first !== undefined && code !== '') {
      faults.push({ line, column: 'code', reason: `"${code}" stands on line ${first} already` })
    }
    lines.set(code, first ?? line)
  }
  if (prices.length === 0) faults.push({ line: 1, column: null, reason: 'the file names no price' })
  return faults.length === 0 ? ok(prices) : refuse(faults.sort((a, b) => a.line - b.line))
}

function readPrice({ line, cells }: Row<Column>, faults: Fault[]): FilePrice {
  const take = <T>(column: Column, read: Result<T, string>, instead: T): T => {
    if (read.ok) return read.value
    faults.push({ line, column, reason: read.error })
    return instead
  }
  const note = (column: Column, reason: string) => faults.push({ line, column, reason })
  const price = {
    line,
    code: take('code', codeCell(cells.code, 60), ''),
    skuCode: take(
      'sku_code',
      optional(cells.sku_code, (text) => codeCell(text, 60)),
      null,
    ),
    productCode: take(
      'product_code',
      optional(cells.product_code, (text) => codeCell(text, 40)),
      null,
    ),
    category: take(
      'category',
      optional(cells.category, (text) => textCell(text, 1, 20)),
      null,
    ),
    priceFen: take('price_yuan', optional(cells.price_yuan, priceCell), null),
    offBps: take('off_percent', optional(cells.off_percent, percentCell), null),
    from: take('from', momentCell(cells.from), 0),
    until: take('until', momentCell(cells.until), Number.POSITIVE_INFINITY),
  }
  const named = [cells.sku_code, cells.product_code, cells.category].filter((cell) => cell !== '')
  if (named.length > 1)
    note('sku_code', 'name one of sku_code, product_code and category, or none for all goods')
  if ((cells.price_yuan === '') === (cells.off_percent === '')) {
    note('price_yuan', 'say either price_yuan or off_percent')
  } else if (cells.price_yuan !== '' && cells.sku_code === '') {
    note('price_yuan', 'is the price of one SKU: name its sku_code, or use off_percent')
  }
  if (price.from >= price.until) note('until', 'must be after from')
  return price
}

/** 0.01–99.99 percent off, as ten-thousandths: 12 is 8.8折. */
function percentCell(text: string): Result<number, string> {
  const found = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text)
  const bps = found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : 0
  return bps >= 1 ? ok(bps) : refuse(`"${text}" must be percent off, from 0.01 to 99.99 (12 is 8.8折)`)
}

/** `2026-07-03 20:00` on the shop's clock; without a time, the day's beginning. */
function momentCell(text: string): Result<number, string> {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?$/.exec(text)
  if (found) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found
      .slice(1)
      .map((part) => Number(part ?? 0))
    const at = Date.UTC(year, month - 1, day, hour, minute) - SHOP_OFFSET_MS
    const back = shopTime(at)
    const isReal = back.month === month && back.day === day && back.hour === hour && back.minute === minute
    if (isReal) return ok(at)
  }
  return refuse(`"${text}" must be a moment such as 2026-07-03 20:00`)
}
