import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Picture } from '@contract/common'
import type { Config } from '../../config'

type PictureConfig = Pick<Config, 'dataDir' | 'simulated'>

const isUrl = (path: string): boolean => /^https?:\/\//.test(path)

/** Where a picture of the catalogue is had: below the API's root, or at the address it was imported with. */
export const picturePath = (path: string): string =>
  isUrl(path) ? path : `/pictures/${path.split('/').map(encodeURIComponent).join('/')}`

/** `a/b.webp` → `a/b@360.webp`: the form for lists, beside the large one. */
export const smallNameOf = (path: string): string => path.replace(/(\.[^./]+)?$/, '@360$1')

/** Both sizes of a picture. Where there is no small form, the large one serves. */
export function pictureOf(config: PictureConfig, path: string): Picture {
  const large = picturePath(path)
  if (isUrl(path)) return { large, small: large }
  const small = smallNameOf(path)
  return { large, small: isKept(config, small) ? picturePath(small) : large }
}

/** The product's 5:4 picture for share cards (JPEG, because WeChat's card shows no WebP); null where none was drawn. */
export function sharePictureOf(config: PictureConfig, productCode: string): string | null {
  const path = `share/${productCode}.jpg`
  return isKept(config, path) ? picturePath(path) : null
}

/** The folders served below /pictures/, the merchant's own first. */
export function pictureFolders({ dataDir, simulated }: PictureConfig): string[] {
  const own = resolve(dataDir, 'pictures')
  return simulated ? [own, join(__dirname, '..', '..', '..', 'demo', 'pictures')] : [own]
}

const kept = new Set<string>()

/** Remembers what was found; looks again for what was missing, because an import may bring it. */
function isKept(config: PictureConfig, path: string): boolean {
  const key = `${config.dataDir}\n${path}`
  if (kept.has(key)) return true
  const found = pictureFolders(config).some((folder) => existsSync(join(folder, path)))
  if (found) kept.add(key)
  return found
}
