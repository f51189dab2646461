import { ERROR_STATUS, type ErrorBody, type Refusal } from '@contract/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway, isWorthRetrying } from '../sql-errors'
import { NOT_FOUND } from './session-hook'
import { InvalidRequest } from './validate'

/** Answers a refusal with its code's status. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { code, message, field, detail } = refusal
  const body: ErrorBody = { code, message, ...(field && { field }), ...(detail !== undefined && { detail }) }
  // Sent as text: a refusal has one shape everywhere, whatever the route's own schema says.
  return reply.status(ERROR_STATUS[code]).type('application/json; charset=utf-8').send(JSON.stringify(body))
}

/** Every failure on the way of a request ends here as one of the stable codes; internals go to the log only. */
export function installErrorAnswers(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, NOT_FOUND))
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal) return refuse(reply, refusal)
    if (isDatabaseAway(error)) {
      request.log.error({ err: error }, 'the database is away')
      return refuse(reply, {
        code: 'server.unavailable',
        message: 'The database cannot be reached for the moment; try again.',
      })
    }
    request.log.error({ err: error }, 'request failed')
    return refuse(reply, {
      code: 'server.failed',
      message: `The server failed; its log names the cause under request ${request.id}.`,
      detail: { requestId: request.id },
    })
  })
}

/** What Fastify refuses before it knows a route: a path that cannot be decoded. */
export function answerBadUrl(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  refuse(reply, { code: 'request.invalid', message: 'The path cannot be decoded.', field: '/params' })
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof InvalidRequest) {
    return { code: 'request.invalid', message: error.message, field: error.field }
  }
  if (isWorthRetrying(error)) {
    return { code: 'conflict.retry', message: 'Too many changes met at once; nothing was saved, try again.' }
  }
  if (!(error instanceof Error)) return null
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) {
    return { code: 'request.too_large', message: 'The body is larger than this route accepts.' }
  }
  if (status === 415) {
    return { code: 'request.invalid', message: 'The body must be application/json.', field: '/body' }
  }
  // A picture's path that leads out of its folder, or that no file could have: there is no such picture.
  if (status === 403 || (status === 400 && error.name === 'BadRequestError')) return NOT_FOUND
  // What Fastify itself refuses before a handler runs: malformed JSON or a wrong length.
  const isRequestFault =
    error instanceof SyntaxError || ('code' in error && String(error.code).startsWith('FST_ERR_'))
  if (status === 400 && isRequestFault) {
    return { code: 'request.invalid', message: 'The body cannot be read as JSON.', field: '/body' }
  }
  return null
}
