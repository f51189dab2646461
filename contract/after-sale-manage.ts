import { Type } from '@sinclair/typebox'
import {
  AfterSaleKey,
  AfterSaleNote,
  AfterSaleState,
  ManagedAfterSale,
  REFUND_REFUSALS,
  RefundOrderKey,
  RefundPreview,
  RefundReason,
  RefundRequestId,
  WantedPieces,
} from './after-sale'
import { Count, Fen, nullable, PageQuery } from './common'
import { route } from './route'

const DecisionNote = Type.String({ minLength: 1, maxLength: 200 })

export const listManagedAfterSales = route({
  method: 'GET',
  path: '/manage/after-sales',
  role: 'manager',
  summary:
    'Requests by state, those waiting longest first; `trouble` is money that needs a person, whatever the state',
  query: Type.Object({
    state: Type.Optional(Type.Union([AfterSaleState, Type.Literal('trouble')])),
    ...PageQuery,
  }),
  response: Type.Object({
    items: Type.Array(ManagedAfterSale),
    next: nullable(Type.String()),
    /** How many wait in each of the lists a manager works off. */
    counts: Type.Object({
      requested: Count,
      approved: Count,
      returning: Count,
      refunding: Count,
      trouble: Count,
    }),
  }),
})

export const getManagedAfterSale = route({
  method: 'GET',
  path: '/manage/after-sales/:id',
  role: 'manager',
  summary: 'One request with its money',
  params: AfterSaleKey,
  response: ManagedAfterSale,
  errors: ['thing.not_found'],
})

export const approveAfterSale = route({
  method: 'POST',
  path: '/manage/after-sales/:id/approve',
  role: 'manager',
  summary:
    'Agree: a return then waits for its goods, a refund goes on its way. The member may keep the goods of a return',
  params: AfterSaleKey,
  body: Type.Object(
    {
      /** Freight goes back with the last piece. */
      isShopAtFault: Type.Boolean(),
      /** The money goes back without the goods. */
      mayKeepGoods: Type.Optional(Type.Boolean()),
      note: Type.Optional(AfterSaleNote),
    },
    { additionalProperties: false },
  ),
  response: ManagedAfterSale,
  errors: ['thing.not_found', 'after_sale.state_refused', 'refund.too_many', 'refund.too_late'],
})

export const refuseAfterSale = route({
  method: 'POST',
  path: '/manage/after-sales/:id/refuse',
  role: 'manager',
  summary: 'Decline, with a reason the member reads',
  params: AfterSaleKey,
  body: Type.Object({ note: DecisionNote }, { additionalProperties: false }),
  response: ManagedAfterSale,
  errors: ['thing.not_found', 'after_sale.state_refused'],
})

export const takeGoodsBack = route({
  method: 'POST',
  path: '/manage/after-sales/:id/goods-back',
  role: 'manager',
  summary: 'The goods are back: the money goes on its way, and what can be sold again returns to the shelf',
  params: AfterSaleKey,
  body: Type.Object(
    { isRestocked: Type.Boolean(), isShopAtFault: Type.Optional(Type.Boolean()) },
    { additionalProperties: false },
  ),
  response: ManagedAfterSale,
  errors: ['thing.not_found', 'after_sale.state_refused', 'refund.too_many', 'refund.too_late'],
})

export const pursueAfterSale = route({
  method: 'POST',
  path: '/manage/after-sales/:id/pursue',
  role: 'manager',
  summary:
    'Try stuck money again: an abnormal refund is asked after, a closed one is asked for under a new number',
  params: AfterSaleKey,
  response: ManagedAfterSale,
  errors: ['thing.not_found', 'after_sale.state_refused', 'refund.too_many', 'refund.too_late'],
})

export const giveRefund = route({
  method: 'POST',
  path: '/manage/orders/:id/refunds',
  role: 'manager',
  summary:
    'Give pieces of a paid order back without being asked; at the shop’s fault the freight goes back too',
  params: RefundOrderKey,
  body: Type.Object(
    {
      requestId: RefundRequestId,
      lines: WantedPieces,
      reason: RefundReason,
      note: Type.Optional(AfterSaleNote),
      isShopAtFault: Type.Boolean(),
      /** Whether the goods of a shipped order are back and can be sold again. */
      isRestocked: Type.Optional(Type.Boolean()),
      /** Refused where it pays another amount; not checked where missing. */
      expectedFen: Type.Optional(Fen),
    },
    { additionalProperties: false },
  ),
  response: ManagedAfterSale,
  errors: REFUND_REFUSALS,
})

export const previewManagedRefund = route({
  method: 'POST',
  path: '/manage/orders/:id/refund-preview',
  role: 'manager',
  summary: 'What giving these pieces back would pay, with or without the shop’s fault',
  params: RefundOrderKey,
  body: Type.Object({ lines: WantedPieces, isShopAtFault: Type.Boolean() }, { additionalProperties: false }),
  response: RefundPreview,
  errors: ['thing.not_found', 'order.state_refused', 'refund.not_refundable'],
})
