import type { SessionView, StaffSelf } from '@contract/session'
import { ok, type Result, refuse } from '@domain/result'
import { create } from 'zustand'
import { serverNow } from './clock'
import { type ApiError, send } from './http'
import { loginCode } from './identity'
import { withLoginLock } from './login-lock'
import { forget, keep, recall } from './storage'

/** The open session, or null. In Moments' single page there never is one: `isPossible` is false. */
interface SessionState {
  readonly session: SessionView | null
  readonly isPossible: boolean
}

const KEY = 'session'
const VERSION = 1
/** A session this close to its end is renewed before it is used. */
const MARGIN_MS = 60_000

export const useSession = create<SessionState>()(() => ({
  session: recall<SessionView>(KEY, VERSION),
  isPossible: true,
}))

export const selectStaff = (s: SessionState): StaffSelf | null => s.session?.staff ?? null
export const selectMemberId = (s: SessionState): string | null => s.session?.memberId ?? null

/** Moments' single page has no login: nothing asks for a session while it stands. */
export function allowSession(isPossible: boolean): void {
  const before = useSession.getState()
  if (before.isPossible === isPossible) return
  useSession.setState({ session: isPossible ? recall<SessionView>(KEY, VERSION) : null, isPossible })
}

/** Another person holds the phone from here on (a tester's persona): their login is their own. */
export const dropSession = (): void => hold(null)

/** The session that stands now, without asking anybody. */
export function heldSession(): SessionView | null {
  const { session } = useSession.getState()
  return session && session.expiresAt - serverNow() > MARGIN_MS ? session : null
}

function hold(session: SessionView | null): void {
  useSession.setState({ session })
  if (session) keep(KEY, VERSION, session)
  else forget(KEY)
}

/** A staff member's post changed, by an invitation accepted just now. */
export function noteStaff(staff: StaffSelf): void {
  const { session } = useSession.getState()
  if (session) hold({ ...session, staff })
}

let opening: Promise<Result<SessionView, ApiError>> | null = null

/** A live session: the one that stands, else a new login. Callers at the same moment share one login. */
export function ensureSession(): Promise<Result<SessionView, ApiError>> {
  const held = heldSession()
  return held ? Promise.resolve(ok(held)) : open()
}

/** The shop refused `deadToken`: log in anew, unless somebody already did. */
export function renewSession(deadToken: string | null): Promise<Result<SessionView, ApiError>> {
  const held = heldSession()
  if (held && held.token !== deadToken) return Promise.resolve(ok(held))
  if (!opening) hold(null)
  return open()
}

function open(): Promise<Result<SessionView, ApiError>> {
  opening ??= withLoginLock(login).finally(() => {
    opening = null
  })
  return opening
}

async function login(): Promise<Result<SessionView, ApiError>> {
  if (!useSession.getState().isPossible) {
    return refuse({ code: 'session.missing', message: 'There is no login in single-page mode' })
  }
  let answer = await exchange()
  // A code is good for five minutes and once; a second one mends a slow start.
  if (!answer.ok && answer.error.code === 'login.code_invalid') answer = await exchange()
  if (answer.ok) hold(answer.value)
  return answer
}

async function exchange(): Promise<Result<SessionView, ApiError>> {
  const code = await loginCode()
  if (!code.ok) return refuse({ code: 'network', reason: 'unreadable', message: code.error.reason })
  return send<SessionView>({ method: 'POST', path: '/sessions', body: { code: code.value } })
}
