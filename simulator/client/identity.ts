import { type Endpoint, json } from '../http/endpoint'
import { groupOpenidOf, NAME, opengidOf, openidOf, phoneOf, unionidOf } from '../names'
import { AppFailure } from './manners'

/** GET /client/identity?user=&group=: what WeChat calls a user and a group of these names. Needs no login. */
export const identity = (): Endpoint => ({
  name: 'client_identity',
  method: 'GET',
  path: '/client/identity',
  answer({ query: { user, group } }) {
    for (const name of [user, group])
      if (name !== undefined && !NAME.test(name)) throw new AppFailure(`fail not a name: ${name}`)
    if (user === undefined && group === undefined) throw new AppFailure('fail user or group wanted')
    return json(200, {
      ...(user !== undefined && { openid: openidOf(user), unionid: unionidOf(user), phone: phoneOf(user) }),
      ...(group !== undefined && { opengid: opengidOf(group) }),
      ...(user !== undefined && group !== undefined && { groupOpenid: groupOpenidOf(user, group) }),
    })
  },
})
