import { type Static, Type } from '@sinclair/typebox'
import { Count, Fen, Id, Instant, nullable, PageQuery, page, SignedFen } from './common'
import { CouponOff, CouponSlot, LifecycleStage, MemberLevel, Validity } from './coupon'
import { route } from './route'

const closed = { additionalProperties: false } as const

/** Who may have a tier. There is no gate about sharing, and none can be written. */
export const Gate = Type.Union([
  Type.Object({ kind: Type.Literal('anyone') }, closed),
  Type.Object(
    { kind: Type.Literal('lifecycle'), stages: Type.Array(LifecycleStage, { maxItems: 5 }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('level'), from: MemberLevel }, closed),
  Type.Object({ kind: Type.Literal('segment'), segmentId: Type.String({ maxLength: 64 }) }, closed),
  Type.Object({ kind: Type.Literal('groups'), groupIds: Type.Array(Id, { maxItems: 500 }) }, closed),
  Type.Object({ kind: Type.Literal('milestone'), buyers: Count }, closed),
])
export type Gate = Static<typeof Gate>

export const CouponScope = Type.Union([
  Type.Object({ kind: Type.Literal('all') }, closed),
  Type.Object({ kind: Type.Literal('categories'), categoryIds: Type.Array(Id, { maxItems: 100 }) }, closed),
  Type.Object({ kind: Type.Literal('products'), productIds: Type.Array(Id, { maxItems: 500 }) }, closed),
])
export type CouponScope = Static<typeof CouponScope>

/** A rung; its place in the list is its rank, lowest first. */
export const TierInput = Type.Object(
  { thresholdFen: Fen, off: CouponOff, stock: nullable(Count), validity: Validity, gate: Gate },
  closed,
)
export type TierInput = Static<typeof TierInput>

/** A whole campaign as a manager writes it. What is wrong with it comes back as `campaign.invalid` with its faults. */
export const CampaignInput = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 40, pattern: '^[0-9A-Za-z][0-9A-Za-z._-]*$' }),
    title: Type.String({ maxLength: 30 }),
    note: Type.Optional(Type.String({ maxLength: 60 })),
    position: Type.Optional(Type.Integer({ minimum: -1000, maximum: 1000 })),
    claimFrom: Instant,
    claimUntil: Instant,
    totalStock: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
    stockPerGroup: nullable(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
    limitPerMember: Type.Integer({ minimum: 0, maximum: 1000 }),
    scope: CouponScope,
    slot: CouponSlot,
    tiers: Type.Array(TierInput, { maxItems: 20 }),
  },
  closed,
)
export type CampaignInput = Static<typeof CampaignInput>

const Status = Type.Union([Type.Literal('live'), Type.Literal('paused'), Type.Literal('ended')])
const Phase = Type.Union([
  Type.Literal('not_yet'),
  Type.Literal('running'),
  Type.Literal('paused'),
  Type.Literal('ended'),
])
const Action = Type.Union([
  Type.Literal('pause'),
  Type.Literal('resume'),
  Type.Literal('end'),
  Type.Literal('raise_stock'),
  Type.Literal('edit'),
])

/** `claimed` counts every claim once, upgraded or not; net sales are goods paid less refunds of orders priced with it. */
const Figures = Type.Object({
  claimed: Count,
  used: Count,
  held: Type.Integer({ minimum: 0, description: 'Copies an unpaid order holds' }),
  expired: Count,
  left: Count,
  orders: Count,
  discountFen: Fen,
  netSalesFen: SignedFen,
})

export const CampaignSummary = Type.Object({
  id: Id,
  code: Type.String(),
  title: Type.String(),
  status: Status,
  phase: Phase,
  slot: CouponSlot,
  claimFrom: Instant,
  claimUntil: Instant,
  totalStock: Count,
  tierCount: Count,
  figures: Figures,
})
export type CampaignSummary = Static<typeof CampaignSummary>

export const CampaignDetail = Type.Object({
  id: Id,
  version: Count,
  status: Status,
  phase: Phase,
  input: CampaignInput,
  /** Once something was claimed, only title, note, position, more stock, a higher limit and a later end may be saved. */
  isClaimed: Type.Boolean(),
  actions: Type.Array(Action),
  figures: Figures,
  byTier: Type.Array(
    Type.Object({ rank: Count, claimed: Count, used: Count, upgraded: Count, left: nullable(Count) }),
  ),
  byGroup: Type.Array(
    Type.Object({
      groupId: Id,
      name: nullable(Type.String()),
      claimed: Count,
      used: Count,
      left: nullable(Count),
      /** Distinct members of the group who have paid in the campaign: what milestones look at. */
      buyers: Count,
    }),
  ),
  history: Type.Array(
    Type.Object({ at: Instant, action: Type.String(), staffName: nullable(Type.String()) }),
  ),
  now: Instant,
})
export type CampaignDetail = Static<typeof CampaignDetail>

const CampaignKey = Type.Object({ id: Id })

export const listCampaigns = route({
  method: 'GET',
  path: '/manage/campaigns',
  role: 'manager',
  summary: 'All campaigns with their figures, the newest first',
  query: Type.Object({ phase: Type.Optional(Phase), ...PageQuery }),
  response: page(CampaignSummary),
})

export const getCampaign = route({
  method: 'GET',
  path: '/manage/campaigns/:id',
  role: 'manager',
  summary: 'A campaign as it can be edited, with its figures by tier and group and who did what to it',
  params: CampaignKey,
  response: CampaignDetail,
  errors: ['thing.not_found'],
})

export const getCampaignChoices = route({
  method: 'GET',
  path: '/manage/campaign-choices',
  role: 'manager',
  summary: 'What a campaign form can choose from: groups, segments, and how high a milestone may be',
  response: Type.Object({
    groups: Type.Array(Type.Object({ id: Id, name: nullable(Type.String()), members: Count })),
    segments: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    maxMilestone: Count,
    maxTiers: Count,
  }),
})

export const createCampaign = route({
  method: 'POST',
  path: '/manage/campaigns',
  role: 'manager',
  summary: 'Save a new campaign; claims open by its window',
  body: CampaignInput,
  response: CampaignDetail,
  errors: ['campaign.invalid', 'campaign.code_taken'],
})

export const editCampaign = route({
  method: 'PUT',
  path: '/manage/campaigns/:id',
  role: 'manager',
  summary:
    'Save a campaign over the version that was edited; once claims exist only what harms nobody may change',
  params: CampaignKey,
  body: Type.Object({ version: Count, input: CampaignInput }, closed),
  response: CampaignDetail,
  errors: [
    'thing.not_found',
    'campaign.invalid',
    'campaign.code_taken',
    'campaign.edit_refused',
    'campaign.version_old',
  ],
})

const moveRoute = <A extends 'pause' | 'resume' | 'end'>(action: A, summary: string) =>
  route({
    method: 'POST',
    path: `/manage/campaigns/:id/${action}`,
    role: 'manager',
    summary,
    params: CampaignKey,
    response: CampaignDetail,
    errors: ['thing.not_found', 'campaign.state_refused'],
  })

export const pauseCampaign = moveRoute('pause', 'Stop claims for a while; claimed coupons stay as they are')
export const resumeCampaign = moveRoute('resume', 'Take claims again')
export const endCampaign = moveRoute('end', 'Stop claims for good; claimed coupons stay as they are')

export const raiseStock = route({
  method: 'POST',
  path: '/manage/campaigns/:id/stock',
  role: 'manager',
  summary: 'Add copies to the total, to tiers with a stock of their own, or to what each group may claim',
  params: CampaignKey,
  body: Type.Object(
    {
      addTotal: Type.Optional(Count),
      addPerGroup: Type.Optional(Count),
      addToTiers: Type.Optional(
        Type.Array(Type.Object({ rank: Count, add: Count }, closed), { maxItems: 20 }),
      ),
    },
    closed,
  ),
  response: CampaignDetail,
  errors: ['thing.not_found', 'campaign.invalid', 'campaign.edit_refused'],
})
