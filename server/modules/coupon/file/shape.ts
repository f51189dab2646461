import { type Static, type TSchema, Type } from '@sinclair/typebox'

/** `2026-11-01 00:00` by the shop's clock; the day may be `today`, `today+7` or `today-3`. */
export const MOMENT = '^(\\d{4}-\\d{2}-\\d{2}|today([+-]\\d{1,4})?) \\d{2}:\\d{2}(:\\d{2})?$'

const said = (expected: string) => ({ description: `must be ${expected}` })
const object = <P extends Record<string, TSchema>>(properties: P, expected: string) =>
  Type.Object(properties, { additionalProperties: false, ...said(expected) })

const Moment = Type.String({
  pattern: MOMENT,
  ...said('a moment such as "2026-11-01 00:00" or "today+7 23:59"'),
})
const Yuan = Type.Union(
  [Type.Number({ minimum: 0 }), Type.String({ pattern: '^\\d{1,8}(\\.\\d{1,2})?$' })],
  said('an amount in yuan with at most two decimals, such as 99 or 19.9'),
)
const Off = Type.Union(
  [Type.Number({ minimum: 0 }), Type.String({ pattern: '^(\\d{1,8}(\\.\\d{1,2})?|\\d(\\.\\d{1,3})?折)$' })],
  said('an amount in yuan such as 10, or a rate such as "8.8折"'),
)
const Whole = Type.Integer({ minimum: 0, maximum: 10_000_000, ...said('a whole number') })
const Names = (of: string) => Type.Array(Type.String({ minLength: 1 }), said(`a list of ${of}`))

const Level = Type.Union(
  (['standard', 'silver', 'gold', 'diamond'] as const).map((name) => Type.Literal(name)),
  said('standard, silver, gold or diamond'),
)
const Stage = Type.Union(
  (['visitor', 'registered', 'active', 'dormant', 'churned'] as const).map((name) => Type.Literal(name)),
  said('visitor, registered, active, dormant or churned'),
)

const GATES =
  '"anyone", {"level": …}, {"lifecycle": […]}, {"segment": …}, {"groups": […]} or {"milestone": …}'

const FileGate = Type.Union(
  [
    Type.Literal('anyone'),
    object({ level: Level }, GATES),
    object({ lifecycle: Type.Array(Stage) }, GATES),
    object({ segment: Type.String({ minLength: 1 }) }, GATES),
    object({ groups: Names('group names') }, GATES),
    object({ milestone: Whole }, GATES),
  ],
  said(GATES),
)

const SCOPES = '"all", {"categories": […]} or {"products": […]}'
const VALIDITIES = '{"days": …} or {"from": …, "until": …}'

const FileTier = object(
  {
    over: Yuan,
    off: Off,
    cap: Type.Optional(Yuan),
    stock: Type.Optional(Whole),
    valid: Type.Union(
      [object({ days: Whole }, VALIDITIES), object({ from: Moment, until: Moment }, VALIDITIES)],
      said(VALIDITIES),
    ),
    gate: Type.Optional(FileGate),
  },
  'a tier',
)

const FileCampaign = object(
  {
    code: Type.String({
      pattern: '^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$',
      ...said('letters, digits, ".", "_" and "-"'),
    }),
    title: Type.String({ maxLength: 30, ...said('a title of at most 30 characters') }),
    note: Type.Optional(Type.String({ maxLength: 60, ...said('at most 60 characters') })),
    position: Type.Optional(Type.Integer({ minimum: -1000, maximum: 1000, ...said('a whole number') })),
    status: Type.Optional(
      Type.Union(
        [Type.Literal('live'), Type.Literal('paused'), Type.Literal('ended')],
        said('live, paused or ended'),
      ),
    ),
    claim: object({ from: Moment, until: Moment }, '{"from": …, "until": …}'),
    stock: Whole,
    stockPerGroup: Type.Optional(Whole),
    perMember: Type.Optional(Whole),
    slot: Type.Optional(
      Type.Union([Type.Literal('goods'), Type.Literal('freight')], said('goods or freight')),
    ),
    for: Type.Optional(
      Type.Union(
        [
          Type.Literal('all'),
          object({ categories: Names('category names') }, SCOPES),
          object({ products: Names('product codes') }, SCOPES),
        ],
        said(SCOPES),
      ),
    ),
    tiers: Type.Array(FileTier, said('a list of tiers')),
  },
  'a campaign',
)

/** The whole file: campaigns one after another. See docs/campaign-files.md. */
export const CampaignFile = Type.Array(FileCampaign, { maxItems: 500, ...said('a list of campaigns') })

export type FileCampaign = Static<typeof FileCampaign>
export type FileTier = Static<typeof FileTier>
export type FileGate = NonNullable<FileTier['gate']>
