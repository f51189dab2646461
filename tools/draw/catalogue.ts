import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Facts } from './facts-card'

type Row = Record<
  'product_code' | 'title' | 'subtitle' | 'description' | 'service' | 'sku_code' | 'sku_image' | 'spec',
  string
>

export type Product = {
  readonly code: string
  readonly facts: Facts
  readonly skuPictures: readonly string[]
}

const MOST_IN_CELL = 9

/** Facts are the description's `名：值` lines; promises fill up where they are few. */
function factsOf(row: Row, specs: number): Facts['facts'] {
  const stated = row.description
    .split('\n')
    .map((text) => text.split('：'))
    .filter((parts) => parts.length === 2 && (parts[1] ?? '').length <= MOST_IN_CELL)
    .map(([name, value]): readonly [string, string] => [name ?? '', value ?? ''])
  const promises = row.service
    .split('|')
    .map((text, i): readonly [string, string] => [i === 0 ? '配送' : '保障', text])
  const choices: readonly (readonly [string, string])[] = specs > 1 ? [['可选', `${specs} 种规格`]] : []
  return [...stated, ...promises, ...choices].slice(0, 3)
}

/** The demo catalogue, as far as drawing needs it. */
export function products(): Product[] {
  const text = readFileSync(join(__dirname, '..', '..', 'demo', 'data', 'products.csv'), 'utf8')
  const rows: Row[] = parse(text, { columns: true })
  return [...new Set(rows.map((row) => row.product_code))].map((code) => {
    const own = rows.filter((row) => row.product_code === code)
    const first = own[0] as Row
    return {
      code,
      facts: {
        title: /^[\w.]+ /.test(first.title) ? first.title : (first.title.split(' ')[0] ?? first.title),
        subtitle: first.subtitle,
        facts: factsOf(first, own.length),
      },
      skuPictures: own.filter((row) => row.sku_image !== '').map((row) => row.sku_code),
    }
  })
}
