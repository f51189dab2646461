import { type Static, Type } from '@sinclair/typebox'
import { Count, Id, Instant, nullable } from './common'
import { route } from './route'

export const CandidateKind = Type.Union([
  Type.Literal('share'),
  Type.Literal('group'),
  Type.Literal('binding'),
])

/** What a manager sets; the version and the name of the preset follow from it. */
export const PolicySettings = Type.Object(
  {
    kinds: Type.Array(CandidateKind, {
      minItems: 1,
      maxItems: 3,
      description: 'Earlier kinds beat later ones; a kind left out never earns',
    }),
    shareWindowMs: Type.Integer({ minimum: 1 }),
    groupWindowMs: Type.Integer({ minimum: 1 }),
    pick: Type.Union([Type.Literal('last'), Type.Literal('first')]),
    protectDays: Type.Integer({ minimum: 0, maximum: 365, description: '0 protects nobody' }),
    selfPurchase: Type.Union([Type.Literal('nobody'), Type.Literal('next'), Type.Literal('allowed')]),
  },
  { additionalProperties: false },
)
export type PolicySettings = Static<typeof PolicySettings>

export const PolicyPreset = Type.Union([
  Type.Literal('last-share'),
  Type.Literal('protect-binding'),
  Type.Literal('custom'),
])

export const PolicyVersion = Type.Object({
  version: Count,
  preset: PolicyPreset,
  settings: PolicySettings,
  savedAt: Instant,
  savedBy: nullable(Type.String({ description: 'null: the shop as it came' })),
  note: nullable(Type.String()),
})
export type PolicyVersion = Static<typeof PolicyVersion>

export const PolicyView = Type.Object({
  current: PolicyVersion,
  history: Type.Array(PolicyVersion, { description: 'Newest first, the current one included, at most 50' }),
  presets: Type.Array(Type.Object({ preset: PolicyPreset, settings: PolicySettings })),
})
export type PolicyView = Static<typeof PolicyView>

export const getPolicy = route({
  method: 'GET',
  path: '/manage/policy',
  role: 'manager',
  summary: 'The attribution policy in force, its history and the presets',
  response: PolicyView,
})

export const PolicyPreview = Type.Object({
  from: Instant,
  to: Instant,
  orders: Count,
  changed: Count,
  isExact: Type.Boolean({
    description: 'False where a window grew: what orders kept does not reach back that far',
  }),
  staff: Type.Array(
    Type.Object({
      staffId: nullable(Id),
      name: Type.String({ description: 'Nobody is called 无人归属' }),
      ordersBefore: Count,
      ordersAfter: Count,
      salesBeforeFen: Type.Integer(),
      salesAfterFen: Type.Integer(),
    }),
    { description: 'Only those for whom something would change' },
  ),
  examples: Type.Array(
    Type.Object({
      orderId: Id,
      number: Type.String(),
      createdAt: Instant,
      before: Type.String({ description: 'The sentence by the policy of the order' }),
      after: Type.String({ description: 'The sentence by the settings tried' }),
    }),
    { description: 'At most 10, newest first' },
  ),
})
export type PolicyPreview = Static<typeof PolicyPreview>

export const previewPolicy = route({
  method: 'POST',
  path: '/manage/policy/preview',
  role: 'manager',
  summary: 'What these settings would have made of the orders of the last 30 days; nothing is saved or moved',
  body: Type.Object({ settings: PolicySettings }, { additionalProperties: false }),
  response: PolicyPreview,
  errors: ['policy.invalid'],
})

export const savePolicy = route({
  method: 'POST',
  path: '/manage/policy',
  role: 'manager',
  summary: 'Save a new version; it applies to later orders only. Refused where somebody saved meanwhile',
  body: Type.Object(
    {
      basedOn: Type.Integer({ minimum: 1, description: 'The version that was looked at' }),
      settings: PolicySettings,
      note: Type.Optional(Type.String({ maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  response: PolicyView,
  errors: ['policy.invalid', 'conflict.retry'],
})
