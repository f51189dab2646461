import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = resolve(__dirname, '..', '..', '..')

export interface ServerProcess {
  /** Resolves once it says so; rejects with what it said when it ends before. */
  readonly isOpen: Promise<void>
  readonly ended: Promise<number | null>
  said(): string
  signal(name: NodeJS.Signals): void
}

/** The server as a program of its own, with nothing of our environment but what is given. */
export function runServer(env: Readonly<Record<string, string>>): ServerProcess {
  const tsx = pathToFileURL(require.resolve('tsx')).href
  const child = spawn(process.execPath, ['--import', tsx, join('server', 'main.ts')], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
  })
  let text = ''
  const ended = new Promise<number | null>((done) => {
    child.on('close', (code) => done(code))
  })
  const isOpen = new Promise<void>((done, fail) => {
    const take = (bytes: Buffer) => {
      text += bytes
      if (text.includes('the shop is open')) done()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    ended.then(() => fail(new Error(text)))
  })
  isOpen.catch(() => {})
  return { isOpen, ended, said: () => text, signal: (name) => void child.kill(name) }
}
