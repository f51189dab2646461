import { decide } from '@domain/attribution/decide'
import { type AttributionPolicy, LAST_SHARE } from '@domain/attribution/policy'
import type { Attribution, AttributionFacts } from '@domain/attribution/types'
import { spendFor } from '@domain/coupon/life'
import { bookEarned } from '@domain/ledger/book'
import type { LedgerOrder } from '@domain/ledger/entry'
import { fen } from '@domain/money'
import { ORDER_SERIAL_LIMIT, orderNumber } from '@domain/order/number'
import type { Quote } from '@domain/pricing/types'
import { MINUTE_MS } from '@domain/shop-time'
import { sumsOf } from '../../server/modules/quote/view'
import type { OrderAddress } from '../../server/schema/order'
import type { BasketLine } from './baskets'
import { keepEntries, type SeededOrder } from './ledger'
import { cartOf, priceOf } from './price'
import { moveCoupons, type Purse, takeCoupons } from './purse'
import type { Stage } from './stage'
import { ownershipsOf, type Standing } from './touches'

const RESERVED_MS = 15 * MINUTE_MS

const NO_COUPONS: ReturnType<typeof takeCoupons> = { picked: [], rows: [] }

interface Placing {
  readonly at: number
  /** When the member opened the shop; coupons are claimed between that and the order. */
  readonly openedAt: number
  /** Null for whoever looks for no coupons. */
  readonly purse: Purse | null
}

/** Places an order as the order module would: priced, attributed by what is known of the member, frozen. */
export function seedOrder(
  stage: Stage,
  member: Standing,
  basket: readonly BasketLine[],
  address: OrderAddress,
  { at, openedAt, purse }: Placing,
): SeededOrder {
  const facts = factsOf(stage, member, at)
  const decision = decide(facts, LAST_SHARE)
  const orderId = stage.id(at)
  const cart = cartOf(stage, basket, address)
  const claimedAt = Math.floor((openedAt + at) / 2)
  const { picked, rows: coupons } = purse
    ? takeCoupons(stage, purse, member, cart, { orderId, claimedAt, at })
    : NO_COUPONS
  const price = priceOf(stage, basket, address, cart, picked)
  const order = orderRow(stage, { orderId, memberId: member.memberId, address, at, price, decision })
  const lines = basket.map(({ product, sku, quantity }, position) => {
    const { unitPrice, campaignOff, couponOff, paid, unitPaid } = price.lines[position]!
    return {
      id: stage.id(at),
      orderId: order.id,
      position,
      skuId: sku.id,
      productId: product.id,
      title: product.title,
      spec: sku.spec,
      image: sku.image ?? product.images[0] ?? null,
      unitPriceFen: unitPrice,
      quantity,
      discountFen: fen(campaignOff + couponOff),
      paidFen: paid,
      unitPaidFen: unitPaid,
      refundedUnits: 0,
    }
  })
  stage.rows.orders.push(order)
  stage.rows.orderLines.push(...lines)
  const commissionBps = commissionOf(stage, decision.staffId)
  const { evidenceTouchId, policyVersion } = decision
  stage.rows.orderAttributions.push({
    orderId: order.id,
    facts,
    decision,
    evidenceTouchId,
    policyVersion,
    commissionBps,
  })
  const ledger: LedgerOrder = {
    orderId: order.id,
    staffId: decision.staffId,
    lines: lines.map(({ id, unitPaidFen }) => ({ lineId: id, unitPaid: unitPaidFen, commissionBps })),
  }
  for (const { coupon, off } of picked) {
    const { id: couponId, slot, campaignId, title } = coupon
    stage.rows.orderCoupons.push({ orderId, slot, couponId, campaignId, title, offFen: off })
  }
  const seeded: SeededOrder = { order, lines, ledger, entries: [], coupons }
  purse?.orders.push(seeded)
  note(stage, seeded, { at, event: 'create', from: null, to: 'unpaid', actor: 'member' })
  return seeded
}

/** The member pays; what the order earned is booked. */
export function payOrder(stage: Stage, member: Standing, seeded: SeededOrder, at: number): void {
  const { order } = seeded
  Object.assign(order, { state: 'paid', paidAt: at })
  moveCoupons(seeded.coupons, at, (coupon) => spendFor(coupon, order.id))
  note(stage, seeded, { at, event: 'pay', from: 'unpaid', to: 'paid', actor: 'wechat' })
  const serial = String(stage.rows.payments.length).padStart(21, '0')
  stage.rows.payments.push({
    id: stage.id(order.createdAt),
    orderId: order.id,
    outTradeNo: order.number,
    amountFen: order.payableFen,
    state: 'paid',
    transactionId: `4200001${serial}`,
    paidAt: at,
    createdAt: order.createdAt,
    updatedAt: at,
  })
  keepEntries(stage, seeded, bookEarned(seeded.ledger, at))
  if (member.binding && order.staffId === member.binding.staffId) {
    member.binding = { ...member.binding, lastPaidAt: at }
  }
}

type Step = Pick<SeededOrder['order'], 'state'>['state']

/** One line of the order's history. */
export function note(
  stage: Stage,
  { order }: SeededOrder,
  step: {
    readonly at: number
    readonly event: string
    readonly from: Step | null
    readonly to: Step
    readonly actor: 'member' | 'manager' | 'wechat' | 'clock'
  },
): void {
  const { at, event, from, to, actor } = step
  const id = stage.id(at)
  stage.rows.orderEvents.push({ id, orderId: order.id, at, event, fromState: from, toState: to, actor })
}

function factsOf(stage: Stage, member: Standing, orderedAt: number): AttributionFacts {
  const { memberId, staffId: buyerStaffId, binding } = member
  const since = orderedAt - 2 * windowOf(LAST_SHARE)
  const touches = member.touches.filter(({ at, share, groupId }) => at > since && (share || groupId !== null))
  const groupIds = new Set(touches.flatMap(({ groupId }) => (groupId === null ? [] : [groupId])))
  const ownerships = ownershipsOf(stage, groupIds)
  return {
    orderedAt,
    memberId,
    buyerStaffId,
    isMemberBlocked: false,
    touches,
    ownerships,
    binding,
    leavers: [],
  }
}

const windowOf = (policy: AttributionPolicy): number => Math.max(policy.shareWindowMs, policy.groupWindowMs)

interface Placed {
  readonly orderId: string
  readonly memberId: string
  readonly address: OrderAddress
  readonly at: number
  readonly price: Quote
  readonly decision: Attribution
}

function orderRow(
  stage: Stage,
  { orderId, memberId, address, at, price, decision }: Placed,
): SeededOrder['order'] {
  const { staffId, groupId, reason, policyVersion } = decision
  return {
    id: orderId,
    number: orderNumber(at, stage.bytes.integer(ORDER_SERIAL_LIMIT)),
    memberId,
    requestId: orderId,
    requestHash: '',
    state: 'unpaid',
    ...sumsOf(price),
    address,
    remark: '',
    staffId,
    groupId,
    reason,
    policyVersion,
    createdAt: at,
    expiresAt: at + RESERVED_MS,
    paidAt: null,
    closedAt: null,
    shippedAt: null,
    receivedAt: null,
  }
}

function commissionOf({ rows }: Stage, staffId: string | null): number | null {
  const bps = rows.staff.find(({ id }) => id === staffId)?.commissionBps ?? 0
  return bps > 0 ? bps : null
}
