import { type Static, Type } from '@sinclair/typebox'
import { Id, Instant, nullable } from './common'
import { route } from './route'

/** The ciphertext of wx.getGroupEnterInfo (or getShareInfo) and the login whose session_key reads it. */
export const GroupCipher = Type.Object(
  {
    loginId: Id,
    encryptedData: Type.String({ minLength: 1, maxLength: 4096 }),
    iv: Type.String({ minLength: 1, maxLength: 64 }),
  },
  { additionalProperties: false },
)
export type GroupCipher = Static<typeof GroupCipher>

export const TouchReport = Type.Object(
  {
    id: Id,
    at: Instant,
    scene: Type.Integer({ minimum: 0, maximum: 99999 }),
    entry: Type.Union([Type.Literal('cold'), Type.Literal('hot')]),
    path: Type.String({ maxLength: 512 }),
    chatType: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    shareToken: Type.Optional(
      Type.String({ maxLength: 512, description: 'As found in the entry, well-formed or not' }),
    ),
    group: Type.Optional(GroupCipher),
    groupFailure: Type.Optional(
      Type.String({ maxLength: 200, description: 'Why no ciphertext could be had, for support' }),
    ),
  },
  { additionalProperties: false },
)
export type TouchReport = Static<typeof TouchReport>

export const TouchReceipt = Type.Object({
  id: Id,
  counted: Type.Union([Type.Literal('new'), Type.Literal('known'), Type.Literal('enriched')]),
  group: Type.Union([Type.Literal('none'), Type.Literal('proven'), Type.Literal('unknown')]),
  groupId: nullable(Id),
  groupName: nullable(Type.String()),
  share: Type.Union([
    Type.Literal('none'),
    Type.Literal('ok'),
    Type.Literal('unknown'),
    Type.Literal('malformed'),
    Type.Literal('expired'),
    Type.Literal('revoked'),
  ]),
})
export type TouchReceipt = Static<typeof TouchReceipt>

export const MAX_TOUCHES_PER_REQUEST = 20

export const reportTouches = route({
  method: 'POST',
  path: '/touches',
  role: 'member',
  summary:
    'Report openings of the shop; repeatable, each id counts once, a later report may add the proof of the group',
  body: Type.Object(
    {
      sentAt: Instant,
      touches: Type.Array(TouchReport, { minItems: 1, maxItems: MAX_TOUCHES_PER_REQUEST }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ receipts: Type.Array(TouchReceipt) }),
})

export const countSinglePage = route({
  method: 'POST',
  path: '/page-counts',
  role: 'anyone',
  summary: 'Count an anonymous opening in Moments single-page mode (scene 1154): no login, no touch',
  body: Type.Object({ page: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  response: Type.Object({ counted: Type.Boolean() }),
})
