import { COMMANDS } from './shop/commands'
import { runShopCommand } from './shop/run'

/** `npm run shop -- …`: what a merchant does from a terminal. */
async function main(): Promise<void> {
  process.exitCode = await runShopCommand(COMMANDS, process.argv.slice(2), {
    env: process.env,
    out: (line) => console.log(line),
    error: (line) => console.error(line),
  })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
