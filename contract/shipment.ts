import { type Static, Type } from '@sinclair/typebox'
import { Count, Fen, Id, Instant, nullable, PageQuery, Picture, page } from './common'
import { OrderState, OrderView } from './order'
import { route } from './route'

export const MAX_PARCELS = 10

/** What is inside a parcel: which line, and how many pieces of it. */
const ParcelLine = Type.Object({
  lineId: Id,
  title: Type.String(),
  spec: Type.Record(Type.String(), Type.String()),
  picture: Picture,
  quantity: Count,
})

/**
 * Where a parcel is, as far as the shop knows: `shipped` it left the house, `received` the member has it. WeChat's own
 * order page shows the carrier's scans; the shop knows none.
 */
export const ParcelState = Type.Union([Type.Literal('shipped'), Type.Literal('received')])

export const ParcelView = Type.Object({
  id: Id,
  position: Type.Integer({ minimum: 1, description: 'Parcel 1, 2, … of the order' }),
  company: Type.Object({ code: Type.String(), name: Type.String() }),
  trackingNumber: Type.String(),
  lines: Type.Array(ParcelLine),
  state: ParcelState,
  shippedAt: Instant,
  correctedAt: nullable(Instant),
})
export type ParcelView = Static<typeof ParcelView>

/** Whether WeChat has been told: `waiting` a job is on it, `refused` WeChat will not take it and a person must look. */
export const UploadState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('uploaded'),
  Type.Literal('refused'),
])

const OrderKey = Type.Object({ id: Id })
const ParcelKey = Type.Object({ id: Id })

export const OrderParcels = Type.Object({
  orderId: Id,
  state: OrderState,
  parcels: Type.Array(ParcelView),
  unitsToShip: Type.Integer({ minimum: 0, description: 'Pieces that are paid and not in any parcel yet' }),
  receiveBy: nullable(
    Type.Integer({ description: 'When the order counts as received by itself; null before the last parcel' }),
  ),
  receivedAt: nullable(Instant),
  confirm: nullable(
    Type.Object(
      { transactionId: Type.String(), merchantId: Type.String(), merchantTradeNo: Type.String() },
      {
        description:
          'For wx.openBusinessView({ businessType: "weappOrderConfirm", extraData }): ' +
          '{ transaction_id } or { merchant_id, merchant_trade_no }. null while there is nothing to confirm',
      },
    ),
  ),
})
export type OrderParcels = Static<typeof OrderParcels>

export const getParcels = route({
  method: 'GET',
  path: '/orders/:id/parcels',
  role: 'member',
  summary: 'The parcels of my order, what is in each, and whether I can confirm receipt',
  params: OrderKey,
  response: OrderParcels,
  errors: ['thing.not_found'],
})

export const confirmReceipt = route({
  method: 'POST',
  path: '/orders/:id/receipt',
  role: 'member',
  summary:
    'After weappOrderConfirm: asks WeChat whether receipt is confirmed and takes it over; `received` false where it is not (yet)',
  params: OrderKey,
  response: Type.Object({ received: Type.Boolean(), order: OrderView }),
  errors: ['thing.not_found', 'order.state_refused', 'shipping.unavailable'],
})

export const DeliveryCompany = Type.Object({ code: Type.String(), name: Type.String() })
export type DeliveryCompany = Static<typeof DeliveryCompany>

export const listDeliveryCompanies = route({
  method: 'GET',
  path: '/manage/delivery-companies',
  role: 'manager',
  summary: 'Delivery companies with the codes WeChat knows them by, the usual ones first',
  response: Type.Object({ items: Type.Array(DeliveryCompany) }),
})

/** `toShip`: something is not sent yet; `overdue`: of those, past 48 hours; `sent`: nothing is left to send. */
export const ShippingFilter = Type.Union([
  Type.Literal('toShip'),
  Type.Literal('overdue'),
  Type.Literal('sent'),
  Type.Literal('refused'),
])
export type ShippingFilter = Static<typeof ShippingFilter>

export const ShippingLine = Type.Object({
  lineId: Id,
  title: Type.String(),
  spec: Type.Record(Type.String(), Type.String()),
  picture: Picture,
  quantity: Count,
  refunded: Type.Integer({ minimum: 0, description: 'Pieces given back or asked back: not to be sent' }),
  shipped: Type.Integer({ minimum: 0, description: 'Pieces already in a parcel' }),
  toShip: Count,
})

export const ShippingOrder = Type.Object({
  id: Id,
  number: Type.String(),
  state: OrderState,
  paidAt: Instant,
  shipBy: Type.Integer({ description: 'Paid + 48 hours: WeChat asks that the goods have left by then' }),
  isOverdue: Type.Boolean(),
  remindedAt: nullable(Instant),
  payableFen: Fen,
  remark: Type.String(),
  address: OrderView.properties.address,
  lines: Type.Array(ShippingLine),
  parcels: Type.Array(ParcelView),
  upload: nullable(
    Type.Object({
      state: UploadState,
      errcode: nullable(Type.Integer()),
      reason: nullable(Type.String({ description: 'Why WeChat refused, in Chinese, for the manager' })),
    }),
  ),
})
export type ShippingOrder = Static<typeof ShippingOrder>

export const listShipping = route({
  method: 'GET',
  path: '/manage/shipping',
  role: 'manager',
  summary: 'Orders to send, the most overdue first; `sent` and `refused` the newest first',
  query: Type.Object({
    filter: Type.Optional(ShippingFilter),
    search: Type.Optional(
      Type.String({
        maxLength: 40,
        description: 'An order number, a tracking number, or the start of a name or phone',
      }),
    ),
    ...PageQuery,
  }),
  response: Type.Intersect([
    page(ShippingOrder),
    Type.Object({ counts: Type.Object({ toShip: Count, overdue: Count, refused: Count }) }),
  ]),
})

export const getShipping = route({
  method: 'GET',
  path: '/manage/shipping/:id',
  role: 'manager',
  summary: 'One order as whoever packs it needs it',
  params: OrderKey,
  response: ShippingOrder,
  errors: ['thing.not_found'],
})

const Company = Type.String({ minLength: 1, maxLength: 32, pattern: '^[A-Za-z0-9_]+$' })
const TrackingNumber = Type.String({ minLength: 4, maxLength: 32, pattern: '^[0-9A-Za-z-]+$' })

export const ParcelInput = Type.Object(
  {
    company: Company,
    trackingNumber: TrackingNumber,
    lines: Type.Optional(
      Type.Array(
        Type.Object(
          { lineId: Id, quantity: Type.Integer({ minimum: 1, maximum: 999 }) },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 50, description: 'Left out: everything that is still to be sent' },
      ),
    ),
  },
  { additionalProperties: false },
)
export type ParcelInput = Static<typeof ParcelInput>

export const shipOrder = route({
  method: 'POST',
  path: '/manage/shipping/:id/parcels',
  role: 'manager',
  summary:
    'Send parcels of an order, several at once where it is split. The first parcel makes the order `shipped`; WeChat is told by a job',
  params: OrderKey,
  body: Type.Object(
    {
      requestId: Type.String({
        minLength: 8,
        maxLength: 64,
        description: 'The same one again sends nothing more',
      }),
      parcels: Type.Array(ParcelInput, { minItems: 1, maxItems: MAX_PARCELS }),
    },
    { additionalProperties: false },
  ),
  response: ShippingOrder,
  errors: [
    'thing.not_found',
    'order.state_refused',
    'parcel.company_unknown',
    'parcel.units_refused',
    'parcel.too_many',
    'parcel.number_used',
  ],
})

export const correctParcel = route({
  method: 'PUT',
  path: '/manage/parcels/:id',
  role: 'manager',
  summary: 'Correct company or number of a parcel. WeChat takes one correction after the last parcel',
  params: ParcelKey,
  body: Type.Object({ company: Company, trackingNumber: TrackingNumber }, { additionalProperties: false }),
  response: ShippingOrder,
  errors: ['thing.not_found', 'order.state_refused', 'parcel.company_unknown', 'parcel.number_used'],
})
