import { buildApp } from './app'
import { type Config, ConfigError, readConfig } from './config'
import { closeApp } from './platform/http/close-app'
import { startJobLoop } from './platform/jobs/loop'
import { createLog, type Log } from './platform/log'
import { migrate } from './platform/migrate'
import { openShopDatabase } from './platform/shop-database'
import { wire } from './platform/wiring'

const JOBS_EVERY_MS = 1_000
const PATIENCE_MS = 20_000

type Close = () => Promise<void>

/** Opens database, API and jobs; what it answers closes them in the reverse order. */
async function openShop(config: Config, log: Log): Promise<Close> {
  const database = await openShopDatabase(config, log, (sentence) => {
    log.fatal(sentence)
    process.exit(1)
  })
  const opened: Close[] = [database.close]
  const close = async () => {
    for (const step of opened.splice(0).reverse()) await step()
  }
  try {
    await migrate(database.db)
    const deps = wire(config, database.db, log)
    const app = await buildApp(deps)
    opened.push(() => closeApp(app))
    const address = await app.listen({ host: config.host, port: config.port })
    opened.push(startJobLoop(deps, JOBS_EVERY_MS).stop)
    log.info({ address, simulated: config.simulated }, 'the shop is open')
    return close
  } catch (error) {
    await close()
    throw error
  }
}

/** Runs the shop's server from the environment until SIGINT, SIGTERM or SIGHUP. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const opening = openShop(config, log)
  let isLeaving = false
  const leave = () => {
    // Ctrl-C may arrive more than once, and while the shop still opens; PostgreSQL must not be left behind.
    if (isLeaving) return
    isLeaving = true
    log.info('closing')
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    opening
      .then((close) => close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'closing failed')
          process.exit(1)
        },
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
  await opening
}

main().catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken)
    console.error(`The shop cannot start: its port is taken (${error.message}); set PORT to another one.`)
  else console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
})
