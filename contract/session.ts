import { type Static, Type } from '@sinclair/typebox'
import { Count, Fen, Id, Instant, nullable } from './common'
import { route } from './route'

export const StaffSelf = Type.Object({
  staffId: Id,
  role: Type.Union([Type.Literal('staff'), Type.Literal('manager')]),
  name: Type.String(),
  title: Type.String(),
})
export type StaffSelf = Static<typeof StaffSelf>

export const SessionView = Type.Object({
  token: Type.String({ description: 'Opaque bearer token; the server keeps its hash only' }),
  expiresAt: Instant,
  loginId: Id,
  memberId: Id,
  isNewMember: Type.Boolean(),
  staff: nullable(StaffSelf),
})
export type SessionView = Static<typeof SessionView>

export const openSession = route({
  method: 'POST',
  path: '/sessions',
  role: 'anyone',
  summary: 'Exchange a wx.login code for our own opaque session',
  body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 256 }) }, { additionalProperties: false }),
  response: SessionView,
  errors: ['login.code_invalid', 'login.blocked', 'login.unavailable'],
})

export const endSession = route({
  method: 'DELETE',
  path: '/sessions/current',
  role: 'member',
  summary: 'End this session',
  response: Type.Object({ ended: Type.Boolean() }),
})

/** The staff member who serves a customer: people serve, not bots. */
export const ServingStaff = Type.Object({
  staffId: Id,
  name: Type.String(),
  title: Type.String(),
  intro: Type.String(),
  contact: nullable(Type.String()),
})
export type ServingStaff = Static<typeof ServingStaff>

export const MeView = Type.Object({
  memberId: Id,
  nickname: nullable(Type.String()),
  maskedPhone: nullable(Type.String()),
  joinedAt: Instant,
  level: Type.Object({
    code: Type.String(),
    name: Type.String(),
    spentFen: Fen,
    nextName: nullable(Type.String()),
    toNextFen: nullable(Fen),
  }),
  orderCounts: Type.Object({ unpaid: Count, paid: Count, shipped: Count, received: Count }),
  servingStaff: nullable(ServingStaff),
  staff: nullable(StaffSelf),
  personalised: Type.Boolean(),
})
export type MeView = Static<typeof MeView>

export const getMe = route({
  method: 'GET',
  path: '/me',
  role: 'member',
  summary: 'Who I am to the shop: level, orders by state, who serves me, my post',
  response: MeView,
})

export const setPersonalised = route({
  method: 'PUT',
  path: '/me/personalised',
  role: 'member',
  summary: 'Switch personalisation on or off; off gives the plain order, the same for all',
  body: Type.Object({ personalised: Type.Boolean() }, { additionalProperties: false }),
  response: Type.Object({ personalised: Type.Boolean() }),
})
