import { type Static, Type } from '@sinclair/typebox'
import { Count, Id, Instant, nullable } from './common'
import { route } from './route'
import { Reason } from './team'

/**
 * Who gets what. `leaver`: they leave at once and everything goes; `in_service`: they stay and only what is named
 * goes. `rest` takes what no other rule names; without one a leaver's future credit goes to the next candidate.
 */
export const HandoverPlan = Type.Object(
  {
    staffId: Id,
    form: Type.Union([Type.Literal('leaver'), Type.Literal('in_service')]),
    rest: nullable(Id),
    groups: Type.Array(Type.Object({ groupId: Id, toStaffId: Id }, { additionalProperties: false }), {
      maxItems: 500,
      description: 'Groups that go to somebody else than the rest',
    }),
    memberShares: Type.Array(
      Type.Object(
        { toStaffId: Id, weight: Type.Integer({ minimum: 1, maximum: 100 }) },
        { additionalProperties: false },
      ),
      { maxItems: 20, description: 'Members divided by weight, empty: all to the rest' },
    ),
    covers: Type.Object(
      { members: Type.Boolean(), groups: Type.Boolean(), shares: Type.Boolean() },
      { additionalProperties: false, description: 'In service: what goes. A leaver hands over all three' },
    ),
  },
  { additionalProperties: false },
)
export type HandoverPlan = Static<typeof HandoverPlan>

export const HandoverGain = Type.Object({
  staffId: Id,
  name: Type.String(),
  members: Count,
  groups: Type.Array(Type.Object({ id: Id, name: nullable(Type.String()) })),
  openShares: Count,
})

export const HandoverPreview = Type.Object({
  staffId: Id,
  name: Type.String(),
  form: HandoverPlan.properties.form,
  moves: Type.Array(HandoverGain, { description: 'What each successor would get' }),
  stays: Type.Object(
    {
      pendingFen: Type.Integer({ description: 'Earned, not final yet: stays with who earned it' }),
      maturedFen: Type.Integer(),
      orders: Count,
      members: Count,
      groups: Count,
      openShares: Count,
    },
    { description: 'What stays with them' },
  ),
  invitationsRevoked: Count,
  digest: Type.String({
    description: 'Send it with the confirmation: refused where anything changed meanwhile',
  }),
})
export type HandoverPreview = Static<typeof HandoverPreview>

export const previewHandover = route({
  method: 'POST',
  path: '/manage/handovers/preview',
  role: 'manager',
  summary: 'What a handover would move and what stays; nothing is changed',
  body: HandoverPlan,
  response: HandoverPreview,
  errors: ['thing.not_found', 'handover.refused', 'staff.last_manager'],
})

export const HandoverRow = Type.Object({
  id: Id,
  staffId: Id,
  name: Type.String(),
  form: HandoverPlan.properties.form,
  at: Instant,
  by: Type.String(),
  reason: Type.String(),
  moves: Type.Array(
    Type.Object({ staffId: Id, name: Type.String(), members: Count, groups: Count, openShares: Count }),
  ),
  undoneAt: nullable(Instant),
  undoneBy: nullable(Type.String()),
  canUndoUntil: nullable(Instant),
})
export type HandoverRow = Static<typeof HandoverRow>

export const confirmHandover = route({
  method: 'POST',
  path: '/manage/handovers',
  role: 'manager',
  summary:
    'Carry out what the preview showed. Past and pending credit stays, future credit goes to the successor',
  body: Type.Object(
    { plan: HandoverPlan, digest: Type.String({ maxLength: 100 }), reason: Reason },
    { additionalProperties: false },
  ),
  response: HandoverRow,
  errors: ['thing.not_found', 'handover.refused', 'handover.changed', 'staff.last_manager'],
})

export const listHandovers = route({
  method: 'GET',
  path: '/manage/handovers',
  role: 'manager',
  summary: 'Handovers, newest first, at most 100',
  response: Type.Object({ items: Type.Array(HandoverRow) }),
})

export const undoHandover = route({
  method: 'POST',
  path: '/manage/handovers/:id/undo',
  role: 'manager',
  summary:
    'Within a day: what it moved and nobody has moved since goes back. Orders of the meantime keep whom they name',
  params: Type.Object({ id: Id }),
  body: Type.Object({ reason: Reason }, { additionalProperties: false }),
  response: HandoverRow,
  errors: ['thing.not_found', 'handover.refused'],
})
