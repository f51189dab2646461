import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the git-ignored `project.private.config.json` from its sample where there is none, with `urlCheck` off:
 * DevTools reaches loopback only so. Answers whether it was written.
 */
export function ensureDevToolsConfig(root: string): boolean {
  const own = join(root, 'project.private.config.json')
  const sample = join(root, 'project.private.config.sample.json')
  if (existsSync(own) || !existsSync(sample)) return false
  const config = JSON.parse(readFileSync(sample, 'utf8')) as { setting?: object; description?: string }
  config.description = 'Yours: written once by npm start, never changed again.'
  config.setting = { ...config.setting, urlCheck: false }
  writeFileSync(own, `${JSON.stringify(config, null, 2)}\n`)
  return true
}
