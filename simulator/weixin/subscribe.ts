import { Type } from '@sinclair/typebox'
import type { Endpoint } from '../http/endpoint'
import { isOwnOpenid } from '../names'
import type { World } from '../world'
import { bodyOf, Errcode, fine, requireToken } from './manners'

const Body = Type.Object({
  touser: Type.String(),
  template_id: Type.String(),
  page: Type.Optional(Type.String()),
  data: Type.Record(Type.String(), Type.Object({ value: Type.String() })),
  miniprogram_state: Type.Optional(Type.String()),
  lang: Type.Optional(Type.String()),
})

/** What a value may be, by the kind its field's name begins with (`thing1`, `amount2`); others are only not empty. */
const LIMITS: readonly (readonly [kind: string, fits: (value: string) => boolean])[] = [
  ['thing', (value) => [...value].length <= 20],
  ['character_string', (value) => /^[\x20-\x7e]{1,32}$/.test(value)],
  ['number', (value) => /^-?\d{1,32}(\.\d+)?$/.test(value)],
  ['letter', (value) => /^[A-Za-z]{1,32}$/.test(value)],
  ['phrase', (value) => /^\p{Script=Han}{1,5}$/u.test(value)],
  ['amount', (value) => /^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/.test(value)],
  ['name', (value) => /^(\p{Script=Han}{1,10}|[\w\s.]{1,20})$/u.test(value)],
]

function requireFitting(data: Readonly<Record<string, { readonly value: string }>>): void {
  for (const [field, { value }] of Object.entries(data)) {
    const fits = LIMITS.find(([kind]) => field.startsWith(kind))?.[1]
    if (value === '' || fits?.(value) === false)
      throw new Errcode(47003, `argument invalid! data.${field}.value`)
  }
}

/** POST /cgi-bin/message/subscribe/send: one accepted one-time subscription, one message. */
export const subscribeSend = (world: World): Endpoint => ({
  name: 'subscribe_send',
  method: 'POST',
  path: '/cgi-bin/message/subscribe/send',
  answer(call) {
    requireToken(call, world)
    const { touser: openid, template_id: templateId, page = null, data } = bodyOf(call, Body)
    if (!isOwnOpenid(openid)) throw new Errcode(40003, 'invalid openid')
    if (templateId === '') throw new Errcode(40037, 'invalid template_id')
    requireFitting(data)
    const allowed = world.state.subscriptions[openid]
    const left = allowed?.[templateId] ?? 0
    if (allowed === undefined || left === 0) throw new Errcode(43101, 'user refuse to accept the msg')
    allowed[templateId] = left - 1
    const values = Object.entries(data).map(([field, { value }]) => [field, value] as const)
    world.state.messages.push({ openid, templateId, page, data: Object.fromEntries(values), at: world.now() })
    world.changed()
    return fine({}, openid)
  },
})
