import { parseArgs } from 'node:util'
import { apiAt, appAt } from './story/api'
import { type FreshShop, openFreshShop } from './story/fresh-shop'
import { logIn, type Person, type Street } from './story/phone'
import { tellStory } from './story/story'

const USAGE = `npm run story                                     in a fresh shop of its own
npm run story -- --api URL --simulator URL [--manager USER]
                                                  in a running, simulated shop; USER is a manager's name in the
                                                  simulator (zhou-min, the demo shop's)`

/** Plays the road from a card in a group to a credited order and exits with 1 on any deviation. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      api: { type: 'string' },
      simulator: { type: 'string' },
      manager: { type: 'string', default: 'zhou-min' },
      help: { type: 'boolean' },
    },
  })
  const { api, simulator, manager, help } = values
  if (help || (api === undefined) !== (simulator === undefined)) {
    console.log(USAGE)
    process.exitCode = help ? 0 : 2
    return
  }
  const began = Date.now()
  const deviations =
    api !== undefined && simulator !== undefined
      ? await inRunningShop(api, simulator, manager)
      : await inFreshShop()
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  for (const deviation of deviations) console.error(`✗ ${deviation}`)
  if (deviations.length > 0) process.exitCode = 1
  else console.log(`\n✓ five orders, two workbenches and the ledger are as they must be (${seconds} s)`)
}

const streetAt = (api: string, simulator: string): Street => ({
  api: apiAt(api),
  app: appAt(simulator),
  run: Date.now().toString(36),
})

async function inRunningShop(api: string, simulator: string, manager: string): Promise<string[]> {
  const street = streetAt(api, simulator)
  return tellStory(street, await logIn(street, '店长', manager), (line) => console.log(line))
}

async function inFreshShop(): Promise<string[]> {
  const shop = await openFreshShop()
  try {
    const street = streetAt(shop.apiUrl, shop.simulatorUrl)
    const manager = await firstManager(shop, street)
    const deviations = await tellStory(street, manager, (line) => console.log(line))
    console.log()
    for (const command of ['audit', 'replay']) {
      for (const line of await shop.command(command)) console.log(line)
    }
    return deviations
  } finally {
    await shop.close()
  }
}

/** The first manager comes from the shop's terminal. */
async function firstManager(shop: FreshShop, street: Street): Promise<Person> {
  const options = ['--name', '周敏', '--title', '店长', '--role', 'manager']
  const said = await shop.command('staff', 'invite', ...options)
  const code = said.flatMap((line) => /^\s*code\s+(\S+)/.exec(line)?.[1] ?? [])[0]
  if (code === undefined) throw new Error(`no invitation code in:\n${said.join('\n')}`)
  const manager = await logIn(street, '周敏', `story-zhou-${street.run}`)
  await street.api('POST /staff/join', { token: manager.token, body: { code } })
  return manager
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
