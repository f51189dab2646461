import { readConfig } from '../server/config'
import { createLog } from '../server/platform/log'
import { migrate } from '../server/platform/migrate'
import { openShopDatabase } from '../server/platform/shop-database'
import { wire } from '../server/platform/wiring'
import { readPeople } from './seed/data'
import { identitiesFrom } from './seed/identity'
import { seedDemo } from './seed/seed-demo'

/** `tsx demo/seed.ts`: fills an empty shop beside the simulator with the demo; leaves any other shop as it is. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  if (config.simulatorUrl === null) throw new Error('The demo shop is only for a simulated WeChat.')
  const log = createLog(config.logLevel)
  const database = await openShopDatabase(config, log, (sentence) => {
    throw new Error(sentence)
  })
  try {
    await migrate(database.db)
    const { staff, groups, members } = readPeople()
    const identity = await identitiesFrom(
      config.simulatorUrl,
      [...staff, ...members].map(({ user }) => user),
      groups.map(({ group }) => group),
    )
    const seeded = await seedDemo({ db: database.db, deps: wire(config, database.db, log), identity })
    console.log(
      seeded === null
        ? 'The shop is not empty: nothing was seeded.'
        : `The demo shop has ${seeded.members} people, ${seeded.touches} openings and ${seeded.orders} orders.`,
    )
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
