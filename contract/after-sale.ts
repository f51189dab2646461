import { type Static, Type } from '@sinclair/typebox'
import { Count, Fen, Id, Instant, nullable, PageQuery, Picture, page } from './common'
import { route } from './route'

export const AfterSaleState = Type.Union([
  Type.Literal('requested'),
  Type.Literal('approved'),
  Type.Literal('returning'),
  Type.Literal('refunding'),
  Type.Literal('refunded'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
])
export type AfterSaleState = Static<typeof AfterSaleState>

/** `refund`: the money alone. `return`: the goods come back first. */
export const AfterSaleKind = Type.Union([Type.Literal('refund'), Type.Literal('return')])
export type AfterSaleKind = Static<typeof AfterSaleKind>

/** Their words stand in domain/after-sale/reasons. */
export const RefundReason = Type.Union([
  Type.Literal('changed_mind'),
  Type.Literal('wrong_order'),
  Type.Literal('no_longer_needed'),
  Type.Literal('not_arrived'),
  Type.Literal('damaged'),
  Type.Literal('spoiled'),
  Type.Literal('wrong_goods'),
  Type.Literal('not_as_described'),
  Type.Literal('out_of_stock'),
  Type.Literal('other'),
])

/** What stands on WeChat's side: `waiting` is queued here, `abnormal` and `closed` need a person. */
export const MoneyState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('processing'),
  Type.Literal('succeeded'),
  Type.Literal('abnormal'),
  Type.Literal('closed'),
])

const WantedUnits = Type.Object(
  { lineId: Id, quantity: Type.Integer({ minimum: 1, maximum: 99 }) },
  { additionalProperties: false },
)
/** Pieces per order line; everything that is left where it is missing. */
export const WantedPieces = Type.Optional(Type.Array(WantedUnits, { minItems: 1, maxItems: 50 }))
export const AfterSaleNote = Type.String({ maxLength: 200 })
export const RefundRequestId = Type.String({ minLength: 8, maxLength: 64 })

export const AfterSaleLine = Type.Object({
  lineId: Id,
  title: Type.String(),
  spec: Type.Record(Type.String(), Type.String()),
  picture: Picture,
  quantity: Count,
  /** What these pieces really cost. */
  amountFen: Fen,
})

/** On an order: what was asked for or given back of it. */
export const AfterSaleBrief = Type.Object({
  id: Id,
  kind: AfterSaleKind,
  state: AfterSaleState,
  quantity: Count,
  amountFen: Fen,
  createdAt: Instant,
})
export type AfterSaleBrief = Static<typeof AfterSaleBrief>

const Parcel = Type.Object({ company: Type.String(), number: Type.String(), sentAt: Instant })

const common = {
  id: Id,
  orderId: Id,
  orderNumber: Type.String(),
  kind: AfterSaleKind,
  state: AfterSaleState,
  reason: RefundReason,
  note: Type.String(),
  lines: Type.Array(AfterSaleLine),
  goodsFen: Fen,
  /** Expected while it is asked for; final from `refunding` on. */
  freightFen: Fen,
  amountFen: Fen,
  isShopAtFault: Type.Boolean(),
  /** What the manager said; the reason of a refusal. */
  decisionNote: Type.String(),
  parcel: nullable(Parcel),
  createdAt: Instant,
  decidedAt: nullable(Instant),
  refundedAt: nullable(Instant),
}

export const AfterSaleView = Type.Object({
  ...common,
  /** `send` tells the return parcel, or puts its number right. */
  actions: Type.Array(Type.Union([Type.Literal('withdraw'), Type.Literal('send')])),
})
export type AfterSaleView = Static<typeof AfterSaleView>

export const ManagedAfterSale = Type.Object({
  ...common,
  member: Type.Object({ id: Id, name: Type.String(), phone: Type.String() }),
  decidedBy: nullable(Type.String()),
  isRestocked: nullable(Type.Boolean()),
  /** Null until money is owed. */
  money: nullable(
    Type.Object({
      state: MoneyState,
      outRefundNo: Type.String(),
      /** Not asked of WeChat before: refunds of one order are a minute apart. */
      dueAt: nullable(Instant),
      /** WeChat's code of the last failed try. */
      trouble: nullable(Type.String()),
    }),
  ),
  actions: Type.Array(
    Type.Union([
      Type.Literal('approve'),
      Type.Literal('grant'),
      Type.Literal('refuse'),
      Type.Literal('takeBack'),
      Type.Literal('pursue'),
    ]),
  ),
})
export type ManagedAfterSale = Static<typeof ManagedAfterSale>

export const RefundOrderKey = Type.Object({ id: Id })
export const AfterSaleKey = Type.Object({ id: Id })

export const RefundPreview = Type.Object({
  lines: Type.Array(AfterSaleLine),
  goodsFen: Fen,
  freightFen: Fen,
  amountFen: Fen,
  /** `at_once`: nothing was shipped, asking gives it back. `request`: the shop agrees first. */
  mode: Type.Union([Type.Literal('at_once'), Type.Literal('request')]),
  reasons: Type.Array(RefundReason),
})
export type RefundPreview = Static<typeof RefundPreview>

export const previewRefund = route({
  method: 'POST',
  path: '/orders/:id/refund-preview',
  role: 'member',
  summary: 'What giving these pieces back pays, to the fen, from what they cost when ordered',
  params: RefundOrderKey,
  body: Type.Object(
    {
      lines: WantedPieces,
      /** Pieces of a line may differ by a fen, and what comes back is another piece than what never left. */
      kind: Type.Optional(AfterSaleKind),
    },
    { additionalProperties: false },
  ),
  response: RefundPreview,
  errors: ['thing.not_found', 'order.state_refused', 'refund.not_refundable'],
})

export const REFUND_REFUSALS = [
  'thing.not_found',
  'order.state_refused',
  'refund.not_refundable',
  'refund.amount_changed',
  'refund.too_many',
  'refund.too_late',
  'order.request_reused',
] as const

export const askRefund = route({
  method: 'POST',
  path: '/orders/:id/after-sales',
  role: 'member',
  summary:
    'Give pieces back: before shipment at once, later a request the shop decides. The same requestId is the same request',
  params: RefundOrderKey,
  body: Type.Object(
    {
      requestId: RefundRequestId,
      lines: WantedPieces,
      /** `return` where the goods come back; before shipment it makes no difference. */
      kind: AfterSaleKind,
      reason: RefundReason,
      note: Type.Optional(AfterSaleNote),
      /** The previewed amount: another one is refused and told. */
      expectedFen: Fen,
    },
    { additionalProperties: false },
  ),
  response: AfterSaleView,
  errors: REFUND_REFUSALS,
})

export const listAfterSales = route({
  method: 'GET',
  path: '/after-sales',
  role: 'member',
  summary: 'What I asked back, newest first',
  query: Type.Object({ orderId: Type.Optional(Id), ...PageQuery }),
  response: page(AfterSaleView),
})

export const getAfterSale = route({
  method: 'GET',
  path: '/after-sales/:id',
  role: 'member',
  summary: 'One of my requests; anybody else’s does not exist for me',
  params: AfterSaleKey,
  response: AfterSaleView,
  errors: ['thing.not_found'],
})

export const withdrawAfterSale = route({
  method: 'POST',
  path: '/after-sales/:id/withdraw',
  role: 'member',
  summary: 'Take a request back before the goods are on their way',
  params: AfterSaleKey,
  response: AfterSaleView,
  errors: ['thing.not_found', 'after_sale.state_refused'],
})

export const sendReturn = route({
  method: 'POST',
  path: '/after-sales/:id/parcel',
  role: 'member',
  summary: 'Tell the parcel the goods come back in, or put its number right',
  params: AfterSaleKey,
  body: Type.Object(
    {
      company: Type.String({ minLength: 1, maxLength: 40 }),
      number: Type.String({ pattern: '^[0-9A-Za-z-]{5,40}$' }),
    },
    { additionalProperties: false },
  ),
  response: AfterSaleView,
  errors: ['thing.not_found', 'after_sale.state_refused'],
})
