import type { Refusal } from '@contract/errors'
import type { QuoteView } from '@contract/order'
import { checkUnpaid } from '@domain/order/limits'
import { reserve } from '@domain/order/stock'
import { ok, type Result, refuse } from '@domain/result'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { enqueue } from '../../platform/jobs/queue'
import { isUniqueViolation } from '../../platform/sql-errors'
import { findAddress } from '../address/store'
import { attributeOrder, saveAttribution } from '../attribution/service'
import { removeLines } from '../cart/store'
import { lockSkus, moveStock } from '../catalogue/skus'
import { reserveCoupons } from '../coupon/spend'
import { couponsToSpend, lockChosen } from '../coupon/spend-store'
import { lockMember } from '../member/lock'
import { expiryJob } from '../payment/jobs'
import { campaignPricesOf } from '../price/store'
import { priceOf } from '../quote/price'
import { withBestQuote } from '../quote/refused'
import { quoteView } from '../quote/view'
import { checkWanted, limitRefusal, mergeLines, stockOf } from '../quote/wanted'
import { readSettings } from '../shop/settings'
import { recordTouches } from '../touch/service'
import { freezeLines, freezeOrder } from './freeze'
import { noteEvent } from './move'
import { type OrderRequest, requestHash } from './request'
import * as store from './store'

export interface OrderCall {
  readonly memberId: string
  readonly sessionId: string
  readonly request: OrderRequest
  readonly nowMs: number
}

const NUMBER_TRIES = 3

/**
 * Places an order, or answers with the one this request already made. Everything happens in one transaction, and a
 * refusal leaves nothing behind. Two orders of one second may draw the same number: then another is drawn.
 */
export async function placeOrder(deps: Deps, call: OrderCall): Promise<Result<store.OrderRow, Refusal>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(deps.db, (tx) => place(tx, deps, call))
    } catch (error) {
      if (attempt === NUMBER_TRIES || !isUniqueViolation(error, 'orders_number_unique')) throw error
    }
  }
}

async function place(tx: Tx, deps: Deps, call: OrderCall): Promise<Result<store.OrderRow, Refusal>> {
  const { memberId, request, nowMs } = call
  await lockMember(tx, memberId)
  await recordCarried(tx, deps, call)
  const made = await store.findByRequest(tx, memberId, request.requestId)
  if (made) return replay(made, request)

  const { limits, freight } = await readSettings(tx)
  const unpaid = checkUnpaid(await store.countUnpaid(tx, memberId), limits)
  if (!unpaid.ok) return refuse(limitRefusal(unpaid.error))
  const address = await findAddress(tx, memberId, request.addressId)
  if (!address) return refuse({ ...NOT_FOUND, field: '/body/addressId' })

  // Decided before the SKUs are locked, so that others wait for the shelf as briefly as can be.
  const attribution = await attributeOrder(tx, deps, { memberId, orderedAt: nowMs })
  const lines = mergeLines(request.lines)
  const skus = await lockSkus(
    tx,
    lines.map((line) => line.skuId),
  )
  const checked = checkWanted(lines, skus, limits)
  if (!checked.ok) return checked
  const campaignPrices = await campaignPricesOf(tx, skus, nowMs)
  // After the shelf, as everybody who moves an order locks them. An order names what it was shown: a slot left out is empty.
  const { couponIds = {} } = request
  await lockChosen(tx, memberId, couponIds)
  const coupons = await couponsToSpend(tx, memberId, couponIds, nowMs)
  const terms = { freight, address, campaignPrices, coupons, nowMs }
  const priced = priceOf(lines, skus, terms, { goods: null, freight: null, ...couponIds })
  if (!priced.ok) return refuse(await withBestQuote(tx, deps.config, priced.error, { lines, skus, terms }))
  const { quote } = priced.value
  if (quote.payable !== request.expectedPayableFen) {
    return priceChanged(await quoteView(tx, deps.config, priced.value, skus, nowMs))
  }

  const held = reserve(lines, skus.map(stockOf))
  if (!held.ok) throw new Error('stock was checked and is locked')
  await moveStock(tx, held.value)
  const { reserveMs } = limits
  const placed = { memberId, request, quote, skus, address, attribution, nowMs, reserveMs }
  const frozen = freezeOrder(deps, placed)
  const order = await store.insertOrder(tx, frozen, freezeLines(deps, frozen.id, placed))
  const { goods, freight: forFreight } = priced.value.coupons
  const picked = [goods, forFreight].filter((it) => it !== null)
  await reserveCoupons(tx, { orderId: order.id, memberId }, picked, nowMs)
  await saveAttribution(tx, order.id, attribution)
  const created = { event: 'create', actor: 'member', at: nowMs } as const
  await noteEvent(tx, deps, { id: order.id, state: null }, created, 'unpaid')
  await enqueue(tx, expiryJob(deps, order, nowMs))
  await removeLines(
    tx,
    memberId,
    lines.map((line) => line.skuId),
  )
  return ok(order)
}

/** Openings the client could not send before: they are evidence, so they are recorded before the order decides. */
async function recordCarried(
  tx: Tx,
  deps: Deps,
  { memberId, sessionId, request, nowMs }: OrderCall,
): Promise<void> {
  const { touches = [], sentAt } = request
  if (touches.length > 0)
    await recordTouches(tx, deps, { memberId, sessionId, sentAt, receivedAt: nowMs, touches })
}

const replay = (made: store.OrderRow, request: OrderRequest): Result<store.OrderRow, Refusal> =>
  made.requestHash === requestHash(request)
    ? ok(made)
    : refuse({
        code: 'order.request_reused',
        message: 'This requestId made another order already.',
        field: '/body/requestId',
        detail: { orderId: made.id },
      })

const priceChanged = (quote: QuoteView) =>
  refuse<Refusal>({
    code: 'order.price_changed',
    message: 'The price is another now; show it before asking again.',
    detail: { quote },
  })
