import pino, { type Logger } from 'pino'

export type Log = Logger

/** Names that never reach a log, wherever they stand in an object of up to three levels. */
const SECRET_NAMES = [
  'authorization',
  'token',
  'code',
  'session_key',
  'sessionKey',
  'sealedSessionKey',
  'encryptedData',
  'iv',
  'paySign',
  'phone',
  'secret',
]

const redactedPaths = SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]).filter(
  // An error's own code (`err.code`: ECONNREFUSED, 23505) is no login code.
  (path) => path !== '*.code',
)

/** Lines of JSON on standard output. */
export function createLog(level: string): Log {
  return pino({ level, redact: { paths: redactedPaths, censor: '[hidden]' } })
}
