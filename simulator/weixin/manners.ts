import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { type Answer, type Call, json, jsonOf, type SideManners } from '../http/endpoint'
import type { World } from '../world'

/** api.weixin.qq.com refuses with HTTP 200 and an errcode. */
export class Errcode extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}

const refused = (errcode: number, errmsg: string): Answer => json(200, { errcode, errmsg }, { code: errcode })

export const WEIXIN: SideManners = {
  side: 'weixin',
  failure: (fault) =>
    fault.kind === 'errcode'
      ? refused(fault.errcode ?? -1, fault.message ?? 'system error')
      : { ...json(fault.status ?? 500, ''), body: 'Internal Server Error', type: 'text/plain' },
  refusal: (error) => {
    if (error instanceof Errcode) return refused(error.errcode, error.message)
    throw error
  },
}

/** A good answer, `errcode` 0 included. */
export const fine = (value: object = {}, about?: string): Answer =>
  json(200, { errcode: 0, errmsg: 'ok', ...value }, about === undefined ? {} : { about })

/** The body in the shape asked for, else errcode 47001. */
export function bodyOf<S extends TSchema>(call: Call, shape: S): Static<S> {
  const value = jsonOf(call)
  if (Value.Check(shape, value)) return value
  throw new Errcode(47001, 'data format error')
}

/** Refuses a call without the access token in force: 41001 none, 42001 run out, 40001 any other. */
export function requireToken(call: Call, world: World): void {
  const given = call.query.access_token
  const { token } = world.state
  if (!given) throw new Errcode(41001, 'access_token missing')
  if (token === null || given !== token.value)
    throw new Errcode(40001, 'invalid credential, access_token is invalid')
  if (world.now() >= token.expiresAt) throw new Errcode(42001, 'access_token expired')
}
