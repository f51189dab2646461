import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../../config'
import { refuse } from './errors'
import { bearerToken } from './session-hook'

const WINDOW_MS = 60_000

/**
 * Two generous limits per minute: one per address, shared by everybody behind a carrier's gateway, and one per
 * session. They are counted per process; behind a balancer each process allows its own share.
 */
export async function installLimits(app: FastifyInstance, limits: Config['rateLimit']): Promise<void> {
  await app.register(rateLimit, { global: false })
  const byAddress = app.createRateLimit({
    max: limits.perAddressPerMinute,
    timeWindow: WINDOW_MS,
    keyGenerator: (request) => `address:${request.ip}`,
  })
  const bySession = app.createRateLimit({
    max: limits.perSessionPerMinute,
    timeWindow: WINDOW_MS,
    keyGenerator: (request) =>
      `session:${createHash('sha256')
        .update(bearerToken(request) ?? '')
        .digest('base64')}`,
  })
  app.addHook('onRequest', async (request, reply) => {
    const checks = bearerToken(request) === null ? [byAddress] : [byAddress, bySession]
    for (const check of checks) {
      const verdict = await check(request)
      if (verdict.isAllowed || !verdict.isExceeded) continue
      reply.header('retry-after', verdict.ttlInSeconds)
      return refuse(reply, {
        code: 'request.too_many',
        message: `Too many requests; try again in ${verdict.ttlInSeconds} s.`,
        detail: { retryAfterSeconds: verdict.ttlInSeconds },
      })
    }
  })
}
