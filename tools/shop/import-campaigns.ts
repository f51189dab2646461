import { readFile } from 'node:fs/promises'
import { importCampaigns } from '../../server/modules/coupon/file/import'
import type { Command } from './command'

/** `import campaigns FILE.json`: the whole file or nothing. */
export const importCampaignsCommand: Command = {
  name: 'import campaigns',
  usage: 'import campaigns FILE.json',
  summary: 'Load coupon campaigns; known codes are edited, what the file does not name stays',
  takes: [1, 1],
  async run(work) {
    const [file = ''] = work.args
    const text = await readFile(file, 'utf8')
    const { db, ids, clock } = await work.shop()
    const imported = await importCampaigns({ db, ids }, text, { staffId: null, nowMs: clock.now() })
    if (!imported.ok) {
      for (const { place, reason } of imported.error) work.say(`${file}: ${place}: ${reason}`)
      const total = imported.error.length === 1 ? '1 fault' : `${imported.error.length} faults`
      work.say(`${total} in ${file}; nothing was changed.`)
      return false
    }
    const { added, updated, unchanged } = imported.value
    work.say(`campaigns: ${added} added, ${updated} updated, ${unchanged} as they were`)
    return true
  },
}
