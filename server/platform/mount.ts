import type { IncomingHttpHeaders } from 'node:http'
import type { Refusal } from '@contract/errors'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteSpec } from '@contract/route'
import type { Result } from '@domain/result'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CallerOf } from './caller'
import type { Deps } from './deps'
import { refuse } from './http/errors'
import { routeSchema } from './http/openapi'
import { type Resolved, resolveCaller, roleRefusal } from './http/session-hook'
import { type Part, parserOf } from './http/validate'

/** One request, validated and typed by its route. */
export interface Call<R extends RouteSpec> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  /** As the role promises: a member on `member` routes, with a post on `staff` and `manager` routes. */
  readonly caller: CallerOf<R['role']>
  /** One moment for the whole request. */
  readonly nowMs: number
  readonly ip: string
  readonly requestId: string
  readonly headers: IncomingHttpHeaders
  /** The bytes as they came, on `wechat` routes, whose signatures cover them; empty elsewhere. */
  readonly rawBody: Buffer
}

/** Refusals are answered by their code's status; an exception is answered as `server.failed`. */
export type Handler<R extends RouteSpec> = (call: Call<R>) => Promise<Result<ResponseOf<R>, Refusal>>

declare module 'fastify' {
  interface FastifyRequest {
    resolved: Resolved
  }
}

/**
 * Serves a contract route. Sessions and roles are looked at before the body is read, and the body is validated
 * before the handler runs; an answer that breaks the contract is a failure. `response: Type.Uint8Array({ contentMediaType: 'image/png' })` answers bytes.
 */
export function mount<const R extends RouteSpec>(
  app: FastifyInstance,
  deps: Deps,
  route: R,
  handler: Handler<R>,
): void {
  const parsers = {
    params: route.params && parserOf('params', route.params),
    query: route.query && parserOf('query', route.query),
    body: route.body && route.role !== 'wechat' ? parserOf('body', route.body) : undefined,
  }
  const promised = TypeCompiler.Compile(route.response)
  const parsed = (part: Part, value: unknown) => parsers[part]?.(value)

  const admit = async (request: FastifyRequest, reply: FastifyReply) => {
    if (route.role === 'simulation' && !deps.config.simulated) {
      return refuse(reply, { code: 'simulation.off', message: 'This exists only beside the simulator.' })
    }
    request.resolved = await resolveCaller(request, deps.sessions, deps.clock.now())
    const refusal = roleRefusal(route.role, request.resolved)
    return refusal ? refuse(reply, refusal) : undefined
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const call = {
      params: parsed('params', request.params),
      query: parsed('query', request.query),
      body: parsed('body', request.body),
      caller: request.resolved.caller,
      nowMs: deps.clock.now(),
      ip: request.ip,
      requestId: request.id,
      headers: request.headers,
      rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    } as Call<R> // The parsers have just proven the parts, and `admit` the caller.
    const result = await handler(call)
    if (!result.ok) return refuse(reply, result.error)
    if (result.value instanceof Uint8Array) {
      return reply.type(String(route.response.contentMediaType)).send(Buffer.from(result.value))
    }
    if (!promised.Check(result.value)) {
      const fault = promised.Errors(result.value).First()
      throw new Error(
        `${route.method} ${route.path} answers against its contract at ${fault?.path}: ${fault?.message}`,
      )
    }
    return reply.send(result.value)
  }

  const serve = (scope: FastifyInstance) =>
    scope.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.bodyLimit,
      schema: routeSchema(route),
      // Parts are parsed above, by the same schemas that OpenAPI shows.
      validatorCompiler: () => () => true,
      onRequest: admit,
      handler: answer,
    })

  if (route.role !== 'wechat') {
    serve(app)
    return
  }
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
    serve(scope)
  })
}
