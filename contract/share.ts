import { type Static, Type } from '@sinclair/typebox'
import { Id, Instant, nullable, OpenToken } from './common'
import { route } from './route'

export const ShareChannel = Type.Union([
  Type.Literal('card'),
  Type.Literal('moments'),
  Type.Literal('code'),
  Type.Literal('link'),
])
export type ShareChannel = Static<typeof ShareChannel>

/** All that onShareAppMessage and onShareTimeline need, minted ahead so that they answer at once. */
export const ShareCard = Type.Object({
  token: Type.String({ maxLength: 32 }),
  title: Type.String(),
  path: Type.String({ description: 'Full path beginning with /, carrying the token as t' }),
  query: Type.String({ description: 'The same query without the path, for Moments' }),
  imageUrl: nullable(Type.String({ description: '5:4 picture, a path below the API root or an https URL' })),
  creditsStaff: Type.Boolean({ description: 'Whether a staff member stands at the root of this token' }),
  expiresAt: nullable(Instant),
})
export type ShareCard = Static<typeof ShareCard>

export const mintShare = route({
  method: 'POST',
  path: '/shares',
  role: 'member',
  summary:
    "A share token: staff start a new root, a customer's share is a relay of the token that opened the page",
  body: Type.Object(
    {
      kind: Type.Union([Type.Literal('product'), Type.Literal('home'), Type.Literal('campaign')]),
      productId: Type.Optional(Id),
      campaignId: Type.Optional(Id),
      channel: ShareChannel,
      parentToken: Type.Optional(OpenToken),
      intendedGroupId: Type.Optional(Id),
    },
    { additionalProperties: false },
  ),
  response: ShareCard,
  errors: ['thing.not_found'],
})

export const ShareTarget = Type.Object({
  state: Type.Union([
    Type.Literal('ok'),
    Type.Literal('unknown'),
    Type.Literal('malformed'),
    Type.Literal('expired'),
    Type.Literal('revoked'),
  ]),
  kind: nullable(Type.Union([Type.Literal('product'), Type.Literal('home'), Type.Literal('campaign')])),
  productId: nullable(Id),
  campaignId: nullable(Id),
  staff: nullable(Type.Object({ name: Type.String(), title: Type.String() })),
})
export type ShareTarget = Static<typeof ShareTarget>

export const resolveShare = route({
  method: 'GET',
  path: '/shares/:token',
  role: 'anyone',
  summary:
    'What a token opens; an unknown, malformed, expired or revoked one is answered as such, never refused',
  params: Type.Object({ token: OpenToken }),
  response: ShareTarget,
})

export const getShareCode = route({
  method: 'GET',
  path: '/shares/:token/code',
  role: 'staff',
  summary: 'The mini-program code that carries this token as its scene, as a data URI',
  params: Type.Object({ token: OpenToken }),
  response: Type.Object({ dataUri: Type.String() }),
  errors: ['login.unavailable'],
})
