import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLUMNS } from '../server/modules/catalogue/file/columns'
import { importProducts } from '../server/modules/catalogue/file/import'
import { readCatalogue } from '../server/modules/catalogue/file/read-catalogue'
import type { Db } from '../server/platform/database'
import { openShop } from '../tools/shop/open'

const SKUS = 10_000
const SKUS_PER_PRODUCT = 4
const RUNS = 5

/**
 * `npx tsx benchmarks/import.ts`: a catalogue of 10,000 SKUs read, checked and imported, new and again, as a multiple of
 * the database's own bound in the same run: the same number of rows put into a bare table by one statement.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qundian-bench-'))
  const { deps, close } = await openShop({ DATA_DIR: dataDir })
  try {
    await deps.db.$client.query(
      'create table bare (code text primary key, title text, price bigint, stock int)',
    )
    const rounds: { bare: number; fresh: number; again: number }[] = []
    for (let run = 0; run < RUNS; run++) {
      const file = Buffer.from(catalogue(run))
      rounds.push({
        bare: await timed(() => fillBareTable(deps.db, run)),
        fresh: await timed(() => load(deps.db, deps.ids.next, file)),
        again: await timed(() => load(deps.db, deps.ids.next, file)),
      })
    }
    const median = (pick: (round: (typeof rounds)[number]) => number) =>
      rounds.map(pick).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
    console.log(`10,000 SKUs, ${RUNS} runs, medians`)
    console.log(`bare insert of as many rows   ${median((r) => r.bare).toFixed(0)} ms`)
    console.log(`new catalogue                 ${median((r) => r.fresh).toFixed(0)} ms`)
    console.log(`the same catalogue again      ${median((r) => r.again).toFixed(0)} ms`)
    console.log(`new / bare                    ${median((r) => r.fresh / r.bare).toFixed(1)}`)
    console.log(`again / bare                  ${median((r) => r.again / r.bare).toFixed(1)}`)
  } finally {
    await close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function catalogue(run: number): string {
  const lines = Array.from({ length: SKUS }, (_, n) => {
    const product = Math.floor(n / SKUS_PER_PRODUCT)
    const cells: Record<string, string> = {
      product_code: `bench-${run}-${product}`,
      title: n % SKUS_PER_PRODUCT === 0 ? `商品 ${product}` : '',
      category: n % SKUS_PER_PRODUCT === 0 ? `类目 ${product % 20}` : '',
      images: n % SKUS_PER_PRODUCT === 0 ? 'products/fuji-apple.webp' : '',
      status: n % SKUS_PER_PRODUCT === 0 ? 'on' : '',
      sku_code: `bench-${run}-sku-${n}`,
      spec: `规格=${n % SKUS_PER_PRODUCT}`,
      price_yuan: '29.90',
      stock: '10',
    }
    return COLUMNS.map((name) => cells[name] ?? '').join(',')
  })
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`
}

async function load(db: Db, nextId: () => string, file: Buffer): Promise<void> {
  const read = readCatalogue(file)
  if (!read.ok) throw new Error(`the bench's own file is refused: ${JSON.stringify(read.error.slice(0, 3))}`)
  const done = await importProducts(db, read.value, { nowMs: Date.now(), nextId: () => nextId() })
  if (!done.ok) throw new Error(JSON.stringify(done.error.slice(0, 3)))
}

const fillBareTable = (db: Db, run: number) =>
  db.$client.query(
    `insert into bare select 'bench-' || $1 || '-' || n, '商品', 2990, 10 from generate_series(1, $2::int) n`,
    [String(run), SKUS],
  )

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
