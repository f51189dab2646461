import { Type } from '@sinclair/typebox'
import { type Endpoint, json } from '../http/endpoint'
import { openidOf } from '../names'
import { shownMessage } from '../weixin/templates'
import type { World } from '../world'
import { bodyOf, done } from './manners'
import { Name } from './names'

const Choice = Type.Union(['accept', 'reject', 'ban', 'filter'].map((word) => Type.Literal(word)))
const Body = Type.Object({
  user: Name,
  tmplIds: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 5 }),
  /** For all, or for each template by its id; accepted where nothing is said. */
  answer: Type.Optional(Type.Union([Choice, Type.Record(Type.String(), Choice)])),
})

/** POST /client/subscribe: `wx.requestSubscribeMessage`. Each accept allows one message. */
export const subscribe = (world: World): Endpoint => ({
  name: 'client_subscribe',
  method: 'POST',
  path: '/client/subscribe',
  answer(call) {
    const { user, tmplIds, answer = 'accept' } = bodyOf(call, Body)
    const openid = openidOf(user)
    world.state.subscriptions[openid] ??= {}
    const allowed = world.state.subscriptions[openid]
    const choices: Record<string, string> = {}
    for (const id of tmplIds) {
      const choice = typeof answer === 'string' ? answer : (answer[id] ?? 'accept')
      choices[id] = choice
      if (choice === 'accept') allowed[id] = (allowed[id] ?? 0) + 1
    }
    world.changed()
    return done('requestSubscribeMessage', choices, user)
  },
})

/** GET /client/messages?user=: the service notifications that arrived, oldest first, with the page each opens. */
export const messages = (world: World): Endpoint => ({
  name: 'client_messages',
  method: 'GET',
  path: '/client/messages',
  answer({ query }) {
    const openid = openidOf(query.user ?? '')
    const own = world.state.messages.filter((message) => message.openid === openid)
    return json(200, {
      messages: own.map((message) => ({ ...message, ...shownMessage(message.templateId, message.data) })),
    })
  },
})
