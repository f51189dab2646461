import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileProduct } from '../../server/modules/catalogue/file/columns'
import { smallNameOf } from '../../server/modules/catalogue/pictures'

/** A picture that a file names and the folder lacks, with the line of its product. */
export interface MissingPicture {
  readonly line: number
  readonly column: 'images' | 'sku_image'
  readonly path: string
}

const isLocal = (path: string): boolean => !/^https?:\/\//.test(path)

/** Every local picture the catalogue names. */
const namedPictures = (products: readonly FileProduct[]): MissingPicture[] =>
  products.flatMap(({ line, images, skus }) => [
    ...images.filter(isLocal).map((path) => ({ line, column: 'images' as const, path })),
    ...skus.flatMap((sku) =>
      sku.image !== null && isLocal(sku.image)
        ? [{ line: sku.line, column: 'sku_image' as const, path: sku.image }]
        : [],
    ),
  ])

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

/** Pictures named by the catalogue that are in none of the folders. */
export async function missingPictures(
  products: readonly FileProduct[],
  folders: readonly string[],
): Promise<MissingPicture[]> {
  const missing: MissingPicture[] = []
  for (const named of namedPictures(products)) {
    const found = await Promise.all(folders.map((folder) => isFile(join(folder, named.path))))
    if (!found.includes(true)) missing.push(named)
  }
  return missing
}

/** Copies what the catalogue names, its small forms and share pictures, from one folder to the shop's. */
export async function copyPictures(
  products: readonly FileProduct[],
  from: string,
  to: string,
): Promise<number> {
  const large = namedPictures(products).map(({ path }) => path)
  const wanted = [...large, ...large.map(smallNameOf), ...products.map(({ code }) => `share/${code}.jpg`)]
  let copied = 0
  for (const path of new Set(wanted)) {
    if (!(await isFile(join(from, path)))) continue
    await replace(join(from, path), join(to, path))
    copied += 1
  }
  return copied
}

/** A server that reads the picture meanwhile gets the old one or the new one, never half of it. */
async function replace(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const half = `${to}.${process.pid}.part`
  try {
    await copyFile(from, half)
    await rename(half, to)
  } finally {
    await rm(half, { force: true })
  }
}
