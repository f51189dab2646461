import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../server/app'
import { rollUpFigures } from '../server/modules/figures/roll-up'
import type { Db } from '../server/platform/database'
import { openShop } from '../tools/shop/open'

const STAFF = 20
const GROUPS = 60
const DAYS = 90
const STAGES = [10_000, 100_000, 1_000_000]
/** An order for every five openings: 200,000 at the last stage. */
const TOUCHES_PER_ORDER = 5
const TOUCHES_PER_MEMBER = 20
const REQUESTS = 60
const RANGES = ['today', '7d', '30d'] as const
const id = (kind: number, n: string): string =>
  `('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`

/**
 * `npx tsx benchmarks/workbench.ts`: the workbench request of a staff member over HTTP's own stack, at 10⁴, 10⁵ and 10⁶
 * openings (a fifth as many orders) spread over 90 days, 20 staff members and 60 groups. Prints p50 and p95 per range,
 * the growth from the first stage to the last, and each as a multiple of the cheapest request of the same run. Past days
 * are rolled up first, as the job does it every five minutes, and what that took is printed too.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qundian-bench-'))
  const { deps, close } = await openShop({
    DATA_DIR: dataDir,
    RATE_LIMIT_PER_ADDRESS: '100000000',
    RATE_LIMIT_PER_SESSION: '100000000',
  })
  try {
    await people(deps.db)
    let turn = 0
    const sessions = {
      find: async () => {
        const n = (turn++ % STAFF) + 1
        const caller = { memberId: idOf(1, n), sessionId: idOf(1, n) }
        return {
          kind: 'member' as const,
          ...caller,
          staff: { staffId: idOf(2, n), role: 'manager' as const },
        }
      },
    }
    const app = await buildApp({ ...deps, sessions })
    const results: Measured[] = []
    let loaded = 0
    for (const touches of STAGES) {
      await load(deps.db, loaded, touches, deps.clock.now())
      loaded = touches
      const began = performance.now()
      const days = await rollUpFigures(deps.db, deps.clock.now())
      console.log(`${days} days rolled up, ${((performance.now() - began) / days).toFixed(0)} ms each`)
      await deps.db.$client.query('vacuum analyze figure_rows, figure_days, figure_stale')
      results.push(await measure(app, touches))
    }
    report(results)
    await app.close()
  } finally {
    await close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const idOf = (kind: number, n: number): string =>
  `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Staff with a post each, groups with an owner each. */
async function people(db: Db): Promise<void> {
  const run = (text: string) => db.$client.query(text)
  await run(`insert into members (id, appid, openid, created_at, last_seen_at)
    select ${id(1, 'n')}, 'bench', 's' || n, now() - interval '1 year', now() from generate_series(1, ${STAFF}) n`)
  await run(`insert into staff (id, member_id, role, name, title, joined_at)
    select ${id(2, 'n')}, ${id(1, 'n')}, 'manager', '导购' || n, '管家', now() - interval '1 year'
      from generate_series(1, ${STAFF}) n`)
  await run(`insert into groups (id, appid, opengid, name, first_seen_at)
    select ${id(3, 'n')}, 'bench', 'g' || n, '群' || n, now() - interval '1 year' from generate_series(1, ${GROUPS}) n`)
  await run(`insert into attribution_policies (version, settings, saved_at) values (1, '{}', now())`)
}

/** Adds rows up to so many openings. Loaded without triggers, then the roll-ups are filled as the triggers would. */
async function load(db: Db, from: number, until: number, nowMs: number): Promise<void> {
  const client = await db.$client.connect()
  const now = `'${new Date(nowMs).toISOString()}'::timestamptz`
  const spread = `${now} - random() * interval '${DAYS} days'`
  const [m0, m1] = [from / TOUCHES_PER_MEMBER, until / TOUCHES_PER_MEMBER]
  const [o0, o1] = [from / TOUCHES_PER_ORDER, until / TOUCHES_PER_ORDER]
  const someone = `${id(4, `1 + floor(random() * ${m1})::int`)}`
  const staffOf = (n: string) => id(2, `1 + (${n}) % ${STAFF}`)
  const groupOf = (n: string) => id(3, `1 + (${n}) % ${GROUPS}`)
  try {
    await client.query(`select setseed(0.5)`)
    await client.query(`set session_replication_role = replica`)
    await client.query(`insert into members (id, appid, openid, created_at, last_seen_at)
      select ${id(4, 'n')}, 'bench', 'm' || n, ${now} - interval '1 year', ${now}
        from generate_series(${m0} + 1, ${m1}) n`)
    await client.query(`insert into member_numbers (member_id) select id from members on conflict do nothing`)
    await client.query(`truncate figure_days, figure_stale, figure_rows`)
    await client.query(`insert into touches (id, member_id, at, received_at, scene, entry, path, share_state,
        group_state, group_id, staff_id, suspect_rule)
      select ${id(5, 'n')}, ${someone}, at, at, 1008, 'cold', '', 'none', 'none', ${groupOf('n')}, ${staffOf('n')},
             case when n % 100 = 0 then 'flood' end
        from (select n, ${spread} as at from generate_series(${from} + 1, ${until}) n) made`)
    await client.query(`insert into orders (id, number, member_id, request_id, request_hash, state, goods_fen,
        discount_fen, freight_fen, freight_discount_fen, payable_fen, address, group_id, staff_id, reason,
        policy_version, created_at, expires_at, paid_at)
      select ${id(6, 'n')}, 'b' || n, ${someone}, 'b' || n, '', case when n % 10 = 0 then 'closed' else 'paid' end,
             2990, 0, 0, 0, 2990, '{}', ${groupOf('n')}, ${staffOf('n')}, 'share', 1, at, at,
             case when n % 10 > 0 then at + interval '1 minute' end
        from (select n, ${spread} as at from generate_series(${o0} + 1, ${o1}) n) made`)
    await client.query(`insert into order_credits (order_id, member_id, staff_id, group_id, paid_at, net_fen)
      select id, member_id, staff_id, group_id, paid_at, goods_fen from orders where paid_at is not null
      on conflict do nothing`)
    await client.query(`truncate member_firsts`)
    await client.query(`insert into member_firsts (member_id, touch_id, at)
      select distinct on (member_id) member_id, id, at from touches where suspect_rule is null
       order by member_id, at, id`)
    await client.query(`set session_replication_role = origin`)
    await client.query(`vacuum analyze`)
  } finally {
    client.release()
  }
}

interface Measured {
  readonly touches: number
  readonly floor: number
  readonly ranges: readonly { readonly range: string; readonly p50: number; readonly p95: number }[]
}

async function measure(app: FastifyInstance, touches: number): Promise<Measured> {
  const headers = { authorization: 'Bearer bench' }
  const ask = async (url: string) => {
    const began = performance.now()
    const { statusCode, body } = await app.inject({ method: 'GET', url, headers })
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`)
    return performance.now() - began
  }
  const times = async (url: string) => {
    for (let n = 0; n < STAFF; n++) await ask(url)
    const took: number[] = []
    for (let n = 0; n < REQUESTS; n++) took.push(await ask(url))
    return took.sort((a, b) => a - b)
  }
  const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  const floor = at(await times('/staff/group-claims'), 0.5)
  const days = (n: number) => new Date(Date.now() + 8 * 3_600_000 - n * 86_400_000).toISOString().slice(0, 10)
  const urls = [
    ...RANGES.map((range) => [`workbench ${range}`, `/staff/workbench?range=${range}`] as const),
    ['shop 30d', `/manage/figures?from=${days(29)}&to=${days(0)}`] as const,
    ['ranking 30d', `/staff/ranking?from=${days(29)}&to=${days(0)}`] as const,
  ]
  const ranges: Measured['ranges'][number][] = []
  for (const [range, url] of urls) {
    const sorted = await times(url)
    ranges.push({ range, p50: at(sorted, 0.5), p95: at(sorted, 0.95) })
  }
  return { touches, floor, ranges }
}

function report(results: readonly Measured[]): void {
  const [first] = results
  for (const { touches, floor, ranges } of results) {
    console.log(`${touches.toLocaleString('en')} openings · cheapest request ${floor.toFixed(1)} ms`)
    for (const [index, { range, p50, p95 }] of ranges.entries()) {
      const growth = p95 / (first?.ranges[index]?.p95 ?? p95)
      const line = [
        `  ${range.padEnd(14)}`,
        `p50 ${p50.toFixed(1).padStart(7)} ms`,
        `p95 ${p95.toFixed(1).padStart(7)} ms`,
        `${(p95 / floor).toFixed(0).padStart(4)}× the cheapest`,
        `${growth.toFixed(1)}× the first stage`,
      ]
      console.log(line.join('  '))
    }
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
