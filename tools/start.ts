import { resolve } from 'node:path'
import { ensureDevToolsConfig } from './start/devtools-config'
import { machineFaults } from './start/machine-faults'
import { readNeeds, readSettings, type Settings } from './start/settings'
import { openStreet, type Street } from './start/street'
import { onChange } from './start/watch'
import { ensureWeapp } from './weapp-build'

const ROOT = resolve(__dirname, '..')
const IMPATIENT_AFTER_MS = 1_000

/** `npm start`, and with `--watch` `npm run dev`: the whole shop on this machine, until Ctrl-C. */
async function main(isWatching: boolean): Promise<void> {
  const settings = await check()
  if (ensureDevToolsConfig(ROOT)) console.log('wrote project.private.config.json for DevTools')
  await buildApp(settings)

  let stopWatching = () => {}
  const street = openStreet(settings, ROOT, (name, sentence) => {
    console.error(sentence)
    // Whoever works on the server mends it, and it starts again.
    if (!(isWatching && name === 'server')) void leave(1)
  })
  let leavingSince: number | null = null
  const leave = async (code: number) => {
    if (leavingSince !== null) return
    leavingSince = Date.now()
    stopWatching()
    console.log('\nclosing …')
    await street.stop()
    process.exit(code)
  }
  const interrupted = () => {
    // One Ctrl-C may arrive twice, through npm and from the terminal; a later one is impatience.
    const isImpatient = leavingSince !== null && Date.now() - leavingSince > IMPATIENT_AFTER_MS
    void (isImpatient ? street.stop(true) : leave(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupted)

  try {
    await openShop(street, settings)
    if (isWatching) stopWatching = watchBothSides(street)
  } catch (error) {
    if (leavingSince === null) console.error(error instanceof Error ? error.message : error)
    await leave(1)
  }
}

async function check(): Promise<Settings> {
  const faults: string[] = []
  const settings = readSettings(process.env, ROOT, faults)
  faults.push(...(await machineFaults(readNeeds(process.env, ROOT), ROOT)))
  if (settings && faults.length === 0) return settings
  console.error(`The shop cannot start: ${faults.join('; ')}.`)
  process.exit(1)
}

async function buildApp({ env }: Settings): Promise<void> {
  const began = Date.now()
  console.log('mini-program: looking whether dist/weapp is up to date …')
  const build = await ensureWeapp(ROOT, env.TARO_APP_API)
  if (build.outcome === 'failed') {
    console.error(`${build.output}\nThe shop cannot start: the mini-program does not build (see above).`)
    process.exit(1)
  }
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(
    `mini-program: dist/weapp ${build.outcome === 'built' ? `built in ${seconds} s` : 'is up to date'}`,
  )
}

async function openShop(street: Street, settings: Settings): Promise<void> {
  const { config, apiUrl, simulatorUrl, playgroundUrl, dataDir } = settings
  if (config.simulated) await street.startSimulator()
  await street.startServer()
  if (config.simulated && (await street.seedIfEmpty())) console.log('demo shop: seeded')
  const hasPlayground = config.simulated && (await street.startPlayground())
  const lines = [
    ['DevTools', `open ${ROOT} as a project (mini-program in dist/weapp)`],
    ['API', apiUrl],
    ['OpenAPI', `${apiUrl}/docs`],
    ...(hasPlayground ? [['Playground', `${playgroundUrl} (no WeChat needed)`]] : []),
    ...(config.simulated ? [['WeChat', `simulated at ${simulatorUrl}; no real login, no real money`]] : []),
    ['Data', `${dataDir} (logs in log/)`],
  ]
  console.log(
    `\n群店 is open.\n${lines.map(([name, text]) => `  ${name?.padEnd(11)}${text}`).join('\n')}\n\nCtrl-C closes it.`,
  )
}

function watchBothSides(street: Street): () => void {
  street.startAppBuild((line) => {
    if (/error|warning|compiled|编译|✖|⚠/i.test(line)) console.log(`mini-program: ${line.trim()}`)
  })
  let work = Promise.resolve()
  return onChange(ROOT, ['server', 'contract', 'domain'], (file) => {
    console.log(`server: ${file} changed, starting again …`)
    work = work
      .then(() => street.restartServer())
      .then(() => console.log('server: open again'))
      .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
  })
}

void main(process.argv.includes('--watch'))
