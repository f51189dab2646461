import { payNotification } from '@contract/order'
import type { Config } from '../config'
import { sessionFinder } from '../modules/session/finder'
import { createMiniProgram } from '../wechat/mini-program'
import { createWeChatPay } from '../wechat/pay/client'
import { type Clock, shiftableClock, systemClock } from './clock'
import { keysFrom } from './crypto'
import type { Db } from './database'
import type { Deps } from './deps'
import { timeOrderedIds } from './ids'
import { jobHandlers } from './jobs/handlers'
import type { Log } from './log'
import { cryptoRandom } from './random'
import { shopSecret } from './shop-secret'

/** The shop's dependencies as its configuration says. Only beside the simulator can the clock be moved. */
export function wire(
  config: Config,
  db: Db,
  log: Log,
  clock: Clock = config.simulated ? shiftableClock() : systemClock,
): Deps {
  const random = cryptoRandom
  const keys = keysFrom(shopSecret(config, random), random)
  const now = () => clock.now()
  return {
    config,
    db,
    log,
    clock,
    random,
    keys,
    ids: timeOrderedIds(clock, random),
    sessions: sessionFinder(db, keys),
    jobs: jobHandlers(),
    miniProgram: createMiniProgram({
      appid: config.wechat.appid,
      secret: config.wechat.secret,
      baseUrl: config.wechat.apiBase,
      now,
    }),
    pay: createWeChatPay({
      mchid: config.pay.mchid,
      appid: config.wechat.appid,
      serialNo: config.pay.serialNo,
      privateKeyPem: config.pay.privateKey,
      apiV3Key: config.pay.apiV3Key,
      verifiers: config.pay.verifiers,
      baseUrl: config.pay.apiBase,
      notifyUrl: `${config.pay.notifyBase}${payNotification.path}`,
      now,
      nonce: () => random.bytes(16).toString('hex'),
    }),
  }
}
