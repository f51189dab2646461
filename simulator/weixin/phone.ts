import { Type } from '@sinclair/typebox'
import type { Endpoint } from '../http/endpoint'
import { APPID } from '../identity'
import { openidOf, phoneOf } from '../names'
import type { World } from '../world'
import { CODE_LIFE_MS } from './login'
import { bodyOf, Errcode, fine, requireToken } from './manners'

const Body = Type.Object({ code: Type.String(), openid: Type.Optional(Type.String()) })

/** POST /wxa/business/getuserphonenumber: a phone button's code, once and within 5 minutes, for the number. */
export const getUserPhoneNumber = (world: World): Endpoint => ({
  name: 'getuserphonenumber',
  method: 'POST',
  path: '/wxa/business/getuserphonenumber',
  answer(call) {
    requireToken(call, world)
    const body = bodyOf(call, Body)
    const code = world.state.phoneCodes[body.code]
    if (code === undefined || code.used || world.now() - code.issuedAt > CODE_LIFE_MS)
      throw new Errcode(40029, 'invalid code')
    if (body.openid !== undefined && body.openid !== openidOf(code.user))
      throw new Errcode(40003, 'invalid openid')
    code.used = true
    world.changed()
    const number = phoneOf(code.user)
    const watermark = { timestamp: Math.floor(world.now() / 1000), appid: APPID }
    const phone = { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark }
    return fine({ phone_info: phone }, code.user)
  },
})
