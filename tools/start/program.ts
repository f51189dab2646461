import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const PATIENCE_MS = 30_000

export interface ProgramSpec {
  readonly name: string
  /** A TypeScript or JavaScript file, absolute or below `root`. */
  readonly file: string
  readonly args?: readonly string[]
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Everything it prints goes to `<name>.log` in this folder. */
  readonly logFolder: string
  /** Called with each line it prints. */
  readonly onLine?: (line: string) => void
}

export interface Program {
  readonly name: string
  /** Resolves with its exit code; 1 where a signal ended it. */
  readonly ended: Promise<number>
  isRunning(): boolean
  lastWords(): string
  /** Asks it to end cleanly and waits; ends it by force after 30 s, or at once when told to. */
  end(byForce?: boolean): Promise<void>
}

/** Runs one of our programs beside this one, with Node alone: no shell, so that it is the same on every system. */
export function run(spec: ProgramSpec): Program {
  mkdirSync(spec.logFolder, { recursive: true })
  const log = createWriteStream(join(spec.logFolder, `${spec.name}.log`))
  const tsx = pathToFileURL(require.resolve('tsx')).href
  const flags = ['--require', join(__dirname, 'leash.js'), '--import', tsx]
  const child = spawn(process.execPath, [...flags, resolve(spec.root, spec.file), ...(spec.args ?? [])], {
    cwd: spec.root,
    env: { ...process.env, ...spec.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches the whole group of a terminal; out of it, each program is ended once, by us, in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const words: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    eachLine(stream, (line) => {
      log.write(`${line}\n`)
      words.push(line)
      if (words.length > 12) words.shift()
      spec.onLine?.(line)
    })
  }
  let isRunning = true
  const ended = new Promise<number>((settle) => {
    child.on('error', (error) => words.push(error.message))
    // `close` comes after its last words; after a failed spawn it comes too.
    child.on('close', (code) => {
      isRunning = false
      log.end()
      settle(code ?? 1)
    })
  })
  return {
    name: spec.name,
    ended,
    isRunning: () => isRunning,
    lastWords: () => words.join('\n'),
    end: (byForce = false) => endProgram(child, ended, byForce),
  }
}

async function endProgram(child: ChildProcess, ended: Promise<number>, byForce: boolean): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  if (byForce) child.kill('SIGKILL')
  else if (child.connected) child.send('end', () => {})
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await ended
  clearTimeout(timer)
}

function eachLine(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (part: string) => {
    const lines = (rest + part).split(/\r?\n/)
    rest = lines.pop() ?? ''
    lines.forEach(take)
  })
  stream?.on('end', () => rest !== '' && take(rest))
}
