import Fastify, { type FastifyInstance } from 'fastify'
import { serveClient } from './client/routes'
import { createClockwork } from './clockwork'
import { createFaults } from './control/faults'
import { createCallLog } from './control/log'
import { serveControl } from './control/routes'
import { serveMch } from './mch/routes'
import { refuseForeignIdentity, type SimulatorOptions } from './options'
import { loadState, saveState } from './state'
import { serveWeixin } from './weixin/routes'
import type { World } from './world'

const SAVE_MS = 100

/**
 * WeChat's servers, and the app on its users' phones, as one HTTP server: api.weixin.qq.com (`/sns`, `/cgi-bin`,
 * `/wxa`), api.mch.weixin.qq.com (`/v3`), the app (`/client`) and the testers' hand (`/control`).
 * Does not listen yet. Throws beside any appid or merchant but the test ones.
 */
export function buildSimulator(options: SimulatorOptions = {}): FastifyInstance {
  refuseForeignIdentity(options)
  const { stateFile = null, timeScale = 1, now: realNow = Date.now, push = null } = options
  const now = (): number => realNow() + world.state.clockOffsetMs
  let saving: NodeJS.Timeout | null = null

  const world: World = {
    state: loadState(stateFile),
    timeScale,
    push,
    now,
    faults: createFaults(),
    log: createCallLog(now),
    changed() {
      clockwork.arm()
      if (stateFile === null || saving !== null) return
      saving = setTimeout(save, SAVE_MS)
    },
  }
  const clockwork = createClockwork(world)
  function save(): void {
    if (saving !== null) clearTimeout(saving)
    saving = null
    if (stateFile !== null) saveState(stateFile, world.state)
  }

  // Breaking connections at the end, or a call left without answer (fault `timeout`) would hold it up.
  const app = Fastify({ forceCloseConnections: true })
  // Signatures are over the bytes as they came, whatever they call themselves.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.get('/health', async () => ({ simulator: 'ok', now: now() }))
  app.register(async (scope) => serveWeixin(scope, world))
  app.register(async (scope) => serveMch(scope, world))
  app.register(async (scope) => serveClient(scope, world))
  app.register(async (scope) => serveControl(scope, world, clockwork))
  app.addHook('onReady', async () => clockwork.arm())
  app.addHook('onClose', async () => {
    clockwork.stop()
    save()
  })
  return app
}
