import type { FastifyInstance } from 'fastify'
import { serve } from '../http/endpoint'
import type { World } from '../world'
import { bills } from './bill'
import { certificates } from './certificates'
import { mchManners } from './manners'
import { prepay } from './prepay'
import { queryRefund, refund } from './refund'
import { close, queryById, queryByOutTradeNo } from './transactions'

/** What api.mch.weixin.qq.com answers. */
export function serveMch(app: FastifyInstance, world: World): void {
  const endpoints = [prepay, queryByOutTradeNo, queryById, close, refund, queryRefund, certificates]
  for (const endpoint of endpoints) serve(app, world, mchManners(world), endpoint(world))
  for (const endpoint of bills(world)) serve(app, world, mchManners(world), endpoint)
}
