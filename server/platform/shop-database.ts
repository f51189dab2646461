import type { Config } from '../config'
import { type OpenDatabase, openDatabase } from './database'
import { startEmbedded } from './embedded-postgres'
import type { Log } from './log'

/**
 * The configured PostgreSQL, else the embedded one under the data folder (shared with a server that runs there
 * already). `onLost` is called where the embedded one ends by itself.
 */
export async function openShopDatabase(
  config: Config,
  log: Log,
  onLost: (sentence: string) => void,
): Promise<OpenDatabase> {
  const noteIdle = (error: Error) => log.warn({ err: error }, 'an idle database connection was lost')
  if (config.databaseUrl !== null) return openDatabase({ connectionString: config.databaseUrl }, noteIdle)
  const embedded = await startEmbedded({ dataDir: config.dataDir, onLost })
  const { db, close } = openDatabase(embedded.connection, noteIdle)
  return {
    db,
    close: async () => {
      await close()
      await embedded.stop()
    },
  }
}
