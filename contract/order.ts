import { type Static, Type } from '@sinclair/typebox'
import { AfterSaleBrief, AfterSaleState } from './after-sale'
import { Quantity } from './cart'
import { Count, Fen, Id, Instant, nullable, PageQuery, Picture, page } from './common'
import { CouponChoice, OrderCoupon, QuoteCoupons } from './coupon'
import { route } from './route'
import { ServingStaff } from './session'
import { MAX_TOUCHES_PER_REQUEST, TouchReport } from './touch'

const WantedLine = Type.Object({ skuId: Id, quantity: Quantity }, { additionalProperties: false })
const WantedLines = Type.Array(WantedLine, { minItems: 1, maxItems: 50 })

export const QuoteLine = Type.Object({
  skuId: Id,
  productId: Id,
  title: Type.String(),
  spec: Type.Record(Type.String(), Type.String()),
  picture: Picture,
  unitPriceFen: Fen,
  quantity: Count,
  discountFen: Fen,
  /** What the goods coupon takes off this line; part of discountFen. */
  couponFen: Type.Optional(Fen),
  paidFen: Fen,
})
export const QuoteView = Type.Object({
  lines: Type.Array(QuoteLine),
  goodsFen: Fen,
  discountFen: Fen,
  freightFen: Fen,
  freightDiscountFen: Fen,
  payableFen: Fen,
  toFreeFreightFen: nullable(Fen),
  coupons: Type.Optional(QuoteCoupons),
  quotedAt: Instant,
})
export type QuoteView = Static<typeof QuoteView>

export const quoteOrder = route({
  method: 'POST',
  path: '/quotes',
  role: 'member',
  summary: "The server's price for these lines to this address: the price that counts",
  body: Type.Object(
    { lines: WantedLines, addressId: Type.Optional(Id), couponIds: Type.Optional(CouponChoice) },
    { additionalProperties: false },
  ),
  response: QuoteView,
  errors: [
    'thing.not_found',
    'coupon.not_usable',
    'sku.withdrawn',
    'sku.out_of_stock',
    'sku.limit_exceeded',
    'freight.not_delivered',
  ],
})

export const OrderState = Type.Union([
  Type.Literal('unpaid'),
  Type.Literal('paid'),
  Type.Literal('shipped'),
  Type.Literal('received'),
  Type.Literal('closed'),
  Type.Literal('refunded'),
])
export type OrderState = Static<typeof OrderState>

export const OrderLineView = Type.Object({
  id: Id,
  skuId: Id,
  productId: Id,
  title: Type.String(),
  spec: Type.Record(Type.String(), Type.String()),
  picture: Picture,
  unitPriceFen: Fen,
  quantity: Count,
  discountFen: Fen,
  paidFen: Fen,
  /** Pieces whose money is back. */
  refundedUnits: Count,
  /** What each piece that may still be given back would pay, in the order in which pieces are taken. */
  refundableFen: Type.Array(Fen),
})

/** The main button first. `refund` gives back at once, `ask_refund` asks the shop. */
const OrderAction = Type.Union([
  Type.Literal('pay'),
  Type.Literal('cancel'),
  Type.Literal('confirm_receipt'),
  Type.Literal('refund'),
  Type.Literal('ask_refund'),
  Type.Literal('buy_again'),
])

export const OrderView = Type.Object({
  id: Id,
  number: Type.String(),
  state: OrderState,
  lines: Type.Array(OrderLineView),
  goodsFen: Fen,
  discountFen: Fen,
  freightFen: Fen,
  freightDiscountFen: Fen,
  payableFen: Fen,
  refundedFen: Fen,
  address: Type.Object({
    name: Type.String(),
    phone: Type.String(),
    province: Type.String(),
    city: Type.String(),
    district: Type.String(),
    detail: Type.String(),
  }),
  remark: Type.String(),
  coupons: Type.Optional(Type.Array(OrderCoupon)),
  createdAt: Instant,
  expiresAt: Instant,
  paidAt: nullable(Instant),
  closedAt: nullable(Instant),
  actions: Type.Array(OrderAction),
  /** What was asked for or given back of it, newest first. */
  afterSales: Type.Array(AfterSaleBrief),
  timeline: Type.Array(Type.Object({ event: Type.String(), at: Instant })),
  servingStaff: nullable(ServingStaff),
})
export type OrderView = Static<typeof OrderView>

export const OrderSummary = Type.Object({
  id: Id,
  number: Type.String(),
  state: OrderState,
  payableFen: Fen,
  itemCount: Count,
  lines: Type.Array(Type.Object({ title: Type.String(), picture: Picture, quantity: Count })),
  createdAt: Instant,
  expiresAt: Instant,
  actions: OrderView.properties.actions,
  /** Of the newest request about which something is still to happen. */
  afterSale: nullable(AfterSaleState),
})
export type OrderSummary = Static<typeof OrderSummary>

export const createOrder = route({
  method: 'POST',
  path: '/orders',
  role: 'member',
  summary:
    'Place an order: reserves stock, freezes prices and attribution. The same requestId gives the same order',
  body: Type.Object(
    {
      requestId: Type.String({ minLength: 8, maxLength: 64 }),
      lines: WantedLines,
      addressId: Id,
      couponIds: Type.Optional(CouponChoice),
      expectedPayableFen: Fen,
      remark: Type.Optional(Type.String({ maxLength: 200 })),
      sentAt: Instant,
      touches: Type.Optional(Type.Array(TouchReport, { maxItems: MAX_TOUCHES_PER_REQUEST })),
    },
    { additionalProperties: false },
  ),
  response: OrderView,
  errors: [
    'thing.not_found',
    'sku.withdrawn',
    'sku.out_of_stock',
    'sku.limit_exceeded',
    'freight.not_delivered',
    'coupon.not_usable',
    'order.price_changed',
    'order.too_many_unpaid',
    'order.request_reused',
  ],
})

const OrderKey = Type.Object({ id: Id })

export const getOrder = route({
  method: 'GET',
  path: '/orders/:id',
  role: 'member',
  summary: 'One of my orders; anybody else’s does not exist for me',
  params: OrderKey,
  response: OrderView,
  errors: ['thing.not_found'],
})

export const listOrders = route({
  method: 'GET',
  path: '/orders',
  role: 'member',
  summary: 'My orders, newest first',
  query: Type.Object({ state: Type.Optional(OrderState), ...PageQuery }),
  response: page(OrderSummary),
})

export const cancelOrder = route({
  method: 'POST',
  path: '/orders/:id/cancel',
  role: 'member',
  summary:
    'Cancel an unpaid order: closed at WeChat Pay first, then stock is released; if it was paid meanwhile it stays',
  params: OrderKey,
  response: OrderView,
  errors: ['thing.not_found', 'order.state_refused', 'payment.unavailable'],
})

export const PaymentParams = Type.Object({
  timeStamp: Type.String(),
  nonceStr: Type.String(),
  package: Type.String(),
  signType: Type.Literal('RSA'),
  paySign: Type.String(),
})
export type PaymentParams = Static<typeof PaymentParams>

export const payOrder = route({
  method: 'POST',
  path: '/orders/:id/pay',
  role: 'member',
  summary: 'Prepay at WeChat Pay and the signed parameters for wx.requestPayment',
  params: OrderKey,
  response: PaymentParams,
  errors: ['thing.not_found', 'order.state_refused', 'payment.unavailable', 'payment.closed'],
})

export const settleOrder = route({
  method: 'POST',
  path: '/orders/:id/settle',
  role: 'member',
  summary:
    'After wx.requestPayment: ask WeChat Pay for the truth now instead of waiting for the notification',
  params: OrderKey,
  response: OrderView,
  errors: ['thing.not_found', 'payment.unavailable'],
})

export const payNotification = route({
  method: 'POST',
  path: '/wechat/pay/notifications',
  role: 'wechat',
  summary: 'WeChat Pay notifications: raw bytes, signature, window and contents are checked; repeatable',
  response: Type.Object({ code: Type.String(), message: Type.String() }),
  errors: ['notification.rejected', 'notification.mismatch'],
})
