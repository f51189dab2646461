import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config'
import type { Random } from './random'

/**
 * The secret all keys derive from: the configured one; in simulation one made at the first start and kept beside the
 * data, so that sessions survive restarts. A real shop always configures its own.
 */
export function shopSecret({ shopSecret: configured, dataDir }: Config, random: Random): string {
  if (configured !== null) return configured
  const file = join(dataDir, 'simulation-secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, random.token(48), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}
