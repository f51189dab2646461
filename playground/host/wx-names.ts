import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Every function of WeChat's `wx`, from WeChat's own typings. The phone answers those the app uses; a call to any other
 * fails by its name instead of doing nothing.
 */
export function knownWxNames(): string[] {
  const require = createRequire(__filename)
  const nearSimulate = createRequire(require.resolve('miniprogram-simulate/package.json'))
  const nearComponent = createRequire(nearSimulate.resolve('j-component'))
  const typings = nearComponent.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
  const text = readFileSync(typings, 'utf8')
  const body = text.slice(text.indexOf('interface Wx {'))
  const names = [...body.matchAll(/^ {8}([a-z]\w+)[(<]/gm)].map((match) => match[1] as string)
  return [...new Set(names)].sort()
}
