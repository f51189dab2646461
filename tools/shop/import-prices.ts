import { readFile } from 'node:fs/promises'
import { importPrices } from '../../server/modules/price/file/import'
import { readPrices } from '../../server/modules/price/file/read-prices'
import type { Command } from './command'
import { faultLines } from './faults'

/** `import prices FILE.csv`: automatic campaign prices, the whole file or nothing. */
export const importPricesCommand: Command = {
  name: 'import prices',
  usage: 'import prices FILE.csv',
  summary: 'Load dated campaign prices; known codes are updated, what the file does not name stays',
  takes: [1, 1],
  async run({ args: [file = ''], shop, say }) {
    const read = readPrices(await readFile(file))
    if (!read.ok) {
      for (const line of faultLines(file, read.error)) say(line)
      return false
    }
    const { db, ids, clock } = await shop()
    const imported = await importPrices(db, read.value, { nowMs: clock.now(), nextId: () => ids.next() })
    if (!imported.ok) {
      for (const line of faultLines(file, imported.error)) say(line)
      return false
    }
    say(`campaign prices: ${imported.value.added} added, ${imported.value.updated} updated`)
    return true
  },
}
