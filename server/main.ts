import { buildApp } from './app'
import { ConfigError, readConfig } from './config'
import { startJobLoop } from './platform/jobs/loop'
import { createLog } from './platform/log'
import { migrate } from './platform/migrate'
import { openShopDatabase } from './platform/shop-database'
import { wire } from './platform/wiring'

const JOBS_EVERY_MS = 1_000
const PATIENCE_MS = 20_000

/** Starts the shop's server from the environment; ends cleanly on SIGINT, SIGTERM and SIGHUP. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const database = await openShopDatabase(config, log, (sentence) => {
    log.fatal(sentence)
    process.exit(1)
  })
  const undo: (() => Promise<void>)[] = [database.close]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    await migrate(database.db)
    const deps = wire(config, database.db, log)
    const app = await buildApp(deps)
    const address = await app.listen({ host: config.host, port: config.port })
    undo.push(() => app.close())
    const jobs = startJobLoop(deps, JOBS_EVERY_MS)
    undo.push(jobs.stop)
    log.info({ address, simulated: config.simulated }, 'the shop is open')
  } catch (error) {
    await stop()
    throw error
  }

  let isLeaving = false
  const leave = () => {
    // Ctrl-C may arrive more than once; only the first may decide when everything is closed.
    if (isLeaving) return
    isLeaving = true
    log.info('closing')
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'closing failed')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
})
