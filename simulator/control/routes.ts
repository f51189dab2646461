import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Name } from '../client/names'
import type { Clockwork } from '../clockwork'
import { merchantKit, PUSH_AES_KEY, PUSH_TOKEN } from '../identity'
import { isLoopback } from '../mch/loopback'
import { openidOf } from '../names'
import { announcePush } from '../push/events'
import { emptyState } from '../state'
import type { World } from '../world'
import { Fault } from './fault-types'

class NotUnderstood extends Error {}

function read<S extends TSchema>(body: unknown, shape: S): Static<S> {
  let value: unknown = {}
  try {
    if (Buffer.isBuffer(body) && body.length > 0) value = JSON.parse(body.toString('utf8'))
  } catch {
    throw new NotUnderstood('the body is not JSON')
  }
  if (Value.Check(shape, value)) return value
  const fault = Value.Errors(shape, value).First()
  throw new NotUnderstood(`${fault?.path || '/'}: ${fault?.message}`)
}

const Target = Type.Object({
  url: Type.String(),
  token: Type.Optional(Type.String({ minLength: 3, maxLength: 32 })),
  aesKey: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9]{43}$' })),
  mode: Type.Optional(Type.Union([Type.Literal('plain'), Type.Literal('secure')])),
  format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('xml')])),
})
/** Any message or event, as if `user` had caused it. */
const PushOrder = Type.Object({ user: Name, fields: Type.Record(Type.String(), Type.Unknown()) })

const clockView = (world: World) => ({ now: world.now(), offsetMs: world.state.clockOffsetMs })

/** How testers make WeChat misbehave. Sends no CORS headers: pages of other origins cannot steer it. */
export async function serveControl(app: FastifyInstance, world: World, clockwork: Clockwork): Promise<void> {
  app.setErrorHandler((error, _request, reply: FastifyReply) => {
    if (error instanceof NotUnderstood) return reply.code(400).send({ error: error.message })
    throw error
  })
  app.get('/control/merchant-kit', async () => merchantKit())

  app.get('/control/faults', async () => ({ faults: world.faults.list() }))
  app.post('/control/faults', async ({ body }) => {
    const { faults } = read(body, Type.Object({ faults: Type.Array(Fault) }))
    world.faults.add(faults)
    return { faults: world.faults.list() }
  })
  app.delete('/control/faults', async () => {
    world.faults.clear()
    return { faults: [] }
  })

  app.get<{ Querystring: { since?: string } }>('/control/log', async ({ query }) => ({
    entries: world.log.read(Number(query.since ?? 0)),
  }))
  app.get('/control/pending', async () => ({
    notifications: Object.values(world.state.notifications).map(
      ({ id, event, about, attempt, dueAt, isHeld }) => ({ id, event, about, attempt, dueAt, isHeld }),
    ),
  }))

  app.get('/control/clock', async () => clockView(world))
  app.post('/control/clock', async ({ body }) => {
    world.state.clockOffsetMs = read(body, Type.Object({ offsetMs: Type.Integer() })).offsetMs
    world.changed()
    return clockView(world)
  })
  app.post('/control/signing', async ({ body }) => {
    const mode = Type.Union([Type.Literal('public_key'), Type.Literal('certificate')])
    world.state.signing = read(body, Type.Object({ mode })).mode
    world.changed()
    return { mode: world.state.signing }
  })
  app.post('/control/retries', async ({ body }) => {
    const list = Type.Array(Type.Number({ minimum: 0 }))
    world.state.retryMs = read(body, Type.Object({ retryMs: Type.Union([list, Type.Null()]) })).retryMs
    world.changed()
    return { retryMs: world.state.retryMs }
  })
  app.get('/control/push-target', async () => ({ target: world.push }))
  app.post('/control/push-target', async ({ body }) => {
    const { target } = read(body, Type.Object({ target: Type.Union([Target, Type.Null()]) }))
    if (target !== null && !isLoopback(target.url)) throw new NotUnderstood('/target/url: loopback only')
    world.push = target && {
      token: PUSH_TOKEN,
      aesKey: PUSH_AES_KEY,
      mode: 'secure',
      format: 'json',
      ...target,
    }
    return { target: world.push }
  })
  app.post('/control/push', async ({ body }) => {
    const { user, fields } = read(body, PushOrder)
    announcePush(world, openidOf(user), fields, user)
    return { pending: Object.keys(world.state.pushes).length }
  })
  app.post('/control/flush', async () => ({ sent: await clockwork.flush() }))
  app.post('/control/reset', async () => {
    world.state = emptyState()
    world.faults.clear()
    world.log.clear()
    world.changed()
    return { reset: true }
  })
}
