import { cpus } from 'node:os'
import { auditLedger } from '../server/modules/ledger/audit'
import { installedPostgres } from '../test/support/server/installed-postgres'
import { commitsPerSecond, prepareBound } from './checkout/bound'
import { checkOut, STEPS, type Took } from './checkout/buyer'
import { openStage, type Stage } from './checkout/stage'

const CLIENTS = [1, 8, 32]
const SECONDS = Number(process.env.SECONDS ?? 10)
/** More than any client count can use up; each checkout is another member's. */
const BUYERS_PER_SECOND = 150

/**
 * `npx tsx benchmarks/checkout.ts`: whole purchases over HTTP (cart, coupon, price, order, WeChat's prepay and payment,
 * settled), each by another member, on the embedded and the installed PostgreSQL; against what the same database
 * commits by itself with as many clients, divided by the writing transactions a purchase costs.
 */
async function main(): Promise<void> {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}; load, server, simulator and PostgreSQL share the machine`,
  )
  const installed = installedPostgres()
  for (const bin of installed ? [null, installed] : [null]) {
    const stage = await openStage(bin)
    try {
      await prepareBound(stage.connection)
      console.log(
        `\nPostgreSQL ${stage.version} (${bin ? 'installed' : 'embedded'}), fsync on, ${SECONDS} s each`,
      )
      console.log(
        'clients  checkouts/s  whole p50/p95/p99 ms  order p50/p95/p99 ms  server CPU ms  writes each  commits/s alone  bound/s  ratio',
      )
      await rush(stage, 2, 2_000)
      for (const clients of CLIENTS) console.log(await measured(stage, clients))
      const books = await auditLedger(stage.db)
      if (!books.ok) throw new Error(`the ledger does not close: ${JSON.stringify(books.error)}`)
      console.log(`${books.value.orders} orders paid, the ledger closes`)
    } finally {
      await stage.close()
    }
  }
}

async function measured(stage: Stage, clients: number): Promise<string> {
  const alone = await commitsPerSecond(stage.connection, clients, (SECONDS * 1000) / 2)
  const before = await writesOf(stage)
  const cpuBefore = stage.serverCpuMs()
  const { perSecond, purchases } = await rush(stage, clients, SECONDS * 1000)
  const cpu = cpuBefore === null ? null : ((stage.serverCpuMs() ?? 0) - cpuBefore) / purchases.length
  const writes = ((await writesOf(stage)) - before) / purchases.length
  const bound = alone / writes
  const whole = purchases.map((took) => STEPS.reduce((sum, step) => sum + took[step], 0))
  const order = purchases.map((took) => took.order)
  return [
    String(clients).padStart(7),
    perSecond.toFixed(1).padStart(11),
    percentiles(whole).padStart(20),
    percentiles(order).padStart(20),
    (cpu?.toFixed(1) ?? '?').padStart(13),
    writes.toFixed(1).padStart(11),
    alone.toFixed(0).padStart(15),
    bound.toFixed(0).padStart(7),
    (perSecond / bound).toFixed(2).padStart(5),
  ].join('  ')
}

/** As many clients as told buy one purchase after the other. */
async function rush(
  stage: Stage,
  clients: number,
  forMs: number,
): Promise<{ perSecond: number; purchases: Took[] }> {
  const buyers = await stage.buyers(Math.ceil((forMs / 1000) * BUYERS_PER_SECOND))
  const purchases: Took[] = []
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - began < forMs) {
        const buyer = buyers.pop()
        if (!buyer) throw new Error('there are too few buyers for this machine')
        purchases.push(await checkOut(buyer, stage.goods))
      }
    }),
  )
  return { perSecond: purchases.length / ((performance.now() - began) / 1000), purchases }
}

/** Transactions that have written something since the database was made. */
async function writesOf({ db }: Stage): Promise<number> {
  const { rows } = await db.$client.query<{ n: string }>('select pg_current_xact_id()::text as n')
  return Number(rows[0]?.n)
}

function percentiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return [0.5, 0.95, 0.99].map((share) => at(share).toFixed(0)).join('/')
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
