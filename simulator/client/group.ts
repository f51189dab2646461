import { Type } from '@sinclair/typebox'
import { encryptOpenData } from '../crypto/open-data'
import { randomSessionKey } from '../crypto/random'
import type { Endpoint } from '../http/endpoint'
import { APPID } from '../identity'
import { groupOpenidOf, opengidOf } from '../names'
import type { World } from '../world'
import { AppFailure, bodyOf, done } from './manners'
import { Name } from './names'

const INVALID_SCENE = 40097
const Body = Type.Object({
  user: Name,
  group: Name,
  /** `enter`: wx.getGroupEnterInfo (`opengid`). `share`: wx.getShareInfo (`openGId`). */
  shape: Type.Optional(Type.Union([Type.Literal('enter'), Type.Literal('share')])),
  /** 3 an ordinary group, 4 one shared with WeCom. */
  chatType: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
  fault: Type.Optional(
    Type.Union([Type.Literal('invalid_scene'), Type.Literal('foreign_watermark'), Type.Literal('stale_key')]),
  ),
})

/** POST /client/group-enter-info: what the app hands a mini-program opened in a group, under the user's session_key. */
export const groupEnterInfo = (world: World): Endpoint => ({
  name: 'client_group_enter_info',
  method: 'POST',
  path: '/client/group-enter-info',
  answer(call) {
    const { user, group, shape = 'enter', chatType = 3, fault: asked } = bodyOf(call, Body)
    const api = shape === 'enter' ? 'getGroupEnterInfo' : 'getShareInfo'
    const fault = call.fault?.kind ?? asked
    if (fault === 'invalid_scene') throw new AppFailure(`${api}:fail invalid scene`, INVALID_SCENE)
    const session = world.state.sessions[user]
    if (session === undefined) throw new AppFailure(`${api}:fail not logged in`)
    const key = fault === 'stale_key' ? (session.previous ?? randomSessionKey()) : session.current
    const opengid = opengidOf(group)
    const inside =
      shape === 'share'
        ? { openGId: opengid }
        : { opengid, group_openid: groupOpenidOf(user, group), chat_type: chatType }
    const appid = fault === 'foreign_watermark' ? 'wxffffffffffffffff' : APPID
    const watermark = { timestamp: Math.floor(world.now() / 1000), appid }
    return done(api, encryptOpenData({ ...inside, watermark }, key), `${user}@${group}`)
  },
})
