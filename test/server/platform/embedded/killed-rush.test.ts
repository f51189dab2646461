import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenDatabase, openDatabase } from '../../../../server/platform/database'
import { readRunning } from '../../../../server/platform/embedded/running'
import { timeOrderedIds } from '../../../../server/platform/ids'
import { cryptoRandom } from '../../../../server/platform/random'
import { aCampaign } from '../../../support/server/campaign-builders'
import { aCrowd, type CrowdMember } from '../../../support/server/crowd'
import { type ServerProgram, startServer } from '../../../support/server/server-program'

const STOCK = 120
const CROWD = 150
const KILL_AT = 40

let dataDir: string
let server: ServerProgram
let database: OpenDatabase | undefined

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'qundian-killed-'))
  server = await startServer({ DATA_DIR: dataDir })
})

afterAll(async () => {
  await database?.close()
  server.signal('SIGTERM')
  await server.ended
  rmSync(dataDir, { recursive: true, force: true })
})

/** The server's own database, looked into from outside. */
function openOwn(): OpenDatabase {
  const running = readRunning(join(dataDir, 'postgres'))
  if (!running) throw new Error('the embedded database is not running')
  return openDatabase({ ...running.connection, database: 'qundian', max: 2 })
}

interface Wish extends CrowdMember {
  readonly requestId: string
}

/** Taps once; answers the coupon's id, null where it was refused, undefined where nobody answered any more. */
async function tap(campaignId: string, { token, requestId }: Wish): Promise<string | null | undefined> {
  try {
    const { status, body } = await server.call('POST', `/campaigns/${campaignId}/claims`, {
      token,
      body: { requestId },
    })
    if (status === 200) return body.id
    return body.code === 'claim.sold_out' ? null : undefined
  } catch {
    return undefined
  }
}

describe('a server killed in the middle of a rush (kill -9)', () => {
  it('has kept every claim it answered, and gives out the rest and no more after its restart', async () => {
    database = openOwn()
    const nowMs = Date.now()
    const crowd = await aCrowd(database.db, CROWD, nowMs)
    const deps = {
      db: database.db,
      ids: timeOrderedIds({ now: Date.now }, cryptoRandom),
      clock: { now: Date.now },
    }
    const campaignId = await aCampaign({ deps }, { totalStock: STOCK })
    await database.close()
    database = undefined
    const wishes: Wish[] = crowd.map((member) => ({ ...member, requestId: randomUUID() }))

    const acknowledged = new Map<string, string>()
    const waiting = [...wishes]
    const shopper = async () => {
      for (let wish = waiting.shift(); wish; wish = waiting.shift()) {
        const couponId = await tap(campaignId, wish)
        if (typeof couponId !== 'string') continue
        acknowledged.set(wish.requestId, couponId)
        if (acknowledged.size === KILL_AT) server.signal('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: 16 }, shopper))
    await server.ended
    expect(acknowledged.size).toBeLessThan(STOCK)

    server = await startServer({ DATA_DIR: dataDir })
    const answers = new Map<string, string | null | undefined>()
    await Promise.all(wishes.map(async (wish) => answers.set(wish.requestId, await tap(campaignId, wish))))

    for (const [requestId, couponId] of acknowledged) expect(answers.get(requestId)).toBe(couponId)
    const couponIds = [...answers.values()].filter((id) => typeof id === 'string')
    expect(new Set(couponIds).size).toBe(STOCK)
    expect([...answers.values()].filter((id) => id === null)).toHaveLength(CROWD - STOCK)
    database = openOwn()
    const { rows } = await database.db.$client.query<{ copies: number; left: number }>(
      `select (select count(*) from coupons where campaign_id = $1)::int as copies, "left"
         from campaign_stock where campaign_id = $1 and kind = 'total'`,
      [campaignId],
    )
    expect(rows).toEqual([{ copies: STOCK, left: 0 }])
  })
})
