import { mkdirSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { MODULES } from './modules'
import { pictureFolders } from './modules/catalogue/pictures'
import type { Deps } from './platform/deps'
import { answerBadUrl, installErrorAnswers } from './platform/http/errors'
import { readJson } from './platform/http/json'
import { installLimits } from './platform/http/limits'
import { allowLoopbackOrigins } from './platform/http/loopback-origins'
import { installOpenApi } from './platform/http/openapi'

const BODY_LIMIT_BYTES = 256 * 1024
/** A caller that trickles its request keeps a connection no longer than this; a phone in a lift is done by then. */
const REQUEST_TIMEOUT_MS = 60_000
const ONE_DAY_MS = 24 * 60 * 60 * 1000

/**
 * Of X-Forwarded-For only what the proxy in front of us added, its last address, is believed: the rest is the caller's
 * own word, and a new one for each request would undo the limits.
 */
const isOwnProxy = (_address: string, hop: number): boolean => hop === 0

/** The shop's HTTP API over the given dependencies, ready to listen. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { config } = deps
  const log: FastifyBaseLogger = deps.log
  const app = Fastify({
    loggerInstance: log,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustProxy && isOwnProxy,
    genReqId: () => deps.ids.next(),
    // A query may carry a login code, so only the path is logged, by the hook below.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerBadUrl,
  })
  installErrorAnswers(app)
  readJson(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const path = request.url.split('?')[0]
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method: request.method, path, status: reply.statusCode, ms }, 'answered')
  })
  if (config.simulated) allowLoopbackOrigins(app)
  await installLimits(app, config.rateLimit)
  await installOpenApi(app, config.publicUrl)
  await servePictures(app, config)
  for (const module of MODULES) module(app, deps)
  return app
}

/** Pictures of imported products; beside the simulator also those of the demo shop. */
async function servePictures(app: FastifyInstance, config: Deps['config']): Promise<void> {
  const [own, ...others] = pictureFolders(config)
  if (own) mkdirSync(own, { recursive: true })
  await app.register(fastifyStatic, {
    root: own ? [own, ...others] : others,
    prefix: '/pictures/',
    index: false,
    maxAge: ONE_DAY_MS,
  })
}
