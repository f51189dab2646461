import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { binOf } from '../check/run-bin'
import { type Program, run } from './program'
import type { Settings } from './settings'

const READY_MS = 90_000

/** The programs of a started shop. Each one is stopped in the reverse order of its start. */
export interface Street {
  startSimulator(): Promise<void>
  startServer(): Promise<void>
  restartServer(): Promise<void>
  seedIfEmpty(): Promise<boolean>
  /** Answers false where this checkout has no playground. */
  startPlayground(): Promise<boolean>
  startAppBuild(onLine: (line: string) => void): void
  stop(byForce?: boolean): Promise<void>
}

/** `onLost` is called with one sentence when a program that was up ends and nobody has asked it to. */
export function openStreet(
  settings: Settings,
  root: string,
  onLost: (name: string, sentence: string) => void,
): Street {
  const { env, dataDir, apiUrl, simulatorUrl, playgroundUrl } = settings
  const logFolder = join(dataDir, 'log')
  const running: Program[] = []
  const isUp = new Set<Program>()
  let isClosing = false

  const start = (
    name: string,
    file: string,
    args?: readonly string[],
    onLine?: (line: string) => void,
  ): Program => {
    if (isClosing) throw new Error(`The ${name} is not started any more.`)
    const program = run({ name, file, args, root, env, logFolder, onLine })
    running.push(program)
    program.ended.then((code) => {
      running.splice(running.indexOf(program), 1)
      if (isUp.has(program) && !isClosing)
        onLost(name, `The ${name} ended by itself (${code}): ${program.lastWords() || 'no word'}`)
    })
    return program
  }
  const startAndWait = async (name: string, file: string, url: string, onLine?: (line: string) => void) => {
    const program = start(name, file, [], onLine)
    await answering(program, url)
    isUp.add(program)
  }
  const end = (program: Program, byForce = false) => {
    isUp.delete(program)
    return program.end(byForce)
  }

  const startServer = () => startAndWait('server', 'server/main.ts', `${apiUrl}/health`, complain)

  return {
    startSimulator: () => startAndWait('simulator', 'simulator/main.ts', `${simulatorUrl}/control/faults`),
    startServer,
    restartServer: async () => {
      const server = running.find(({ name }) => name === 'server')
      if (server) await end(server)
      await startServer()
    },
    seedIfEmpty: async () => {
      const file = 'demo/seed.ts'
      if (!existsSync(join(root, file)) || !(await isShopEmpty(apiUrl))) return false
      const seed = start('seed', file)
      if ((await seed.ended) !== 0) throw new Error(`The demo shop was not seeded: ${seed.lastWords()}`)
      return true
    },
    startPlayground: async () => {
      const file = 'playground/main.ts'
      if (!existsSync(join(root, file))) return false
      await startAndWait('playground', file, playgroundUrl)
      return true
    },
    startAppBuild: (onLine) => {
      start('weapp', binOf('@tarojs/cli', 'taro'), ['build', '--type', 'weapp', '--watch'], onLine)
    },
    stop: async (byForce) => {
      isClosing = true
      for (const program of [...running].reverse()) await end(program, byForce)
    },
  }
}

/** Of the server's log, what somebody at the terminal should see; all of it is in the log file. */
function complain(line: string): void {
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level?: number
      msg?: string
      err?: { message?: string }
    }
    if ((level ?? 0) >= 40) console.log(`server: ${msg}${err?.message ? `: ${err.message}` : ''}`)
  } catch {
    console.log(`server: ${line}`)
  }
}

async function isShopEmpty(apiUrl: string): Promise<boolean> {
  const answer = await fetch(`${apiUrl}/products?limit=1`)
  if (!answer.ok) return false
  const { items } = (await answer.json()) as { items: unknown[] }
  return items.length === 0
}

/** Waits until the address answers with success. Throws with its last words when the program ends instead. */
async function answering(program: Program, url: string): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until && program.isRunning(); ) {
    const isThere = await fetch(url).then(
      // An unread answer would keep its connection busy.
      (answer) => answer.text().then(() => answer.ok),
      () => false,
    )
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The ${program.name} did not start: ${program.lastWords() || 'no word'}`)
}
