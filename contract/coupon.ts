import { type Static, Type } from '@sinclair/typebox'
import { Bps, Count, Fen, Id, Instant, nullable, PageQuery, page } from './common'
import { route } from './route'

const literals = <const T extends readonly string[]>(...names: T) =>
  Type.Union(names.map((name) => Type.Literal(name as T[number])))

export const CouponSlot = literals('goods', 'freight')
export const MemberLevel = literals('standard', 'silver', 'gold', 'diamond')
export const LifecycleStage = literals('visitor', 'registered', 'active', 'dormant', 'churned')

/** ¥50 off, or 8.8折 as `offBps: 1200` with its cap. `amountOff` is in fen. */
export const CouponOff = Type.Union([
  Type.Object({ kind: Type.Literal('amount'), amountOff: Fen }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('rate'), offBps: Bps, capFen: nullable(Fen) },
    { additionalProperties: false },
  ),
])
export type CouponOff = Static<typeof CouponOff>

export const Validity = Type.Union([
  Type.Object(
    { kind: Type.Literal('fixed'), from: Instant, until: Instant },
    { additionalProperties: false, description: '`until` is exclusive' },
  ),
  Type.Object({ kind: Type.Literal('days'), days: Count }, { additionalProperties: false }),
])

/** What a coupon is for, with names to show and ids to open: all goods, some categories, or some products. */
export const CouponScopeView = Type.Object({
  kind: literals('all', 'categories', 'products'),
  items: Type.Array(Type.Object({ id: Id, name: Type.String() })),
})
export type CouponScopeView = Static<typeof CouponScopeView>

export const CouponState = literals('claimed', 'reserved', 'used', 'expired', 'upgraded')
export type CouponState = Static<typeof CouponState>

/** My copy. It never changes but for its state; `expired` is by the server's clock, job or no job. */
export const CouponView = Type.Object({
  id: Id,
  campaignId: Id,
  title: Type.String(),
  tierRank: Count,
  slot: CouponSlot,
  scope: CouponScopeView,
  thresholdFen: Fen,
  off: CouponOff,
  claimedAt: Instant,
  validFrom: Instant,
  validUntil: Instant,
  state: CouponState,
  isExpiringSoon: Type.Boolean(),
  orderId: nullable(Id),
})
export type CouponView = Static<typeof CouponView>

/** What a gate still asks. Segments and foreign groups are not named: they are not the member's to know. */
export const Missing = Type.Union([
  Type.Object({ code: Type.Literal('level'), level: MemberLevel, needSpendFen: Fen }),
  Type.Object({ code: Type.Literal('milestone'), have: Count, need: Count }),
  Type.Object({ code: Type.Literal('group') }),
  Type.Object({ code: Type.Literal('lifecycle'), stages: Type.Array(LifecycleStage) }),
  Type.Object({ code: Type.Literal('segment') }),
])
export type Missing = Static<typeof Missing>

export const GateKind = literals('anyone', 'lifecycle', 'level', 'segment', 'groups', 'milestone')

/** One step of the staircase as I see it: `domain/coupon/ladder` says what each state means. */
export const RungView = Type.Object({
  rank: Count,
  thresholdFen: Fen,
  off: CouponOff,
  validity: Validity,
  gate: GateKind,
  state: literals('reached', 'current', 'next', 'locked', 'sold_out', 'not_yet', 'ended'),
  missing: nullable(Missing),
  offer: nullable(literals('claim', 'upgrade')),
  left: nullable(Type.Integer({ minimum: 0, description: 'Copies left to me; null: no bound' })),
})
export type RungView = Static<typeof RungView>

/** Why there is nothing to tap; the same facts as the refusals of `claimCoupon`. */
export const ClaimRefusalView = Type.Object({
  code: literals(
    'claim.not_yet',
    'claim.ended',
    'claim.paused',
    'claim.limit_reached',
    'claim.sold_out',
    'claim.not_qualified',
    'claim.nothing_better',
    'claim.coupon_not_unused',
  ),
  opensAt: Type.Optional(Instant),
  limit: Type.Optional(Count),
  rank: Type.Optional(Count),
  missing: Type.Optional(Missing),
  state: Type.Optional(CouponState),
})
export type ClaimRefusalView = Static<typeof ClaimRefusalView>

/** A campaign with its whole ladder as this member sees it at `now`, the server's clock for every countdown. */
export const LadderView = Type.Object({
  campaignId: Id,
  title: Type.String(),
  note: Type.String(),
  slot: CouponSlot,
  scope: CouponScopeView,
  phase: literals('not_yet', 'running', 'paused', 'ended'),
  kind: literals('anyone', 'lifecycle', 'level', 'segment', 'groups', 'milestone', 'mixed'),
  claimFrom: Instant,
  claimUntil: Instant,
  limitPerMember: Count,
  leftTotal: Count,
  totalStock: Count,
  rungs: Type.Array(RungView),
  offer: Type.Union([
    Type.Object({ kind: Type.Literal('claim'), rank: Count }),
    Type.Object({ kind: Type.Literal('upgrade'), rank: Count, couponId: Id }),
    Type.Object({ kind: Type.Literal('none'), refusal: ClaimRefusalView }),
  ]),
  held: Type.Array(CouponView, { description: 'My copies that count, newest first' }),
  now: Instant,
})
export type LadderView = Static<typeof LadderView>

export const listLadders = route({
  method: 'GET',
  path: '/campaigns',
  role: 'member',
  summary:
    'Campaigns that run or are about to, what I can take first: the 领券 tab, the home slot (limit), a product page (productId)',
  query: Type.Object({
    productId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  }),
  response: Type.Object({ items: Type.Array(LadderView), now: Instant }),
})

export const getLadder = route({
  method: 'GET',
  path: '/campaigns/:id',
  role: 'member',
  summary:
    'One campaign, such as the one a card opened: also where it is over, or not for me (the refusal says why)',
  params: Type.Object({ id: Id }),
  response: LadderView,
  errors: ['thing.not_found'],
})

export const claimCoupon = route({
  method: 'POST',
  path: '/campaigns/:id/claims',
  role: 'member',
  summary:
    'Claim the best tier I qualify for; with upgradeOf, trade that unused copy of mine for the best higher one. The same requestId gives the same coupon',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    { requestId: Type.String({ minLength: 8, maxLength: 64 }), upgradeOf: Type.Optional(Id) },
    { additionalProperties: false },
  ),
  response: CouponView,
  errors: [
    'thing.not_found',
    'claim.not_yet',
    'claim.ended',
    'claim.paused',
    'claim.limit_reached',
    'claim.sold_out',
    'claim.not_qualified',
    'claim.nothing_better',
    'claim.coupon_not_unused',
    'claim.request_reused',
  ],
})

export const listCoupons = route({
  method: 'GET',
  path: '/coupons',
  role: 'member',
  summary:
    'My coupons: usable ones that end soonest first (with those an unpaid order holds), or used, or expired',
  query: Type.Object({ state: Type.Optional(literals('usable', 'used', 'expired')), ...PageQuery }),
  response: Type.Intersect([
    page(CouponView),
    Type.Object({ counts: Type.Object({ usable: Count, used: Count, expired: Count }), now: Instant }),
  ]),
})

/** Why a coupon of mine cannot be used on this cart: `domain/coupon/usability`. */
export const UnusableReason = Type.Union([
  Type.Object({ code: literals('coupon.reserved', 'coupon.used'), orderId: nullable(Id) }),
  Type.Object({ code: Type.Literal('coupon.upgraded') }),
  Type.Object({ code: Type.Literal('coupon.expired'), at: Instant }),
  Type.Object({ code: Type.Literal('coupon.not_started'), from: Instant }),
  Type.Object({ code: Type.Literal('coupon.out_of_scope') }),
  Type.Object({ code: Type.Literal('coupon.below_minimum'), shortBy: Fen }),
  Type.Object({ code: Type.Literal('coupon.nothing_to_reduce') }),
  Type.Object({ code: Type.Literal('coupon.slot_taken'), by: Id }),
])
export type UnusableReason = Static<typeof UnusableReason>

/**
 * My choice for each slot: a coupon, null for none. In a quote a slot left out means the best one; in an order it
 * means none, since an order names what it was shown.
 */
export const CouponChoice = Type.Object(
  { goods: Type.Optional(nullable(Id)), freight: Type.Optional(nullable(Id)) },
  { additionalProperties: false },
)
export type CouponChoice = Static<typeof CouponChoice>

const Offered = Type.Object({ coupon: CouponView, offFen: Fen })

/** The coupon part of a quote. */
export const QuoteCoupons = Type.Object({
  goods: nullable(Offered),
  freight: nullable(Offered),
  savedFen: Fen,
  /** What each usable coupon would take off by itself, best first. */
  usable: Type.Array(Offered),
  unusable: Type.Array(Type.Object({ coupon: CouponView, reason: UnusableReason })),
})
export type QuoteCoupons = Static<typeof QuoteCoupons>

/** A coupon as it is frozen on an order. */
export const OrderCoupon = Type.Object({ couponId: Id, slot: CouponSlot, title: Type.String(), offFen: Fen })
export type OrderCoupon = Static<typeof OrderCoupon>
