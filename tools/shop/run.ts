import { parseArgs } from 'node:util'
import type { Command } from './command'
import { type OpenShop, openShop } from './open'

export interface Terminal {
  readonly env: NodeJS.ProcessEnv
  out(line: string): void
  error(line: string): void
}

/** Runs one line of `npm run shop -- …`. Answers the exit code: 0 done, 1 failed, 2 not understood. */
export async function runShopCommand(
  commands: readonly Command[],
  line: readonly string[],
  terminal: Terminal,
): Promise<number> {
  if (line.length === 0 || line[0] === 'help' || line.includes('--help')) {
    for (const text of helpLines(commands)) terminal.out(text)
    return 0
  }
  const command = commands.find(({ name }) => name === line.slice(0, name.split(' ').length).join(' '))
  if (!command) {
    terminal.error(`There is no command "${line.join(' ')}". \`npm run shop -- help\` lists them.`)
    return 2
  }
  const read = readLine(command, line)
  if (typeof read === 'string') {
    terminal.error(`${read}\nusage: npm run shop -- ${command.usage}`)
    return 2
  }
  return carryOut(command, read, terminal)
}

interface ReadLine {
  readonly positionals: string[]
  readonly values: Record<string, string | boolean | undefined>
}

function readLine(command: Command, line: readonly string[]): ReadLine | string {
  try {
    const args = line.slice(command.name.split(' ').length)
    const { positionals, values } = parseArgs({ args, options: command.options, allowPositionals: true })
    const [least, most] = command.takes
    if (positionals.length < least) return 'Something is missing.'
    if (positionals.length > most) return `"${positionals[most]}" is one too many.`
    return { positionals, values: values as ReadLine['values'] }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function carryOut(
  command: Command,
  { positionals, values }: ReadLine,
  terminal: Terminal,
): Promise<number> {
  let opened: OpenShop | undefined
  try {
    const done = await command.run({
      args: positionals,
      values,
      say: terminal.out,
      shop: async () => {
        opened ??= await openShop(terminal.env)
        return opened.deps
      },
    })
    return done ? 0 : 1
  } catch (error) {
    terminal.error(error instanceof Error ? error.message : String(error))
    return 1
  } finally {
    await opened?.close()
  }
}

function helpLines(commands: readonly Command[]): string[] {
  return [
    'npm run shop -- COMMAND',
    '',
    ...commands.flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
    '',
    'The shop is the one the server uses with the same environment: DATABASE_URL, else the database under DATA_DIR.',
  ]
}
