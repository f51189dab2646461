import { FormatRegistry, type TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { Value, type ValueError } from '@sinclair/typebox/value'

/** Which part of a request a schema describes; a refused field's pointer begins with it. */
export type Part = 'params' | 'query' | 'body'

/** Thrown for input a client can mend; answered as `request.invalid`. */
export class InvalidRequest extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message)
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
FormatRegistry.Set('uuid', (text) => UUID.test(text))
FormatRegistry.Set('uri', (text) => URL.canParse(text))
FormatRegistry.Set('date', (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)))
FormatRegistry.Set('date-time', (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)))

/**
 * A parser for one part. A body is taken as it is, so that "3" is no quantity; parameters and queries arrive as text
 * and are converted first. Throws InvalidRequest naming the first refused field.
 */
export function parserOf(part: Part, schema: TSchema): (value: unknown) => unknown {
  const check = TypeCompiler.Compile(schema)
  return (value) => {
    const given = part === 'body' ? value : Value.Convert(schema, Value.Clone(value))
    const filled = Value.Default(schema, given)
    // Finding out what is wrong costs far more than finding out that something is.
    const fault = check.Check(filled) ? undefined : check.Errors(filled).First()
    if (fault) throw new InvalidRequest(`/${part}${fault.path}`, sentence(fault))
    const nul = pointerToNul(filled, `/${part}`)
    if (nul) throw new InvalidRequest(nul, 'The text contains a NUL character.')
    return filled
  }
}

function sentence(fault: ValueError): string {
  const name = fault.path === '' ? 'The value' : `\`${fault.path.slice(1)}\``
  return `${name} is refused: ${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}.`
}

/** PostgreSQL cannot store U+0000 in text; found here, it is the client's mistake and not the server's failure. */
function pointerToNul(value: unknown, at: string): string | null {
  if (typeof value === 'string') return value.includes('\u0000') ? at : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = pointerToNul(inner, `${at}/${key}`)
    if (found) return found
  }
  return null
}
