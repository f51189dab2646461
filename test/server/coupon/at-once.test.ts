import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { timeOrderedIds } from '../../../server/platform/ids'
import { cryptoRandom } from '../../../server/platform/random'
import { aCampaign, aTier } from '../../support/server/campaign-builders'
import { aCrowd, aGroupOf, type CrowdMember } from '../../support/server/crowd'
import { freshDatabase } from '../../support/server/database'
import { type ServerProgram, startServer } from '../../support/server/server-program'

const database = freshDatabase()
const clock = { now: () => Date.now() }
const ids = timeOrderedIds(clock, cryptoRandom)
let servers: ServerProgram[] = []

beforeAll(async () => {
  const env = { DATABASE_URL: urlOf(database.connection) }
  servers = await Promise.all([startServer(env), startServer(env)])
})

afterAll(async () => {
  for (const server of servers) server.signal('SIGTERM')
  await Promise.all(servers.map(({ ended }) => ended))
})

function urlOf({ host = '', port, user = 'postgres', password, database: name }: pg.PoolConfig): string {
  const login = typeof password === 'string' ? `${user}:${encodeURIComponent(password)}` : user
  return host.startsWith('/')
    ? `postgresql://${login}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
    : `postgresql://${login}@${host}:${port}/${name}`
}

interface Tap {
  readonly member: CrowdMember
  readonly requestId: string
  readonly status: number
  readonly code: string | undefined
  readonly couponId: string | undefined
  readonly rank: number | undefined
}

/** Every member taps at both servers with the same key, and once more with another one, all at the same time. */
async function rush(campaignId: string, crowd: readonly CrowdMember[]): Promise<Tap[]> {
  const wishes = crowd.flatMap((member) => {
    const requestId = randomUUID()
    return [
      { member, requestId, server: servers[0]! },
      { member, requestId, server: servers[1]! },
      { member, requestId: randomUUID(), server: servers[crowd.indexOf(member) % 2]! },
    ]
  })
  return Promise.all(
    wishes.map(async ({ member, requestId, server }) => {
      const { status, body } = await server.call('POST', `/campaigns/${campaignId}/claims`, {
        token: member.token,
        body: { requestId },
      })
      const isCoupon = status === 200
      return {
        member,
        requestId,
        status,
        code: isCoupon ? undefined : body.code,
        couponId: isCoupon ? body.id : undefined,
        rank: isCoupon ? body.tierRank : undefined,
      }
    }),
  )
}

const won = (taps: readonly Tap[]) => new Set(taps.flatMap(({ couponId }) => couponId ?? []))

async function stockOf(campaignId: string): Promise<Record<string, number>> {
  const { rows } = await database.db.$client.query<{ name: string; left: number }>(
    `select kind || coalesce(nullif(' ' || key, ' '), '') as name, "left" from campaign_stock where campaign_id = $1`,
    [campaignId],
  )
  return Object.fromEntries(rows.map(({ name, left }) => [name, left]))
}

describe('two servers on one PostgreSQL', () => {
  it('give out exactly what there is, one to a member, whichever of them is asked how often', async () => {
    const crowd = await aCrowd(database.db, 60, Date.now())
    const deps = { db: database.db, ids, clock }
    const campaignId = await aCampaign({ deps }, { totalStock: 40 })

    const taps = await rush(campaignId, crowd)

    expect(won(taps).size).toBe(40)
    expect(await stockOf(campaignId)).toEqual({ total: 0 })
    const { rows } = await database.db.$client.query<{ copies: number; members: number }>(
      'select count(*)::int as copies, count(distinct member_id)::int as members from coupons where campaign_id = $1',
      [campaignId],
    )
    expect(rows).toEqual([{ copies: 40, members: 40 }])
    // The same key is the same coupon, at whichever server.
    for (const { requestId, couponId } of taps) {
      const twins = taps.filter((tap) => tap.requestId === requestId && tap.couponId !== undefined)
      if (couponId !== undefined) expect(won(twins)).toEqual(new Set([couponId]))
    }
    expect(new Set(taps.map(({ code }) => code))).toEqual(
      new Set([undefined, 'claim.limit_reached', 'claim.sold_out']),
    )
  })

  it('keep every bound: total, tiers and groups', async () => {
    const nowMs = Date.now()
    const crowd = await aCrowd(database.db, 60, nowMs)
    const [spring, lake] = [
      await aGroupOf(database.db, crowd.slice(0, 30), nowMs - 1000),
      await aGroupOf(database.db, crowd.slice(30, 50), nowMs - 1000),
    ]
    const deps = { db: database.db, ids, clock }
    const gate = { kind: 'groups' as const, groupIds: [spring, lake] }
    const campaignId = await aCampaign(
      { deps },
      {
        totalStock: 45,
        stockPerGroup: 18,
        tiers: [
          aTier(),
          aTier({ thresholdFen: 20_000, off: { kind: 'amount', amountOff: 3_000 }, gate, stock: 25 }),
        ],
      },
    )

    const taps = await rush(campaignId, crowd)

    // 18 of spring, 18 of lake, and the 10 of no group, were it not for the total.
    expect(won(taps).size).toBe(45)
    const stock = await stockOf(campaignId)
    expect(stock.total).toBe(0)
    expect(stock['tier 2']).toBe(0)
    const { rows } = await database.db.$client.query<{ group_id: string | null; copies: number }>(
      'select group_id, count(*)::int as copies from coupons where campaign_id = $1 group by group_id',
      [campaignId],
    )
    const copiesOf = (id: string | null) => rows.find(({ group_id }) => group_id === id)?.copies ?? 0
    for (const id of [spring, lake]) expect(copiesOf(id) + stock[`group ${id}`]!).toBe(18)
    expect(copiesOf(spring) + copiesOf(lake) + copiesOf(null)).toBe(45)
  })
})
