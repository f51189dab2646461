import type { FastifyInstance } from 'fastify'
import { serve } from '../http/endpoint'
import type { World } from '../world'
import { codes, scanCode } from './codes'
import { confirm } from './confirm'
import { contact } from './contact'
import { groupEnterInfo } from './group'
import { identity } from './identity'
import { login, phoneCode } from './login'
import { APP } from './manners'
import { pay, prepaid } from './pay'
import { messages, subscribe } from './subscribe'

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type',
  // A page from elsewhere (a hosted playground) that calls this machine is asked for this too.
  'access-control-allow-private-network': 'true',
}

/** What the WeChat app on the user's phone would do; open to pages of any origin, for it guards nothing. */
export async function serveClient(app: FastifyInstance, world: World): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(CORS)
  })
  app.options('/client/*', async (_request, reply) => reply.code(204).send())
  const endpoints = [
    login,
    phoneCode,
    groupEnterInfo,
    pay,
    prepaid,
    subscribe,
    messages,
    confirm,
    contact,
    codes,
    scanCode,
    identity,
  ]
  for (const endpoint of endpoints) serve(app, world, APP, endpoint(world))
}
