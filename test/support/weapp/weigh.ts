import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export interface PackageWeight {
  /** `main`, or the subpackage's root. */
  readonly name: string
  readonly bytes: number
  /** Heaviest first. */
  readonly files: readonly { readonly file: string; readonly bytes: number }[]
}

/** Bytes as built, before WeChat compresses; project.config.json and licence texts are not uploaded code but counted all the same. */
export function weigh(dist: string): PackageWeight[] {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] }
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const packages = new Map<string, { file: string; bytes: number }[]>(
    ['main', ...roots].map((name) => [name, []]),
  )
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const file = relative(dist, path).split(sep).join('/')
    const name = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'
    packages.get(name)?.push({ file, bytes: statSync(path).size })
  }
  return [...packages].map(([name, files]) => ({
    name,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    files: files.sort((a, b) => b.bytes - a.bytes),
  }))
}
