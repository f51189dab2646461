import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What WeChat's validators complain of; empty lists where all is well. */
export interface Verdict {
  /** JSON files against WeChat's schemas. */
  readonly schema: readonly string[]
  /** The compiler of an upload: missing files, WXML and WXSS that can't be read, packages too large. */
  readonly compiled: readonly string[]
  /** WXML and WXS by wcc, the compiler inside WeChat. */
  readonly wcc: readonly string[]
  /** The code quality check of an upload. */
  readonly quality: readonly string[]
}

/** Asks WeChat's own validators about the mini-program in `folder`. */
export function validatorsOn(folder: string): Promise<Verdict> {
  const tsx = pathToFileURL(require.resolve('tsx')).href
  const child = spawn(process.execPath, ['--import', tsx, join(__dirname, 'main.ts'), folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes
    })
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes
    })
    child.once('close', (code) => {
      const verdict = /^##verdict (.*)$/m.exec(said)?.[1]
      if (verdict) resolve(JSON.parse(verdict) as Verdict)
      else reject(new Error(`the validators ended with ${code}:\n${said}`))
    })
  })
}
