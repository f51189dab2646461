import { readFile, writeFile } from 'node:fs/promises'
import { readFreightFile, writeFreightFile } from '../../server/modules/freight/file'
import { freightView, saveFreight } from '../../server/modules/freight/service'
import type { Command } from './command'
import { faultLines } from './faults'

/** `import freight FILE.csv`: the whole table or nothing. */
export const importFreightCommand: Command = {
  name: 'import freight',
  usage: 'import freight FILE.csv',
  summary: 'Replace the freight table: columns areas, fee (yuan or 不配送), free_over; one row for 其他',
  takes: [1, 1],
  async run(work) {
    const [file = ''] = work.args
    const read = readFreightFile(await readFile(file))
    if (!read.ok) {
      for (const line of faultLines(file, read.error)) work.say(line)
      return false
    }
    const deps = await work.shop()
    const saved = await saveFreight(deps, read.value, null, deps.clock.now())
    if (!saved.ok) {
      work.say(saved.error.message)
      return false
    }
    work.say(`freight: ${saved.value.rows.length} rows; orders placed before keep theirs`)
    return true
  },
}

/** `export freight`: the table as a file that imports to the same. */
export const exportFreightCommand: Command = {
  name: 'export freight',
  usage: 'export freight [FILE.csv]',
  summary: 'Write the freight table in the format of the import; without a file to the screen',
  takes: [0, 1],
  async run(work) {
    const [file] = work.args
    const { db } = await work.shop()
    const text = writeFreightFile((await freightView(db)).rows)
    if (file === undefined) process.stdout.write(text)
    else await writeFile(file, text)
    return true
  },
}
