import type { Refusal } from '@contract/errors'
import type { Role } from '@contract/route'
import type { FastifyRequest } from 'fastify'
import { type Caller, GUEST, type SessionFinder } from '../caller'

/** What the bearer token of a request amounts to. */
export interface Resolved {
  readonly caller: Caller
  readonly hadExpired: boolean
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,512})$/i

export const bearerToken = (request: FastifyRequest): string | null =>
  BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null

/** Looks the token up. A missing, malformed or unknown one makes a guest. */
export async function resolveCaller(
  request: FastifyRequest,
  sessions: SessionFinder,
  nowMs: number,
): Promise<Resolved> {
  const token = bearerToken(request)
  if (token === null) return { caller: GUEST, hadExpired: false }
  const found = await sessions.find(token, nowMs)
  return typeof found === 'string'
    ? { caller: GUEST, hadExpired: found === 'expired' }
    : { caller: found, hadExpired: false }
}

/**
 * Whether the caller may use a route of this role. Without a live session the answer is 401, so that the client logs
 * in and tries again; a member without the post gets 404, as for a route that does not exist.
 */
export function roleRefusal(role: Role, { caller, hadExpired }: Resolved): Refusal | null {
  if (role === 'anyone' || role === 'wechat' || role === 'simulation') return null
  if (caller.kind === 'guest') {
    return hadExpired
      ? { code: 'session.expired', message: 'The session has ended; log in again.' }
      : { code: 'session.missing', message: 'This needs a session; log in first.' }
  }
  if (role === 'member') return null
  const suffices = caller.staff !== undefined && (role === 'staff' || caller.staff.role === 'manager')
  return suffices ? null : NOT_FOUND
}

export const NOT_FOUND: Refusal = { code: 'thing.not_found', message: 'There is no such thing.' }
