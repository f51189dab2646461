import { ERROR_STATUS, ErrorBody, type ErrorCode } from '@contract/errors'
import type { Role, RouteSpec } from '@contract/route'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifySchema } from 'fastify'

const EVERY_ROUTE: readonly ErrorCode[] = [
  'request.invalid',
  'request.too_many',
  'server.unavailable',
  'server.failed',
]

const BY_ROLE: Record<Role, readonly ErrorCode[]> = {
  anyone: [],
  member: ['session.missing', 'session.expired'],
  staff: ['session.missing', 'session.expired', 'thing.not_found'],
  manager: ['session.missing', 'session.expired', 'thing.not_found'],
  wechat: [],
  simulation: ['simulation.off'],
}

/** A route's part of the OpenAPI document, with every refusal it can give. */
export function routeSchema(route: RouteSpec): FastifySchema {
  const codes = [...EVERY_ROUTE, ...BY_ROLE[route.role], ...(route.errors ?? [])]
  if (route.body) codes.push('request.too_large')
  const needsSession = ['member', 'staff', 'manager'].includes(route.role)
  return {
    summary: route.summary,
    tags: [route.path.split('/')[1] ?? ''],
    security: needsSession ? [{ session: [] }] : [],
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    response: { 200: answerSchema(route), ...refusalSchemas(codes) },
    ...{ 'x-role': route.role },
  }
}

function answerSchema(route: RouteSpec) {
  const { contentMediaType } = route.response
  if (typeof contentMediaType !== 'string') return { description: 'Done', ...route.response }
  return {
    description: 'Done',
    content: { [contentMediaType]: { schema: { type: 'string', format: 'binary' } } },
  }
}

function refusalSchemas(codes: readonly ErrorCode[]) {
  const byStatus = new Map<number, Set<ErrorCode>>()
  for (const code of codes) {
    const status = ERROR_STATUS[code]
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  }
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [status, { description: [...of].join(' · '), $ref: 'Error#' }]),
  )
}

/** OpenAPI 3.1 at /openapi.json, readable at /docs. Must be registered before the routes it describes. */
export async function installOpenApi(app: FastifyInstance, serverUrl: string): Promise<void> {
  app.addSchema(ErrorBody)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '群店 Qundian',
        version: '1',
        description:
          'Amounts are whole fen, moments are milliseconds since 1970. `x-role` says who may call.',
      },
      servers: [{ url: serverUrl }],
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    },
    refResolver: { buildLocalReference: (schema, _base, _fragment, i) => String(schema.$id ?? `def-${i}`) },
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
