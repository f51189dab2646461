import { expectedSessionSignature } from '../crypto/open-data'
import type { Endpoint } from '../http/endpoint'
import { openidOf, unionidOf } from '../names'
import type { World } from '../world'
import { Errcode, fine, requireToken } from './manners'
import { requireSecret } from './token'

export const CODE_LIFE_MS = 5 * 60_000

/** GET /sns/jscode2session: a login code, once and within 5 minutes, for the user and their session_key. */
export const jscode2session = (world: World): Endpoint => ({
  name: 'jscode2session',
  method: 'GET',
  path: '/sns/jscode2session',
  answer({ query }) {
    requireSecret(query.appid, query.secret)
    if (query.grant_type !== 'authorization_code') throw new Errcode(40002, 'invalid grant_type')
    const code = world.state.loginCodes[query.js_code ?? '']
    if (code === undefined || world.now() - code.issuedAt > CODE_LIFE_MS)
      throw new Errcode(40029, 'invalid code')
    if (code.used) throw new Errcode(40163, 'code been used')
    code.used = true
    world.changed()
    const { user, sessionKey } = code
    return fine({ openid: openidOf(user), session_key: sessionKey, unionid: unionidOf(user) }, user)
  },
})

/** GET /wxa/checksession: whether this is the user's session_key in force. */
export const checkSession = (world: World): Endpoint => ({
  name: 'checksession',
  method: 'GET',
  path: '/wxa/checksession',
  answer(call) {
    requireToken(call, world)
    const { openid = '', signature, sig_method } = call.query
    if (sig_method !== 'hmac_sha256') throw new Errcode(87008, 'invalid sig_method')
    const user = world.state.users[openid]
    const session = user === undefined ? undefined : world.state.sessions[user]
    if (session === undefined || signature !== expectedSessionSignature(session.current))
      throw new Errcode(87009, 'invalid signature')
    return fine({}, user)
  },
})
