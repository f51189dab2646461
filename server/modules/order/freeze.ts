import type { AddressView } from '@contract/address'
import { ORDER_SERIAL_LIMIT, orderNumber } from '@domain/order/number'
import type { Quote } from '@domain/pricing/types'
import type { Deps } from '../../platform/deps'
import type { OrderAttribution } from '../attribution/service'
import { orderedSpec, type SkuRow } from '../catalogue/skus'
import { discountOf, sumsOf } from '../quote/view'
import { type OrderRequest, requestHash } from './request'
import type { NewOrder, NewOrderLine } from './store'

export interface Placed {
  readonly memberId: string
  readonly request: OrderRequest
  readonly quote: Quote
  readonly skus: readonly SkuRow[]
  readonly address: AddressView
  readonly attribution: OrderAttribution
  readonly nowMs: number
  readonly reserveMs: number
}

/** The order's row: everything later money depends on, as it stands at this moment. */
export function freezeOrder(
  { ids, random }: Deps,
  { memberId, request, quote, address, attribution, nowMs, reserveMs }: Placed,
): NewOrder {
  const { name, phone, province, city, district, detail } = address
  const { staffId, groupId, reason, policyVersion } = attribution
  return {
    id: ids.next(),
    number: orderNumber(nowMs, random.integer(ORDER_SERIAL_LIMIT)),
    memberId,
    requestId: request.requestId,
    requestHash: requestHash(request),
    state: 'unpaid',
    ...sumsOf(quote),
    address: { name, phone, province, city, district, detail },
    remark: request.remark?.trim() ?? '',
    staffId,
    groupId,
    reason,
    policyVersion,
    createdAt: nowMs,
    expiresAt: nowMs + reserveMs,
  }
}

/** The lines with what each unit really cost, so that a refund never computes a price again. */
export function freezeLines({ ids }: Deps, orderId: string, { quote, skus }: Placed): NewOrderLine[] {
  const byId = new Map(skus.map((sku) => [sku.skuId, sku]))
  return quote.lines.map((line, position) => {
    const sku = byId.get(line.skuId)!
    return {
      id: ids.next(),
      orderId,
      position,
      skuId: sku.skuId,
      productId: sku.productId,
      title: sku.title,
      spec: orderedSpec(sku),
      image: sku.image,
      unitPriceFen: line.unitPrice,
      quantity: line.quantity,
      discountFen: discountOf(line),
      paidFen: line.paid,
      unitPaidFen: [...line.unitPaid],
    }
  })
}
