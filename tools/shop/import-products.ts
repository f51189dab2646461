import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { FileProduct } from '../../server/modules/catalogue/file/columns'
import { importProducts } from '../../server/modules/catalogue/file/import'
import { readCatalogue } from '../../server/modules/catalogue/file/read-catalogue'
import { pictureFolders } from '../../server/modules/catalogue/pictures'
import type { Command, Work } from './command'
import { faultLines } from './faults'
import { copyPictures, missingPictures } from './pictures'

/** `import products FILE.csv`: the whole file or nothing. */
export const importProductsCommand: Command = {
  name: 'import products',
  usage: 'import products FILE.csv [--pictures DIR] [--keep-stock]',
  summary: 'Load products and SKUs; known codes are updated, what the file does not name stays',
  takes: [1, 1],
  options: { pictures: { type: 'string' }, 'keep-stock': { type: 'boolean' } },
  async run(work) {
    const [file = ''] = work.args
    const products = await readProducts(file, work)
    if (!products) return false
    const folder = typeof work.values.pictures === 'string' ? work.values.pictures : null
    if (folder !== null && !(await picturesAreThere(file, products, folder, work))) return false

    const { db, config, ids, clock } = await work.shop()
    const options = {
      nowMs: clock.now(),
      nextId: () => ids.next(),
      keepStock: work.values['keep-stock'] === true,
    }
    const imported = await importProducts(db, products, options)
    if (!imported.ok) {
      for (const line of faultLines(file, imported.error)) work.say(line)
      return false
    }
    const { added, updated } = imported.value.products
    const skus = imported.value.skus
    work.say(
      `products: ${added} added, ${updated} updated · SKUs: ${skus.added} added, ${skus.updated} updated`,
    )
    for (const code of imported.value.overbooked) {
      work.say(`note: ${code} has less stock than unpaid orders hold; nothing more of it can be ordered`)
    }
    if (folder !== null) {
      const copied = await copyPictures(products, folder, resolve(config.dataDir, 'pictures'))
      work.say(`pictures: ${copied} copied`)
    } else {
      await notePictures(products, pictureFolders(config), work)
    }
    return true
  },
}

/** `check products FILE.csv`: reads the file as an import would, without touching the shop. */
export const checkProductsCommand: Command = {
  name: 'check products',
  usage: 'check products FILE.csv [--pictures DIR]',
  summary: 'Say what is wrong with a file, without loading it',
  takes: [1, 1],
  options: { pictures: { type: 'string' } },
  async run(work) {
    const [file = ''] = work.args
    const products = await readProducts(file, work)
    if (!products) return false
    const folder = work.values.pictures
    if (typeof folder === 'string' && !(await picturesAreThere(file, products, folder, work))) return false
    const skus = products.reduce((sum, product) => sum + product.skus.length, 0)
    work.say(`${file}: ${products.length} products with ${skus} SKUs, no fault found`)
    return true
  },
}

async function readProducts(file: string, work: Work): Promise<FileProduct[] | null> {
  const read = readCatalogue(await readFile(file))
  if (read.ok) return read.value
  for (const line of faultLines(file, read.error)) work.say(line)
  return null
}

async function picturesAreThere(
  file: string,
  products: readonly FileProduct[],
  folder: string,
  work: Work,
): Promise<boolean> {
  const missing = await missingPictures(products, [folder])
  if (missing.length === 0) return true
  const faults = missing.map(({ line, column, path }) => ({
    line,
    column,
    reason: `there is no ${path} in ${folder}`,
  }))
  for (const line of faultLines(file, faults)) work.say(line)
  return false
}

/** Without a folder of pictures the shop's own must have them; what it lacks is worth a word, not a refusal. */
async function notePictures(
  products: readonly FileProduct[],
  folders: readonly string[],
  work: Work,
): Promise<void> {
  const missing = await missingPictures(products, folders)
  if (missing.length === 0) return
  const example = missing[0]?.path
  work.say(
    `note: ${missing.length} pictures are not in the shop, such as ${example}; give --pictures DIR to copy them`,
  )
}
