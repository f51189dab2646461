import { writeFile } from 'node:fs/promises'
import { exportProducts } from '../../server/modules/catalogue/file/export'
import type { Command } from './command'

/** `export products`: the catalogue as a file that imports to the same shop. */
export const exportProductsCommand: Command = {
  name: 'export products',
  usage: 'export products [FILE.csv]',
  summary: 'Write the whole catalogue in the format of the import; without a file to the screen',
  takes: [0, 1],
  async run(work) {
    const [file] = work.args
    const { db } = await work.shop()
    const text = await exportProducts(db)
    if (file === undefined) process.stdout.write(text)
    else await writeFile(file, text)
    return true
  },
}
