import { Type } from '@sinclair/typebox'
import { randomText } from '../crypto/random'
import type { Endpoint } from '../http/endpoint'
import { json } from '../http/endpoint'
import { APP_SECRET, APPID } from '../identity'
import type { World } from '../world'
import { bodyOf, Errcode } from './manners'

const LIFE_MS = 7_200_000
const EARLY_MS = 5 * 60_000
const Body = Type.Object({
  grant_type: Type.Literal('client_credential'),
  appid: Type.String(),
  secret: Type.String(),
  force_refresh: Type.Optional(Type.Boolean()),
})

/** Refuses any mini-program but the test one, and a wrong secret. */
export function requireSecret(appid: string | undefined, secret: string | undefined): void {
  if (appid !== APPID) throw new Errcode(40013, 'invalid appid')
  if (secret !== APP_SECRET) throw new Errcode(40125, 'invalid appsecret')
}

/** POST /cgi-bin/stable_token: the same token with its remaining life, a new one 5 minutes before its end. */
export const stableToken = (world: World): Endpoint => ({
  name: 'stable_token',
  method: 'POST',
  path: '/cgi-bin/stable_token',
  answer(call) {
    const body = bodyOf(call, Body)
    requireSecret(body.appid, body.secret)
    const held = world.state.token
    const isGood = held !== null && world.now() < held.expiresAt - EARLY_MS
    const token =
      isGood && !body.force_refresh
        ? held
        : { value: `SIM_${randomText(132)}`, expiresAt: world.now() + LIFE_MS }
    world.state.token = token
    world.changed()
    return json(200, {
      access_token: token.value,
      expires_in: Math.floor((token.expiresAt - world.now()) / 1000),
    })
  },
})
