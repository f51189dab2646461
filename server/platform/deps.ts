import type { Config } from '../config'
import type { MiniProgram } from '../wechat/mini-program'
import type { WeChatPay } from '../wechat/pay/client'
import type { SessionFinder } from './caller'
import type { Clock } from './clock'
import type { Keys } from './crypto'
import type { Db } from './database'
import type { Ids } from './ids'
import type { JobHandlers } from './jobs/handlers'
import type { Log } from './log'
import type { Random } from './random'

/** Everything a module may reach for. Tests build it by hand; `wiring.ts` builds it from the configuration. */
export interface Deps {
  readonly db: Db
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  readonly keys: Keys
  readonly sessions: SessionFinder
  readonly jobs: JobHandlers
  readonly miniProgram: MiniProgram
  readonly pay: WeChatPay
  readonly config: Config
  readonly log: Log
}
