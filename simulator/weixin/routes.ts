import type { FastifyInstance } from 'fastify'
import { serve } from '../http/endpoint'
import type { World } from '../world'
import { getWxaCodeUnlimit } from './code'
import { checkSession, jscode2session } from './login'
import { WEIXIN } from './manners'
import { getUserPhoneNumber } from './phone'
import { uploadShippingInfo } from './shipping'
import { getOrder, notifyConfirmReceive } from './shipping-query'
import { subscribeSend } from './subscribe'
import { stableToken } from './token'

/** What api.weixin.qq.com answers. */
export function serveWeixin(app: FastifyInstance, world: World): void {
  const endpoints = [
    jscode2session,
    stableToken,
    checkSession,
    getUserPhoneNumber,
    getWxaCodeUnlimit,
    subscribeSend,
    uploadShippingInfo,
    getOrder,
    notifyConfirmReceive,
  ]
  for (const endpoint of endpoints) serve(app, world, WEIXIN, endpoint(world))
}
