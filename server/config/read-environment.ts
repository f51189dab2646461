import { Value } from '@sinclair/typebox/value'
import { Environment, type EnvironmentKey, isSecret } from './environment'

export type RawEnvironment = Readonly<Record<string, string | undefined>>

/** The variables that are set and well-formed; each other one adds a sentence to `faults`. Empty text counts as unset. */
export function readEnvironment(raw: RawEnvironment, faults: string[]): Environment {
  const known: Record<string, string> = {}
  for (const key of Object.keys(Environment.properties) as EnvironmentKey[]) {
    const value = raw[key]?.trim()
    if (value === undefined || value === '') continue
    const schema = Environment.properties[key]
    const { minimum, maximum, expected } = schema
    const isInRange = minimum === undefined || (Number(value) >= minimum && Number(value) <= maximum)
    if (Value.Check(schema, value) && isInRange) known[key] = value
    else faults.push(`${key} must be ${expected ?? 'text'}${isSecret(key) ? '' : `, not "${value}"`}`)
  }
  return known
}
