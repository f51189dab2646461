import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { canTraverse } from '../../../../server/platform/embedded/run-as'
import { isAlive } from '../../../../server/platform/embedded/running'
import { type Embedded, endOrphan, startEmbedded } from '../../../../server/platform/embedded-postgres'
import { runTill } from '../../../support/server/run-till'

let home: string
let embedded: Embedded | undefined

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'qundian-home-'))
})

afterEach(async () => {
  await embedded?.stop()
  embedded = undefined
  rmSync(home, { recursive: true, force: true })
})

async function receipts(connection: pg.PoolConfig): Promise<number> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from receipts')
  await client.end()
  return rows[0]?.n ?? 0
}

describe('a shop that was killed (kill -9)', () => {
  it('leaves a PostgreSQL behind that the next start ends, with every acknowledged row kept', async () => {
    const till = await runTill(home)
    await till.kill()
    expect(isAlive(till.postgresPid)).toBe(true)

    embedded = await startEmbedded({ dataDir: home })

    expect(embedded.isOwner).toBe(true)
    expect(embedded.pid).not.toBe(till.postgresPid)
    expect(isAlive(till.postgresPid)).toBe(false)
    expect(await receipts(embedded.connection)).toBeGreaterThanOrEqual(till.acknowledged())
  })

  it('loses no acknowledged row either when PostgreSQL was killed with it', async () => {
    const till = await runTill(home)
    process.kill(till.postgresPid, 'SIGKILL')
    await till.kill()

    embedded = await startEmbedded({ dataDir: home })

    expect(await receipts(embedded.connection)).toBeGreaterThanOrEqual(till.acknowledged())
  })

  it('is no orphan while it lives', async () => {
    const till = await runTill(home)

    expect(await endOrphan(home)).toBe(false)

    embedded = await startEmbedded({ dataDir: home })
    expect(embedded.isOwner).toBe(false)
    await till.kill()
    expect(await endOrphan(home)).toBe(true)
  })
})

const [, , nobodyUid, nobodyGid] =
  process.getuid?.() === 0
    ? (readFileSync('/etc/passwd', 'utf8')
        .match(/^nobody:.*$/m)?.[0]
        .split(':') ?? [])
    : []
const nobody = { uid: Number(nobodyUid), gid: Number(nobodyGid) }
const canBeNobody = nobodyUid !== undefined && canTraverse(__dirname, nobody)
const asNobody = canBeNobody ? it : it.skip

describe('a shop that is not root', () => {
  asNobody('runs PostgreSQL as itself, and tells the next user whose folder it is', async () => {
    chownSync(home, nobody.uid, nobody.gid)
    const till = await runTill(home, nobody)
    await till.kill()

    // Root may take over, and keeps the folder's owner.
    embedded = await startEmbedded({ dataDir: home })

    expect(await receipts(embedded.connection)).toBeGreaterThanOrEqual(till.acknowledged())
  })

  asNobody('is told in one sentence when the folder belongs to somebody else', async () => {
    chownSync(home, nobody.uid, nobody.gid)
    embedded = await startEmbedded({ dataDir: home, fast: true })
    await embedded.stop()
    chownSync(join(home, 'postgres'), 0, 0)

    await expect(runTill(home, nobody)).rejects.toThrow(/belongs to user 0.*choose another DATA_DIR/)
  })
})
