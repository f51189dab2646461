import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Deps } from '../../server/platform/deps'
import { timeOrderedIds } from '../../server/platform/ids'
import { cryptoRandom } from '../../server/platform/random'
import { exportCampaignsCommand } from '../../tools/shop/export-campaigns'
import { importCampaignsCommand } from '../../tools/shop/import-campaigns'
import { freshDatabase } from '../support/server/database'

const database = freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'qundian-campaigns-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const clock = { now: () => Date.UTC(2026, 6, 3, 12, 14) }

async function runs(command: typeof importCampaignsCommand, file: string) {
  const said: string[] = []
  const shop = async () => ({ db: database.db, clock, ids: timeOrderedIds(clock, cryptoRandom) }) as Deps
  const done = await command.run({ args: [file], values: {}, say: (line) => said.push(line), shop })
  return { done, said }
}

const aFile = (change: object) => {
  const file = join(folder, 'campaigns.json')
  const claim = { from: 'today 00:00', until: 'today+7 00:00' }
  const tiers = [{ over: 99, off: 10, valid: { days: 7 } }]
  writeFileSync(
    file,
    JSON.stringify([{ code: 'summer', title: '夏日券', claim, stock: 50, tiers, ...change }]),
  )
  return file
}

describe('npm run shop -- import campaigns', () => {
  it('says what it has done, and takes what export has written', async () => {
    const first = await runs(importCampaignsCommand, aFile({}))
    const copy = join(folder, 'copy.json')
    await runs(exportCampaignsCommand, copy)
    const again = await runs(importCampaignsCommand, copy)

    expect(first).toEqual({ done: true, said: ['campaigns: 1 added, 0 updated, 0 as they were'] })
    expect(again).toEqual({ done: true, said: ['campaigns: 0 added, 0 updated, 1 as they were'] })
    expect(JSON.parse(readFileSync(copy, 'utf8'))).toMatchObject([
      { code: 'summer', status: 'live', stock: 50 },
    ])
  })

  it('says each fault with its place, and that nothing was changed', async () => {
    const file = aFile({ code: 'autumn', title: '', stock: 0 })

    const { done, said } = await runs(importCampaignsCommand, file)

    expect(done).toBe(false)
    expect(said).toEqual([
      `${file}: autumn title: is empty`,
      `${file}: autumn stock: must be 1 or more`,
      `2 faults in ${file}; nothing was changed.`,
    ])
  })
})
