import { type Static, Type } from '@sinclair/typebox'
import { Bps, Count, Fen, Id, Instant, nullable, PageQuery, Picture, page, SignedFen } from './common'
import { OrderState } from './order'
import { route } from './route'
import { StaffSelf } from './session'

export const Range = Type.Union([Type.Literal('today'), Type.Literal('7d'), Type.Literal('30d')])
export type Range = Static<typeof Range>

export const acceptInvitation = route({
  method: 'POST',
  path: '/staff/join',
  role: 'member',
  summary: 'Accept a single-use invitation and become a staff member',
  body: Type.Object({ code: Type.String({ minLength: 8, maxLength: 64 }) }, { additionalProperties: false }),
  response: StaffSelf,
  errors: ['invitation.invalid', 'invitation.taken'],
})

/** Every rate is written with its fraction. */
export const Fraction = Type.Object({ part: Count, whole: Count, bps: nullable(Bps) })
export type Fraction = Static<typeof Fraction>

/** Every figure of a range, each defined once in domain/figures. */
export const FIGURES = {
  from: Instant,
  to: Instant,
  opens: Count,
  members: Count,
  newMembers: Count,
  claims: Count,
  orders: Count,
  buyers: Count,
  netSalesFen: SignedFen,
  conversion: Fraction,
  orderValueFen: nullable(Fen),
  repurchase: Fraction,
  funnel: Type.Array(
    Type.Object({
      step: Type.Union([
        Type.Literal('opened'),
        Type.Literal('ordered'),
        Type.Literal('paid'),
        Type.Literal('paidAgain'),
      ]),
      members: Count,
    }),
  ),
  trend: Type.Array(
    Type.Object({
      day: Type.String({ format: 'date' }),
      opens: Count,
      netSalesFen: SignedFen,
      orders: Count,
    }),
  ),
  previous: Type.Object(
    { opens: Count, members: Count, orders: Count, netSalesFen: SignedFen },
    { description: 'The equally long range just before, to compare with' },
  ),
}

export const WorkbenchView = Type.Object({
  staff: StaffSelf,
  range: Range,
  ...FIGURES,
  rank: nullable(Type.Object({ place: Count, of: Count })),
})
export type WorkbenchView = Static<typeof WorkbenchView>

export const getWorkbench = route({
  method: 'GET',
  path: '/staff/workbench',
  role: 'staff',
  summary: 'My figures with their denominators',
  query: Type.Object({ range: Range }),
  response: WorkbenchView,
})

export const CreditedOrder = Type.Object({
  id: Id,
  number: Type.String(),
  state: OrderState,
  createdAt: Instant,
  paidAt: nullable(Instant),
  maskedMember: Type.String(),
  itemCount: Count,
  firstTitle: Type.String(),
  picture: nullable(Picture),
  payableFen: Fen,
  creditFen: SignedFen,
  groupName: nullable(Type.String()),
  reason: Type.String(),
  sentence: Type.String({ description: 'Why this order counts for you, in one sentence' }),
})
export type CreditedOrder = Static<typeof CreditedOrder>

export const listCreditedOrders = route({
  method: 'GET',
  path: '/staff/orders',
  role: 'staff',
  summary: 'The orders behind my figures, each with the sentence that explains it',
  query: Type.Object({ range: Type.Optional(Range), ...PageQuery }),
  response: page(CreditedOrder),
})

export const LedgerLine = Type.Object({
  kind: Type.Union([
    Type.Literal('earned'),
    Type.Literal('matured'),
    Type.Literal('reversed'),
    Type.Literal('corrected'),
  ]),
  lineTitle: Type.String(),
  amountFen: SignedFen,
  commissionFen: SignedFen,
  units: Count,
  staffName: nullable(Type.String({ description: 'null is the account none' })),
  at: Instant,
})

export const CandidateView = Type.Object({
  kind: Type.Union([Type.Literal('share'), Type.Literal('group'), Type.Literal('binding')]),
  staffName: nullable(Type.String()),
  at: nullable(Instant),
  verdict: Type.String(),
  text: Type.String({ description: 'The verdict in one Chinese phrase' }),
})

export const CreditedOrderDetail = Type.Intersect([
  CreditedOrder,
  Type.Object({
    candidates: Type.Array(CandidateView),
    policyVersion: Count,
    ledger: Type.Array(LedgerLine),
  }),
])
export type CreditedOrderDetail = Static<typeof CreditedOrderDetail>

export const getCreditedOrder = route({
  method: 'GET',
  path: '/staff/orders/:id',
  role: 'staff',
  summary: 'One order credited to me: its reason, every candidate with its verdict, its ledger lines',
  params: Type.Object({ id: Id }),
  response: CreditedOrderDetail,
  errors: ['thing.not_found'],
})

export const ShareResult = Type.Object({
  token: Type.String(),
  kind: Type.Union([Type.Literal('product'), Type.Literal('home'), Type.Literal('campaign')]),
  title: Type.String(),
  picture: nullable(Picture),
  channel: Type.String(),
  createdAt: Instant,
  opens: Count,
  members: Count,
  paidOrders: Count,
  netSalesFen: SignedFen,
  state: Type.Union([Type.Literal('ok'), Type.Literal('expired'), Type.Literal('revoked')]),
  expiresAt: nullable(Instant),
  intendedGroupName: nullable(Type.String({ description: 'The group it was made for' })),
})
export type ShareResult = Static<typeof ShareResult>

export const listShares = route({
  method: 'GET',
  path: '/staff/shares',
  role: 'staff',
  summary: 'My share tokens that were opened, with what each brought, its relays counted in',
  query: Type.Object({ ...PageQuery }),
  response: page(ShareResult),
})

const TokenKey = Type.Object({ token: Type.String({ pattern: '^[0-9A-Za-z]{22}$' }) })

export const revokeShare = route({
  method: 'POST',
  path: '/staff/shares/:token/revoke',
  role: 'staff',
  summary:
    'Revoke a share and with it its relays; pages still open, nobody is credited by later openings. Own ones, a manager any',
  params: TokenKey,
  response: Type.Object({ token: Type.String(), revokedAt: Instant }),
  errors: ['thing.not_found'],
})

export const Poster = Type.Object({
  title: Type.String(),
  subtitle: Type.String(),
  picture: nullable(Picture),
  priceFen: nullable(Fen),
  listPriceFen: nullable(Fen),
  shopName: Type.String(),
  staffName: Type.String(),
  staffTitle: Type.String(),
  codeDataUri: Type.String({ description: 'The mini-program code whose scene is the token' }),
})
export type Poster = Static<typeof Poster>

export const getPoster = route({
  method: 'GET',
  path: '/staff/shares/:token/poster',
  role: 'staff',
  summary: 'All that a poster of one of my shares shows, its code included',
  params: TokenKey,
  response: Poster,
  errors: ['thing.not_found', 'login.unavailable'],
})

export const StaffGroup = Type.Object({
  id: Id,
  name: nullable(Type.String()),
  isMine: Type.Boolean(),
  since: nullable(Instant),
  members: Count,
  opens30d: Count,
  paidOrders30d: Count,
  netSales30dFen: SignedFen,
})
export type StaffGroup = Static<typeof StaffGroup>

export const listGroups = route({
  method: 'GET',
  path: '/staff/groups',
  role: 'staff',
  summary: 'My groups, and the unowned groups that I opened the shop from',
  response: Type.Object({ items: Type.Array(StaffGroup) }),
})

export const claimGroup = route({
  method: 'POST',
  path: '/staff/groups',
  role: 'staff',
  summary:
    '"This is my group": binds the group that my own touch has proven; a group owned by somebody else is a conflict',
  body: Type.Object(
    { touchId: Id, name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }) },
    { additionalProperties: false },
  ),
  response: StaffGroup,
  errors: ['group.unproven', 'group.owned_by_other'],
})

export const inviteStaff = route({
  method: 'POST',
  path: '/manage/staff/invitations',
  role: 'manager',
  summary: 'A single-use invitation, shown once; only its hash is kept',
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }),
      title: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }),
      role: Type.Union([Type.Literal('staff'), Type.Literal('manager')]),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ code: Type.String(), path: Type.String(), expiresAt: Instant, staffId: Id }),
})
