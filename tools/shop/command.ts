import type { ParseArgsConfig } from 'node:util'
import type { Deps } from '../../server/platform/deps'

export type Values = Readonly<Record<string, string | boolean | undefined>>

/** What a command is given to work with. */
export interface Work {
  readonly args: readonly string[]
  readonly values: Values
  /** Opens the shop's database, the running one or its own, at the first call; it is closed for the command. */
  shop(): Promise<Deps>
  say(line: string): void
}

/** One command of `npm run shop -- …`. To add one, write it in this folder and name it in `commands.ts`. */
export interface Command {
  /** The words that call it, such as `import products`. */
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [number, number]
  readonly options?: ParseArgsConfig['options']
  /** False where it failed for a reason it has said: the program then ends with 1. */
  run(work: Work): Promise<boolean>
}
