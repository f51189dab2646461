/** @jest-environment node */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

const DIST = resolve(__dirname, '../../dist/weapp')
const BUDGET = JSON.parse(readFileSync(join(__dirname, 'budget.json'), 'utf8')) as Record<string, number>
const SHOWN = 12

interface Weight {
  readonly file: string
  readonly bytes: number
}

/** Bytes as built, before WeChat compresses; project.config.json and licence texts are not uploaded code but counted all the same. */
const packages = weighPackages()

describe('the weight of the packages', () => {
  it.each([...packages.keys()])('%s stays within its budget', (name) => {
    const files = packages.get(name) ?? []
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)

    console.log(describeWeight(name, files, bytes))

    expect(BUDGET[name]).toBeDefined()
    expect(bytes).toBeLessThanOrEqual(BUDGET[name] ?? 0)
  })
})

function weighPackages(): Map<string, Weight[]> {
  const weights = new Map<string, Weight[]>()
  if (!existsSync(join(DIST, 'app.json'))) return weights
  const app = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] }
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const file = relative(DIST, path).split(sep).join('/')
    const name = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'
    weights.set(name, [...(weights.get(name) ?? []), { file, bytes: statSync(path).size }])
  }
  return weights
}

function describeWeight(name: string, files: readonly Weight[], bytes: number): string {
  const heaviest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, SHOWN)
  const budget = BUDGET[name] ?? 0
  const head = `${name}: ${kilobytes(bytes)} of ${kilobytes(budget)} (${Math.round((bytes / budget) * 100)} %)`
  return [head, ...heaviest.map((file) => `  ${kilobytes(file.bytes).padStart(10)}  ${file.file}`)].join('\n')
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
