import { DrizzleQueryError } from 'drizzle-orm/errors'
import pino, { type DestinationStream, type Logger } from 'pino'

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

/** Of a refused row or parameter PostgreSQL repeats the values here. */
const FIELDS_WITH_VALUES = ['params', 'detail', 'where', 'internalQuery']

/**
 * A failure as the log tells it. Whoever's statement failed, their name, phone or session stood among its values:
 * Drizzle writes them into message and stack, PostgreSQL into fields of its own.
 */
function errorWithoutValues(error: Error): object {
  const told = Object.entries(pino.stdSerializers.err(error))
  const given = valuesGivenTo(error)
  const hidden = (text: string) => given.reduce((rest, values) => rest.replaceAll(values, '[hidden]'), text)
  return Object.fromEntries(
    told
      .filter(([field]) => !FIELDS_WITH_VALUES.includes(field))
      .map(([field, value]) => [field, typeof value === 'string' ? hidden(value) : value]),
  )
}

/** The values of failed statements as Drizzle writes them into a message, through all causes of an error. */
function valuesGivenTo(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const own = error instanceof DrizzleQueryError && error.params.length > 0 ? [`params: ${error.params}`] : []
  return [...own, ...valuesGivenTo(error.cause)]
}

/** Lines of JSON, on standard output unless told otherwise. */
export function createLog(level: string, into: DestinationStream = pino.destination(1)): Log {
  const redact = { paths: redactedPaths, censor: '[hidden]' }
  return pino({ level, redact, serializers: { err: errorWithoutValues } }, into)
}
