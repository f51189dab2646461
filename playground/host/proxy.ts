import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Headers that belong to one connection and are not passed on. */
const OWN_CONNECTION = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'transfer-encoding',
])

/** Passes everything below `prefix` on to `target`, so that the browser meets one origin only. */
export function passOn(app: FastifyInstance, prefix: string, target: string): void {
  app.all(`${prefix}/*`, (request, reply) =>
    forward(request, reply, target + request.url.slice(prefix.length)),
  )
}

async function forward(request: FastifyRequest, reply: FastifyReply, url: string): Promise<FastifyReply> {
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !OWN_CONNECTION.has(name) ? [[name, value]] : [],
  )
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  try {
    const answer = await fetch(url, {
      method: request.method,
      headers,
      body: hasBody && Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : undefined,
      redirect: 'manual',
    })
    answer.headers.forEach((value, name) => {
      if (!OWN_CONNECTION.has(name)) reply.header(name, value)
    })
    return reply.code(answer.status).send(Buffer.from(await answer.arrayBuffer()))
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    return reply
      .code(502)
      .header('x-playground', 'unreachable')
      .send({ message: `${url}: ${cause}` })
  }
}
