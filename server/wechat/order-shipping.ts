import { SHOP_OFFSET_MS } from '@domain/shop-time'
import { Type } from '@sinclair/typebox'
import type { MiniProgramCall } from './mini-program-call'
import { MiniProgramError } from './mini-program-error'

export interface ShippingParcel {
  readonly trackingNumber: string
  readonly companyCode: string
  /** At most 120 characters. */
  readonly description: string
  /** Masked, the last four digits visible; SF Express needs it. */
  readonly receiverPhone: string | null
}

export interface ShippingInfo {
  /** WeChat Pay's number of the payment. */
  readonly transactionId: string
  readonly openid: string
  /** Every parcel so far, in order: a later upload replaces an earlier one. */
  readonly parcels: readonly ShippingParcel[]
  readonly isSplit: boolean
  /** Nothing of the order is left to send. Only then the customer is told, and the money is on its way. */
  readonly isAllSent: boolean
  /** WeChat ignores what is not newer than what it has. */
  readonly at: number
}

export interface ShippingOrderState {
  /** 1 to ship, 2 shipped, 3 confirmed, 4 done, 5 refunded, 6 awaiting settlement. */
  readonly state: number
  readonly isInComplaint: boolean
  readonly isAllSent: boolean
}

/** 发货信息管理: what WeChat must be told about parcels, and what it knows of receipt. Throws MiniProgramError. */
export interface OrderShipping {
  /** Repeatable: the same again is answered with errcode 10060023. */
  uploadShipping(info: ShippingInfo): Promise<void>
  /** WeChat's own state of the order; null where it knows no such payment (10060001). */
  getShippingState(transactionId: string): Promise<ShippingOrderState | null>
}

export type WithToken = <T>(work: (query: string) => Promise<T>) => Promise<T>

const OrderAnswer = Type.Object({
  order: Type.Object({
    order_state: Type.Integer(),
    in_complaint: Type.Optional(Type.Boolean()),
    shipping: Type.Optional(Type.Object({ finish_shipping: Type.Optional(Type.Boolean()) })),
  }),
})
const BY_TRANSACTION_ID = 2
const EXPRESS = 1
const UNIFIED = 1
const SPLIT = 2
const NO_SUCH_PAYMENT = 10060001

/** RFC 3339 at +08:00 with milliseconds: two uploads within one second must still have an order. */
const uploadTime = (at: number): string => `${new Date(at + SHOP_OFFSET_MS).toISOString().slice(0, 23)}+08:00`

const parcelOf = ({ trackingNumber, companyCode, description, receiverPhone }: ShippingParcel) => ({
  tracking_no: trackingNumber,
  express_company: companyCode,
  item_desc: description,
  ...(receiverPhone !== null && { contact: { receiver_contact: receiverPhone } }),
})

export function createOrderShipping(call: MiniProgramCall, withToken: WithToken): OrderShipping {
  return {
    async uploadShipping({ transactionId, openid, parcels, isSplit, isAllSent, at }) {
      const body = {
        order_key: { order_number_type: BY_TRANSACTION_ID, transaction_id: transactionId },
        logistics_type: EXPRESS,
        delivery_mode: isSplit ? SPLIT : UNIFIED,
        ...(isSplit && { is_all_delivered: isAllSent }),
        shipping_list: parcels.map(parcelOf),
        upload_time: uploadTime(at),
        payer: { openid },
      }
      await withToken((query) =>
        call.json('upload_shipping_info', Type.Object({}), {
          path: `/wxa/sec/order/upload_shipping_info?${query}`,
          body,
          retryBusy: true,
        }),
      )
    },
    async getShippingState(transactionId) {
      try {
        const { order } = await withToken((query) =>
          call.json('get_order', OrderAnswer, {
            path: `/wxa/sec/order/get_order?${query}`,
            body: { transaction_id: transactionId },
            retryBusy: true,
          }),
        )
        return {
          state: order.order_state,
          isInComplaint: order.in_complaint ?? false,
          isAllSent: order.shipping?.finish_shipping ?? false,
        }
      } catch (error) {
        if (error instanceof MiniProgramError && error.errcode === NO_SUCH_PAYMENT) return null
        throw error
      }
    },
  }
}
