import { type Static, Type } from '@sinclair/typebox'
import { Bps, Count, Id, Instant, nullable } from './common'
import { route } from './route'

const Post = Type.Union([Type.Literal('staff'), Type.Literal('manager')])
/** Why somebody did something: kept in the audit trail, so never empty. */
export const Reason = Type.String({ minLength: 2, maxLength: 200, pattern: '\\S' })

export const StaffRow = Type.Object({
  staffId: Id,
  name: Type.String(),
  title: Type.String(),
  role: Post,
  isMe: Type.Boolean(),
  state: Type.Union([Type.Literal('invited'), Type.Literal('in_service'), Type.Literal('left')]),
  joinedAt: nullable(Instant),
  leftAt: nullable(Instant),
  members: Count,
  groups: Count,
  openShares: Count,
  commissionBps: Bps,
})
export type StaffRow = Static<typeof StaffRow>

export const listStaff = route({
  method: 'GET',
  path: '/manage/staff',
  role: 'manager',
  summary: 'Everybody with a post, then those invited, then those who left',
  response: Type.Object({ items: Type.Array(StaffRow) }),
})

export const editStaff = route({
  method: 'PUT',
  path: '/manage/staff/:id',
  role: 'manager',
  summary: 'Rename a staff member or change their role; the last manager stays one',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }),
      title: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }),
      role: Post,
    },
    { additionalProperties: false },
  ),
  response: StaffRow,
  errors: ['thing.not_found', 'staff.last_manager'],
})

export const InvitationRow = Type.Object({
  id: Id,
  staffId: Id,
  name: Type.String(),
  title: Type.String(),
  role: Post,
  createdAt: Instant,
  expiresAt: Instant,
  state: Type.Union([
    Type.Literal('open'),
    Type.Literal('used'),
    Type.Literal('expired'),
    Type.Literal('revoked'),
  ]),
})
export type InvitationRow = Static<typeof InvitationRow>

export const listInvitations = route({
  method: 'GET',
  path: '/manage/staff/invitations',
  role: 'manager',
  summary: 'Invitations, newest first, at most 100; the codes themselves were shown once and are not kept',
  response: Type.Object({ items: Type.Array(InvitationRow) }),
})

export const revokeInvitation = route({
  method: 'DELETE',
  path: '/manage/staff/invitations/:id',
  role: 'manager',
  summary: 'Revoke an invitation nobody has used; revoking twice is the same',
  params: Type.Object({ id: Id }),
  response: InvitationRow,
  errors: ['thing.not_found', 'invitation.taken'],
})

export const GroupRow = Type.Object({
  id: Id,
  name: nullable(Type.String()),
  ownerId: nullable(Id),
  ownerName: nullable(Type.String()),
  since: nullable(Instant),
  firstSeenAt: Instant,
  members: Count,
  opens30d: Count,
  paidOrders30d: Count,
  netSales30dFen: Type.Integer(),
})
export type GroupRow = Static<typeof GroupRow>

export const listAllGroups = route({
  method: 'GET',
  path: '/manage/groups',
  role: 'manager',
  summary: 'Every group the shop was opened from, with its owner: those without one first',
  response: Type.Object({ items: Type.Array(GroupRow) }),
})

export const setGroupOwner = route({
  method: 'PUT',
  path: '/manage/groups/:id/owner',
  role: 'manager',
  summary: 'Give a group to a staff member, or to nobody; orders placed before keep whom they name',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    {
      staffId: nullable(Id),
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      reason: Reason,
    },
    { additionalProperties: false },
  ),
  response: GroupRow,
  errors: ['thing.not_found'],
})

export const GroupClaimRow = Type.Object({
  id: Id,
  groupId: Id,
  groupName: nullable(Type.String()),
  claimedName: Type.String({ description: 'What the claimant calls the group' }),
  claimantId: Id,
  claimantName: Type.String(),
  ownerId: nullable(Id),
  ownerName: nullable(Type.String()),
  note: Type.String(),
  claimedAt: Instant,
  state: Type.Union([Type.Literal('open'), Type.Literal('approved'), Type.Literal('refused')]),
  decidedAt: nullable(Instant),
  reason: nullable(Type.String()),
})
export type GroupClaimRow = Static<typeof GroupClaimRow>

export const contestGroup = route({
  method: 'POST',
  path: '/staff/group-claims',
  role: 'staff',
  summary:
    'Ask the manager for a group that somebody else owns, proven by my own opening; asking twice is one claim',
  body: Type.Object(
    {
      touchId: Id,
      name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
      note: Type.Optional(Type.String({ maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  response: GroupClaimRow,
  errors: ['group.unproven', 'claim.needless'],
})

export const listMyClaims = route({
  method: 'GET',
  path: '/staff/group-claims',
  role: 'staff',
  summary: 'The groups I asked the manager for, newest first, at most 50',
  response: Type.Object({ items: Type.Array(GroupClaimRow) }),
})

export const listClaims = route({
  method: 'GET',
  path: '/manage/group-claims',
  role: 'manager',
  summary: 'Conflicts over groups: those to decide first, then decided ones, at most 100',
  response: Type.Object({ items: Type.Array(GroupClaimRow) }),
})

export const decideClaim = route({
  method: 'POST',
  path: '/manage/group-claims/:id',
  role: 'manager',
  summary: 'Approve a conflict (the group moves from now on) or refuse it',
  params: Type.Object({ id: Id }),
  body: Type.Object({ approve: Type.Boolean(), reason: Reason }, { additionalProperties: false }),
  response: GroupClaimRow,
  errors: ['thing.not_found', 'claim.decided'],
})

export const CommissionView = Type.Object({
  staff: Type.Array(Type.Object({ staffId: Id, name: Type.String(), bps: Bps })),
  categories: Type.Array(
    Type.Object({
      categoryId: Id,
      name: Type.String(),
      bps: nullable(Bps),
    }),
    { description: 'A rate of the category goes before that of the staff member; null leaves it to them' },
  ),
})
export type CommissionView = Static<typeof CommissionView>

export const getCommissions = route({
  method: 'GET',
  path: '/manage/commissions',
  role: 'manager',
  summary: 'Commission rates per staff member and category; 0 records none',
  response: CommissionView,
})

export const saveCommissions = route({
  method: 'PUT',
  path: '/manage/commissions',
  role: 'manager',
  summary: 'Save rates; they apply to later orders, each frozen on its ledger entry. What is not named stays',
  body: Type.Object(
    {
      staff: Type.Optional(
        Type.Array(Type.Object({ staffId: Id, bps: Bps }, { additionalProperties: false }), {
          maxItems: 200,
        }),
      ),
      categories: Type.Optional(
        Type.Array(Type.Object({ categoryId: Id, bps: nullable(Bps) }, { additionalProperties: false }), {
          maxItems: 200,
        }),
      ),
    },
    { additionalProperties: false },
  ),
  response: CommissionView,
  errors: ['thing.not_found'],
})
