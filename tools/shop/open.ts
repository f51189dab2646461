import { readConfig } from '../../server/config'
import type { Deps } from '../../server/platform/deps'
import { createLog } from '../../server/platform/log'
import { migrate } from '../../server/platform/migrate'
import { openShopDatabase } from '../../server/platform/shop-database'
import { wire } from '../../server/platform/wiring'

export interface OpenShop {
  readonly deps: Deps
  close(): Promise<void>
}

/**
 * The shop that the server uses with the same environment: its PostgreSQL by DATABASE_URL, else the embedded one under
 * DATA_DIR, shared with a running server or started for the command. Without a mini-program of one's own it is the
 * simulated shop of `npm start`.
 */
export async function openShop(env: NodeJS.ProcessEnv): Promise<OpenShop> {
  const config = readConfig({
    LOG_LEVEL: 'error',
    ...(!env.WECHAT_APPID && { WECHAT_SIMULATED: '1' }),
    ...env,
  })
  const log = createLog(config.logLevel)
  const { db, close } = await openShopDatabase(config, log, (sentence) => log.fatal(sentence))
  try {
    await migrate(db)
    return { deps: wire(config, db, log), close }
  } catch (error) {
    await close()
    throw error
  }
}
