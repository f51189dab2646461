import { type Static, Type } from '@sinclair/typebox'
import { Count, Id, Instant, nullable, PageQuery, page, SignedFen } from './common'
import { route } from './route'
import { CreditedOrder } from './staff'

export const Lifecycle = Type.Union([
  Type.Literal('visitor'),
  Type.Literal('registered'),
  Type.Literal('active'),
  Type.Literal('dormant'),
  Type.Literal('churned'),
])
export type Lifecycle = Static<typeof Lifecycle>

export const MemberTag = Type.Object({
  name: Type.String(),
  source: Type.Union([Type.Literal('hand'), Type.Literal('rule')]),
  why: nullable(Type.String({ description: 'The rule and the figures behind it; null for tags by hand' })),
})
export type MemberTag = Static<typeof MemberTag>

export const CaredMember = Type.Object({
  memberId: Id,
  maskedName: Type.String(),
  maskedPhone: nullable(Type.String()),
  boundSince: Instant,
  lifecycle: Lifecycle,
  lastOpenAt: nullable(Instant),
  lastPaidAt: nullable(Instant),
  orders: Count,
  netSpentFen: SignedFen,
  lastTitle: nullable(Type.String({ description: 'First product of the last paid order' })),
  tags: Type.Array(MemberTag),
  isCooling: Type.Boolean({ description: 'Contacted within the cooling time' }),
})
export type CaredMember = Static<typeof CaredMember>

export const listMyMembers = route({
  method: 'GET',
  path: '/staff/members',
  role: 'staff',
  summary: 'The members I serve, latest opening first; names and phones masked',
  query: Type.Object({
    ...PageQuery,
    lifecycle: Type.Optional(Lifecycle),
    tag: Type.Optional(Type.String({ minLength: 1, maxLength: 12 })),
  }),
  response: Type.Intersect([page(CaredMember), Type.Object({ total: Count })]),
})

export const MemberDetail = Type.Intersect([
  CaredMember,
  Type.Object({
    groups: Type.Array(Type.Object({ id: Id, name: nullable(Type.String()) })),
    recentOrders: Type.Array(CreditedOrder, { description: 'Credited to me, at most 10' }),
    recentOpens: Type.Array(
      Type.Object({ at: Instant, text: Type.String(), groupName: nullable(Type.String()) }),
      { description: 'At most 10' },
    ),
    contacts: Type.Array(Type.Object({ at: Instant, reason: Type.String(), note: Type.String() })),
  }),
])
export type MemberDetail = Static<typeof MemberDetail>

const MemberKey = Type.Object({ id: Id })

export const getMyMember = route({
  method: 'GET',
  path: '/staff/members/:id',
  role: 'staff',
  summary: 'One of the members I serve; anybody else’s does not exist for me',
  params: MemberKey,
  response: MemberDetail,
  errors: ['thing.not_found'],
})

export const tagMember = route({
  method: 'PUT',
  path: '/staff/members/:id/tags',
  role: 'staff',
  summary: 'Replace the tags written by hand, at most 10',
  params: MemberKey,
  body: Type.Object(
    {
      tags: Type.Array(Type.String({ minLength: 1, maxLength: 12, pattern: '\\S' }), {
        maxItems: 10,
        uniqueItems: true,
      }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ tags: Type.Array(MemberTag) }),
  errors: ['thing.not_found'],
})

export const ServeReason = Type.Union([
  Type.Literal('unpaid_order'),
  Type.Literal('parcel_problem'),
  Type.Literal('coupon_expiring'),
  Type.Literal('gone_quiet'),
])
export type ServeReason = Static<typeof ServeReason>

export const ServeItem = Type.Object({
  memberId: Id,
  maskedName: Type.String(),
  lifecycle: Lifecycle,
  reason: ServeReason,
  why: Type.String({ description: 'In one Chinese sentence, with the figures' }),
  opening: Type.String({ description: 'A suggested opening sentence' }),
  productId: nullable(Id),
  productTitle: nullable(Type.String()),
  dueAt: nullable(Instant),
})
export type ServeItem = Static<typeof ServeItem>

export const listServeToday = route({
  method: 'GET',
  path: '/staff/serve-today',
  role: 'staff',
  summary: 'Whom to serve today and why, the most urgent first, at most 20; nobody within the cooling time',
  response: Type.Object({
    items: Type.Array(ServeItem),
    cooling: Count,
    coolingDays: Count,
    quietNow: Type.Boolean({ description: 'Quiet hours: look, but do not write now' }),
    quietFrom: Type.String({ description: '22:00' }),
    quietUntil: Type.String({ description: '08:00' }),
  }),
})

export const noteContact = route({
  method: 'POST',
  path: '/staff/members/:id/contacts',
  role: 'staff',
  summary: 'I have written to this member: they are put on nobody’s list again within the cooling time',
  params: MemberKey,
  body: Type.Object(
    { reason: ServeReason, note: Type.Optional(Type.String({ maxLength: 100 })) },
    { additionalProperties: false },
  ),
  response: Type.Object({ coolsUntil: Instant }),
  errors: ['thing.not_found'],
})
