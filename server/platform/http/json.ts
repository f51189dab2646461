import type { FastifyInstance } from 'fastify'

/**
 * Reads JSON bodies. An empty one is no body, not a broken one: mini-programs name JSON on every request, also where
 * there is nothing to send; a route that wants a body says so itself. Keys that would reach a prototype are refused.
 */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') done(null, undefined)
    else parse(request, String(text), done)
  })
}
