import { Type } from '@sinclair/typebox'
import { route } from './route'

const Signed = {
  signature: Type.Optional(Type.String({ maxLength: 64 })),
  timestamp: Type.Optional(Type.String({ maxLength: 20 })),
  nonce: Type.Optional(Type.String({ maxLength: 64 })),
}

export const checkPush = route({
  method: 'GET',
  path: '/wechat/push',
  role: 'wechat',
  summary: 'The URL check of the console: the echo of a genuinely signed request',
  query: Type.Object({ ...Signed, echostr: Type.Optional(Type.String({ maxLength: 200 })) }),
  response: Type.String(),
  errors: ['notification.rejected', 'thing.not_found'],
})

export const takePush = route({
  method: 'POST',
  path: '/wechat/push',
  role: 'wechat',
  summary:
    'Messages and events of the mini-program, plain or in secure mode, JSON or XML: kept once, answered `success` at once, worked on by jobs',
  query: Type.Object({
    ...Signed,
    msg_signature: Type.Optional(Type.String({ maxLength: 64 })),
    encrypt_type: Type.Optional(Type.String({ maxLength: 10 })),
    openid: Type.Optional(Type.String({ maxLength: 64 })),
  }),
  response: Type.String(),
  errors: ['notification.rejected', 'thing.not_found'],
})
