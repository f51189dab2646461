import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { type Answer, type Call, json, jsonOf, type SideManners } from '../http/endpoint'

/**
 * The WeChat app answers `{ errMsg: "api:ok", … }`, or `{ errMsg: "api:fail why", errCode }` with HTTP 400 here,
 * so that a caller may go by either.
 */
export class AppFailure extends Error {
  constructor(
    message: string,
    readonly errCode = -1,
  ) {
    super(message)
  }
}

const failed = (errMsg: string, errCode: number): Answer => json(400, { errMsg, errCode }, { code: errCode })

export const APP: SideManners = {
  side: 'client',
  failure: (fault) =>
    fault.kind === 'errcode'
      ? failed(fault.message ?? 'fail', fault.errcode ?? -1)
      : json(fault.status ?? 500, { errMsg: fault.message ?? 'fail' }),
  refusal: (error) => {
    if (error instanceof AppFailure) return failed(error.message, error.errCode)
    throw error
  },
}

/** What the app's API gives on success. */
export const done = (api: string, value: object, about?: string): Answer =>
  json(200, { errMsg: `${api}:ok`, ...value }, about === undefined ? {} : { about })

/** The body in the shape asked for, else a failure naming the first wrong field. */
export function bodyOf<S extends TSchema>(call: Call, shape: S): Static<S> {
  const value = jsonOf(call)
  if (Value.Check(shape, value)) return value
  const fault = Value.Errors(shape, value).First()
  throw new AppFailure(`fail invalid body ${fault?.path ?? '/'}: ${fault?.message ?? ''}`)
}
