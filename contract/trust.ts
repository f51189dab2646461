import { type Static, Type } from '@sinclair/typebox'
import { Count, Id, Instant, nullable, PageQuery, page } from './common'
import { route } from './route'
import { Reason } from './team'

/** A customer as a manager finds them: masked all the same. */
export const FoundMember = Type.Object({
  memberId: Id,
  maskedName: Type.String(),
  maskedPhone: nullable(Type.String()),
  joinedAt: Instant,
  lastSeenAt: Instant,
  orders: Count,
  servingStaffName: nullable(Type.String()),
  isBlocked: Type.Boolean(),
})
export type FoundMember = Static<typeof FoundMember>

export const findMembers = route({
  method: 'GET',
  path: '/manage/members',
  role: 'manager',
  summary: 'Find customers by order number, the last digits of a phone, or a name; at most 20',
  query: Type.Object({ q: Type.String({ minLength: 2, maxLength: 40, pattern: '\\S' }) }),
  response: Type.Object({ items: Type.Array(FoundMember) }),
})

export const BlockRow = Type.Object({
  id: Id,
  memberId: Id,
  maskedName: Type.String(),
  maskedPhone: nullable(Type.String()),
  blockedAt: Instant,
  blockedBy: nullable(Type.String()),
  reason: Type.String(),
  endedAt: nullable(Instant),
  endedBy: nullable(Type.String()),
  endReason: nullable(Type.String()),
})
export type BlockRow = Static<typeof BlockRow>

export const listBlocks = route({
  method: 'GET',
  path: '/manage/blocks',
  role: 'manager',
  summary: 'The blacklist and its history: those blocked now first, newest first',
  query: Type.Object({
    ...PageQuery,
    now: Type.Optional(Type.Boolean({ description: 'Only those blocked now' })),
  }),
  response: page(BlockRow),
})

export const blockMember = route({
  method: 'POST',
  path: '/manage/blocks',
  role: 'manager',
  summary: 'Block a customer: their sessions end, their later openings are no evidence. Staff leave first',
  body: Type.Object({ memberId: Id, reason: Reason }, { additionalProperties: false }),
  response: BlockRow,
  errors: ['thing.not_found', 'block.refused'],
})

export const unblockMember = route({
  method: 'POST',
  path: '/manage/blocks/:id/end',
  role: 'manager',
  summary: 'Take a customer off the blacklist; ending twice is the same',
  params: Type.Object({ id: Id }),
  body: Type.Object({ reason: Reason }, { additionalProperties: false }),
  response: BlockRow,
  errors: ['thing.not_found'],
})

export const SuspectRule = Type.Union([
  Type.Literal('flood'),
  Type.Literal('token_cycling'),
  Type.Literal('own_share_only'),
])
export type SuspectRule = Static<typeof SuspectRule>

export const SuspectRow = Type.Object({
  id: Id,
  rule: SuspectRule,
  text: Type.String({ description: 'The rule that fired with its figures, in one Chinese sentence' }),
  memberId: Id,
  maskedName: Type.String(),
  staffName: nullable(Type.String({ description: 'Whose figures the openings would count to' })),
  touches: Count,
  firstAt: Instant,
  lastAt: Instant,
  clearedAt: nullable(Instant),
  clearedBy: nullable(Type.String()),
  clearReason: nullable(Type.String()),
})
export type SuspectRow = Static<typeof SuspectRow>

const SuspectQuery = {
  ...PageQuery,
  cleared: Type.Optional(Type.Boolean({ description: 'Default: not cleared' })),
}

export const listSuspects = route({
  method: 'GET',
  path: '/manage/suspects',
  role: 'manager',
  summary: 'Suspect traffic set apart, newest first, with the rule that fired',
  query: Type.Object(SuspectQuery),
  response: page(SuspectRow),
})

export const listMySuspects = route({
  method: 'GET',
  path: '/staff/suspects',
  role: 'staff',
  summary: 'Suspect openings that would count to me, with the rule that fired; only a manager can clear them',
  query: Type.Object(SuspectQuery),
  response: page(SuspectRow),
})

export const clearSuspect = route({
  method: 'POST',
  path: '/manage/suspects/:id/clear',
  role: 'manager',
  summary:
    'Clear a finding: its openings count again, for later orders only. Past orders are for corrections',
  params: Type.Object({ id: Id }),
  body: Type.Object({ reason: Reason }, { additionalProperties: false }),
  response: SuspectRow,
  errors: ['thing.not_found'],
})

/** When traffic is suspect, and how long a card lives. */
export const TrustLimits = Type.Object(
  {
    floodTouches: Type.Integer({ minimum: 5, maximum: 1000 }),
    floodWindowMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
    cycleTokens: Type.Integer({ minimum: 3, maximum: 1000 }),
    cycleWindowMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
    ownOpens: Type.Integer({ minimum: 1, maximum: 100 }),
    cardLifeDays: Type.Integer({ minimum: 1, maximum: 3650 }),
  },
  { additionalProperties: false },
)
export type TrustLimits = Static<typeof TrustLimits>

export const getTrustLimits = route({
  method: 'GET',
  path: '/manage/trust-limits',
  role: 'manager',
  summary: 'Thresholds of the suspect rules, and the lifetime of staff cards',
  response: TrustLimits,
})

export const saveTrustLimits = route({
  method: 'PUT',
  path: '/manage/trust-limits',
  role: 'manager',
  summary: 'Save them; they apply to later openings and cards',
  body: TrustLimits,
  response: TrustLimits,
})
