/** The five-character SQLSTATE of a failed statement, also when Drizzle has wrapped the driver's error. */
export function sqlState(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code
  }
  return null
}

/** PostgreSQL's own advice for these two is to run the whole transaction again. */
export const isWorthRetrying = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '')

/** True where a unique key refused the row; `constraint` narrows it to one key. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false
  if (constraint === undefined) return true
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('constraint' in at && at.constraint === constraint) return true
  }
  return false
}

/** SQLSTATE classes of a connection that failed, of a server that stops or starts, and of one with no room left. */
const AWAY_STATES = /^(08...|57P0[123]|53300)$/
const AWAY_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
])
const SOCKET_CALLS: ReadonlySet<unknown> = new Set(['connect', 'read', 'write'])
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect)/

/** Whether the database could not be reached or went away: nothing is wrong with the request. */
export function isDatabaseAway(error: unknown): boolean {
  if (AWAY_STATES.test(sqlState(error) ?? '')) return true
  for (let at = error; isFailure(at); at = at.cause) {
    if (SOCKET_CALLS.has(at.syscall) && AWAY_CODES.has(at.code)) return true
    if (AWAY_WORDS.test(String(at.message))) return true
  }
  return false
}

interface Failure {
  readonly message?: unknown
  readonly code?: unknown
  readonly syscall?: unknown
  readonly cause?: unknown
}

const isFailure = (thing: unknown): thing is Failure => typeof thing === 'object' && thing !== null
