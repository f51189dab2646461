import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { binOf, runBin } from './check/run-bin'

/** Whatever the built mini-program is made of. */
const INPUTS = [
  'src',
  'domain',
  'contract',
  'config',
  'babel.config.js',
  'tsconfig.json',
  'project.config.json',
  'package-lock.json',
]

export type WeappBuild =
  | { readonly outcome: 'fresh' }
  | { readonly outcome: 'built' }
  | { readonly outcome: 'failed'; readonly output: string }

/**
 * Builds `dist/weapp` unless the one there was made from the same sources. Contents are compared, not times:
 * a checkout, a copy and Taro's own cache all lie about times. `api` is the API's address to build in; the usual
 * loopback one where it is absent.
 */
export async function ensureWeapp(root: string, api = process.env.TARO_APP_API): Promise<WeappBuild> {
  const stamp = join(root, 'dist', 'weapp.inputs')
  const inputs = hashOfInputs(root, api ?? '')
  const isBuilt = existsSync(join(root, 'dist', 'weapp', 'app.json')) && existsSync(stamp)
  if (isBuilt && readFileSync(stamp, 'utf8') === inputs) return { outcome: 'fresh' }

  const { code, output } = await runBin(binOf('@tarojs/cli', 'taro'), ['build', '--type', 'weapp'], root, {
    NODE_ENV: 'production',
    ...(api && { TARO_APP_API: api }),
  })
  if (code !== 0) return { outcome: 'failed', output }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, inputs)
  return { outcome: 'built' }
}

function hashOfInputs(root: string, api: string): string {
  const hash = createHash('sha256').update(api)
  for (const file of INPUTS.flatMap((input) => filesUnder(join(root, input)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesUnder(join(path, entry.name)))
  } catch {
    return [path]
  }
}
