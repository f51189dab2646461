import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EndpointFault } from '../control/fault-types'
import type { Side } from '../control/faults'
import type { World } from '../world'

export interface Call {
  readonly method: string
  /** Path with query, as it came: signatures are over it. */
  readonly url: string
  readonly query: Readonly<Record<string, string | undefined>>
  readonly params: Readonly<Record<string, string | undefined>>
  readonly headers: FastifyRequest['headers']
  /** The exact text of the body; empty where there was none. */
  readonly text: string
  /** What this call is to suffer beyond what the endpoint does for all. */
  readonly fault: EndpointFault | null
}

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** For the log: WeChat's own code where it refused, and what the call was about. */
  readonly code?: string | number
  readonly about?: string
}

export interface Endpoint {
  /** Its name in the log and in faults. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly answer: (call: Call) => Answer | Promise<Answer>
}

/** How one side of WeChat says no, and what it does to its answers last. */
export interface SideManners {
  readonly side: Side
  /** An ordered failure in this side's own way of speaking. */
  readonly failure: (fault: EndpointFault) => Answer
  /** Turns what a handler threw into an answer; rethrows what is not this side's refusal. */
  readonly refusal: (error: unknown) => Answer
  readonly finish?: (answer: Answer, call: Call) => Answer
}

const callOf = (request: FastifyRequest, fault: EndpointFault | null): Call => ({
  method: request.method,
  url: request.url,
  query: request.query as Call['query'],
  params: request.params as Call['params'],
  headers: request.headers,
  text: Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '',
  fault,
})

async function answerOf(endpoint: Endpoint, manners: SideManners, call: Call): Promise<Answer> {
  const { fault } = call
  if (fault?.kind === 'http_error' || fault?.kind === 'errcode') return manners.failure(fault)
  try {
    return await endpoint.answer(call)
  } catch (error) {
    return manners.refusal(error)
  }
}

function send(reply: FastifyReply, { status, type, body, headers }: Answer): FastifyReply {
  reply.code(status).headers({ ...headers })
  // 204 has no body and so no type.
  return status === 204 ? reply.send() : reply.type(type).send(body)
}

/** Serves one endpoint of WeChat, with the faults ordered for it, and logs the call. */
export function serve(app: FastifyInstance, world: World, manners: SideManners, endpoint: Endpoint): void {
  const { name, method, path } = endpoint
  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      const fault = world.faults.forCall(manners.side, name)
      const logged = { kind: 'call', endpoint: name, ...(fault && { fault: fault.kind }) } as const
      const breakOff = () => {
        reply.hijack()
        request.raw.socket.destroy()
        return reply
      }
      if (fault?.kind === 'timeout' || fault?.kind === 'reset') {
        world.log.add({ ...logged, status: 0 })
        if (fault.kind === 'reset') return breakOff()
        reply.hijack() // and never answer; the caller gives up, or the simulator ends
        return reply
      }
      if (fault?.kind === 'slow') await pause(fault.ms ?? 1000)
      const call = callOf(request, fault)
      const plain = await answerOf(endpoint, manners, call)
      const answer = manners.finish?.(plain, call) ?? plain
      const { status, code, about } = answer
      world.log.add({ ...logged, status, ...(code !== undefined && { code }), ...(about && { about }) })
      if (fault?.kind === 'hold') {
        reply.hijack()
        return reply
      }
      return fault?.kind === 'lost_answer' ? breakOff() : send(reply, answer)
    },
  })
}

/** A JSON answer. */
export const json = (
  status: number,
  value: unknown,
  more: Partial<Pick<Answer, 'code' | 'about' | 'headers'>> = {},
): Answer => ({ status, type: 'application/json; charset=utf-8', body: JSON.stringify(value), ...more })

/** The body as JSON, or undefined where it is none. */
export function jsonOf(call: Call): unknown {
  try {
    return JSON.parse(call.text)
  } catch {
    return undefined
  }
}
