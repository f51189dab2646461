import { Type } from '@sinclair/typebox'
import { randomSessionKey, randomText } from '../crypto/random'
import type { Endpoint } from '../http/endpoint'
import { openidOf } from '../names'
import type { World } from '../world'
import { bodyOf, done } from './manners'
import { Name } from './names'

const KEPT_MS = 3_600_000
const Body = Type.Object({ user: Name })

/** Codes an hour past their life are forgotten, so that a long-lived state file stays small. */
function forgetOldCodes(world: World): void {
  for (const codes of [world.state.loginCodes, world.state.phoneCodes])
    for (const [code, { issuedAt }] of Object.entries(codes))
      if (world.now() - issuedAt > KEPT_MS) delete codes[code]
}

/** POST /client/login { user } → { code }: `wx.login`. The user's session_key is a new one from here on. */
export const login = (world: World): Endpoint => ({
  name: 'client_login',
  method: 'POST',
  path: '/client/login',
  answer(call) {
    const { user } = bodyOf(call, Body)
    const { state } = world
    const code = `0${randomText(31)}`
    const sessionKey = randomSessionKey()
    forgetOldCodes(world)
    state.loginCodes[code] = { user, sessionKey, issuedAt: world.now(), used: false }
    state.sessions[user] = { current: sessionKey, previous: state.sessions[user]?.current ?? null }
    state.users[openidOf(user)] = user
    world.changed()
    return done('login', { code }, user)
  },
})

/** POST /client/phone-code { user } → { code }: a tap on the phone button. Not a login code. */
export const phoneCode = (world: World): Endpoint => ({
  name: 'client_phone_code',
  method: 'POST',
  path: '/client/phone-code',
  answer(call) {
    const { user } = bodyOf(call, Body)
    const code = randomText(64)
    world.state.phoneCodes[code] = { user, issuedAt: world.now(), used: false }
    world.changed()
    return done('getPhoneNumber', { code }, user)
  },
})
