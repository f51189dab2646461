import { type Static, Type } from '@sinclair/typebox'

/**
 * Every refusal the API can give, with its HTTP status. Clients decide by `code`, never by the sentence.
 * A code that is not in this table does not compile, on either side of the wire.
 */
export const ERROR_STATUS = {
  'request.invalid': 400,
  'request.too_large': 413,
  'request.too_many': 429,
  'session.missing': 401,
  'session.expired': 401,
  'login.code_invalid': 400,
  'login.blocked': 403,
  'login.unavailable': 503,
  'role.required': 403,
  'thing.not_found': 404,
  'invitation.invalid': 404,
  'invitation.taken': 409,
  'group.unproven': 422,
  'group.owned_by_other': 409,
  'claim.needless': 409,
  'claim.decided': 409,
  'policy.invalid': 400,
  'staff.last_manager': 409,
  'handover.refused': 409,
  'handover.changed': 409,
  'block.refused': 409,
  'correction.refused': 409,
  'privacy.order_open': 409,
  'privacy.has_post': 409,
  'cart.full': 409,
  'sku.withdrawn': 409,
  'sku.out_of_stock': 409,
  'sku.limit_exceeded': 409,
  'order.empty': 400,
  'order.price_changed': 409,
  'order.too_many_unpaid': 409,
  'order.state_refused': 409,
  'order.request_reused': 409,
  'address.missing': 400,
  'freight.not_delivered': 409,
  'freight.rule_invalid': 400,
  'shipping.unavailable': 503,
  'parcel.company_unknown': 400,
  'parcel.units_refused': 409,
  'parcel.too_many': 409,
  'parcel.number_used': 409,
  'message.fact_unfit': 400,
  'invoice.tax_number_invalid': 400,
  'invoice.issued': 409,
  'invoice.state_refused': 409,
  'invoice.amount_changed': 409,
  'invoice.number_used': 409,
  'job.finished': 409,
  'coupon.not_usable': 409,
  'claim.not_yet': 409,
  'claim.ended': 409,
  'claim.paused': 409,
  'claim.limit_reached': 409,
  'claim.sold_out': 409,
  'claim.not_qualified': 409,
  'claim.nothing_better': 409,
  'claim.coupon_not_unused': 409,
  'claim.request_reused': 409,
  'campaign.invalid': 422,
  'campaign.code_taken': 409,
  'campaign.edit_refused': 409,
  'campaign.version_old': 409,
  'campaign.state_refused': 409,
  'payment.unavailable': 503,
  'payment.closed': 409,
  'refund.not_refundable': 409,
  'refund.amount_changed': 409,
  'refund.too_many': 409,
  'refund.too_late': 409,
  'after_sale.state_refused': 409,
  'notification.rejected': 401,
  'notification.mismatch': 400,
  'simulation.off': 404,
  'conflict.retry': 409,
  'server.unavailable': 503,
  'server.failed': 500,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof ERROR_STATUS

export const ErrorBody = Type.Object(
  {
    code: Type.String({ description: 'Stable code, see the table of errors' }),
    message: Type.String({ description: 'One English sentence for developers; never shown to customers' }),
    field: Type.Optional(Type.String({ description: 'The field that was refused, as a JSON pointer' })),
    detail: Type.Optional(
      Type.Unknown({ description: 'Typed facts of the refusal, such as what is left in stock' }),
    ),
  },
  { $id: 'Error' },
)
export type ErrorBody = Static<typeof ErrorBody>

/** A refusal as services return it: the code, one sentence, and the facts behind it. */
export interface Refusal {
  readonly code: ErrorCode
  readonly message: string
  readonly field?: string
  readonly detail?: unknown
}
