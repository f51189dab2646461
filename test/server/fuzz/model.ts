import type { Benefit, Bill, Piece } from './reckoning'

/** The shop in the simplest words there are: maps and sums, without a database, a lock or a crash. */

export interface ModelTier {
  readonly threshold: number
  readonly bps: number
  readonly cap: number
  readonly stock: number | null
  readonly days: number
  /** What the gate asks for: nothing, a net spend, one group, or so many buyers in the member's group. */
  readonly gate:
    | null
    | { readonly spend: number }
    | { readonly groupId: string }
    | { readonly buyers: number }
}

export interface ModelCampaign {
  readonly id: string
  readonly slot: 'goods' | 'freight'
  readonly productIds: readonly string[] | null
  readonly from: number
  readonly until: number
  readonly perGroup: number | null
  readonly limit: number
  readonly tiers: readonly ModelTier[]
  isPaused: boolean
  left: number
  tierLeft: (number | null)[]
  groupLeft: Record<string, number>
}

export interface ModelCoupon extends Benefit {
  readonly memberId: string
  readonly campaignId: string
  readonly rank: number
  readonly groupId: string | null
  readonly validUntil: number
  state: 'claimed' | 'reserved' | 'used' | 'upgraded'
  orderId: string | null
}

export interface ModelSku {
  readonly id: string
  readonly productId: string
  readonly listPrice: number
  readonly sale: { readonly price: number; readonly from: number; readonly until: number } | null
  available: number
  reserved: number
  sold: number
}

export interface ModelOrder {
  readonly id: string
  readonly number: string
  readonly memberId: string
  readonly pieces: readonly Piece[]
  readonly bill: Bill
  readonly couponIds: readonly string[]
  /** Whose group it was placed from. */
  readonly groupId: string | null
  readonly createdAt: number
  readonly expiresAt: number
  state: 'unpaid' | 'paid' | 'closed' | 'refunded'
  closedAt: number
  /** Its money is on its way though it is closed. */
  isLate: boolean
  wasPaid: boolean
  paidAt: number | null
  /** By SKU, how many pieces went back. */
  back: Record<string, number>
  refunded: number
  ledger: number
}

const GROUP_WINDOW_MS = 7 * 86_400_000

export class Model {
  readonly campaigns = new Map<string, ModelCampaign>()
  readonly coupons = new Map<string, ModelCoupon>()
  readonly skus = new Map<string, ModelSku>()
  readonly orders = new Map<string, ModelOrder>()
  /** When each member came from their group. */
  readonly visits = new Map<string, { readonly groupId: string; readonly at: readonly number[] }>()
  now = 0

  isUsable = (coupon: ModelCoupon): boolean => coupon.state === 'claimed' && this.now < coupon.validUntil

  couponsOf = (memberId: string): ModelCoupon[] =>
    [...this.coupons.values()].filter((coupon) => coupon.memberId === memberId)

  ordersOf = (memberId: string): ModelOrder[] =>
    [...this.orders.values()].filter((order) => order.memberId === memberId)

  spendOf = (memberId: string): number =>
    this.ordersOf(memberId).reduce((total, order) => total + order.ledger, 0)

  priceOf({ listPrice, sale }: ModelSku): number {
    return sale && this.now >= sale.from && this.now < sale.until
      ? Math.min(sale.price, listPrice)
      : listPrice
  }

  piecesOf(wanted: Readonly<Record<string, number>>): Piece[] {
    return Object.entries(wanted).map(([skuId, quantity]) => {
      const sku = this.skus.get(skuId)!
      return { skuId, productId: sku.productId, listPrice: sku.listPrice, price: this.priceOf(sku), quantity }
    })
  }

  canBeHad = (wanted: Readonly<Record<string, number>>): boolean =>
    Object.entries(wanted).every(([skuId, quantity]) => this.skus.get(skuId)!.available >= quantity)

  /** The group an order of this member counts to now. */
  groupNow(memberId: string): string | null {
    const visit = this.visits.get(memberId)
    return visit?.at.some((at) => this.now - at <= GROUP_WINDOW_MS) ? visit.groupId : null
  }

  /** The group a claim of this member counts to. */
  groupIn({ from, until }: ModelCampaign, memberId: string): string | null {
    const visit = this.visits.get(memberId)
    return visit?.at.some((at) => at >= from && at < until) ? visit.groupId : null
  }

  private opens(campaign: ModelCampaign, { gate }: ModelTier, memberId: string): boolean {
    if (gate === null) return true
    if ('spend' in gate) return this.spendOf(memberId) >= gate.spend
    const groupId = this.groupIn(campaign, memberId)
    if ('groupId' in gate) return groupId === gate.groupId
    if (groupId === null) return false
    const buyers = [...this.orders.values()].filter(
      (order) =>
        order.groupId === groupId &&
        order.paidAt !== null &&
        order.paidAt >= campaign.from &&
        order.paidAt < campaign.until,
    )
    return new Set(buyers.map((order) => order.memberId)).size >= gate.buyers
  }

  /** The rank a claim or upgrade would get now; null where it is refused. */
  rankFor(memberId: string, campaign: ModelCampaign, from: ModelCoupon | null): number | null {
    if (this.now >= campaign.until || campaign.isPaused) return null
    const mine = this.couponsOf(memberId).filter((coupon) => coupon.campaignId === campaign.id)
    if (
      from ? !this.isUsable(from) : mine.filter(({ state }) => state !== 'upgraded').length >= campaign.limit
    )
      return null
    if (!from && campaign.left < 1) return null
    const groupId = this.groupIn(campaign, memberId)
    const isFull = groupId !== null && (campaign.groupLeft[groupId] ?? campaign.perGroup ?? 1) < 1
    if (isFull && from?.groupId !== groupId) return null
    for (let rank = campaign.tiers.length; rank > (from?.rank ?? 0); rank--) {
      const isLeft = campaign.tierLeft[rank - 1] === null || campaign.tierLeft[rank - 1]! > 0
      if (isLeft && this.opens(campaign, campaign.tiers[rank - 1]!, memberId)) return rank
    }
    return null
  }

  claim(memberId: string, campaign: ModelCampaign, rank: number, id: string, from: ModelCoupon | null): void {
    const { threshold, bps, cap, days } = campaign.tiers[rank - 1]!
    const move = (at: number, by: number) => {
      if (campaign.tierLeft[at - 1] !== null) campaign.tierLeft[at - 1]! += by
    }
    const groupId = this.groupIn(campaign, memberId)
    const moveGroup = (id: string | null, by: number) => {
      if (campaign.perGroup === null || id === null) return
      campaign.groupLeft[id] = (campaign.groupLeft[id] ?? campaign.perGroup) + by
    }
    move(rank, -1)
    moveGroup(groupId, -1)
    if (from) {
      move(from.rank, 1)
      moveGroup(from.groupId, 1)
      from.state = 'upgraded'
    } else campaign.left -= 1
    const { slot, productIds } = campaign
    const validUntil = this.now + days * 86_400_000
    const benefit = { id, slot, threshold, bps, cap, productIds }
    this.coupons.set(id, {
      ...benefit,
      memberId,
      campaignId: campaign.id,
      rank,
      groupId,
      validUntil,
      state: 'claimed',
      orderId: null,
    })
  }

  place(order: ModelOrder): void {
    this.orders.set(order.id, order)
    this.move(order, { available: -1, reserved: 1 })
    for (const id of order.couponIds)
      Object.assign(this.coupons.get(id)!, { state: 'reserved', orderId: order.id })
  }

  pay(order: ModelOrder): void {
    // WeChat tells the time in whole seconds.
    const paidAt = Math.max(Math.floor(this.now / 1000) * 1000, order.createdAt)
    Object.assign(order, { state: 'paid', wasPaid: true, paidAt, ledger: order.bill.goodsPaid })
    this.move(order, { reserved: -1, sold: 1 })
    for (const id of order.couponIds) this.coupons.get(id)!.state = 'used'
  }

  close(order: ModelOrder): void {
    Object.assign(order, { state: 'closed', closedAt: this.now })
    this.move(order, { available: 1, reserved: -1 })
    this.giveBack(order)
  }

  /** Money for a closed order: taken where goods and coupons are all still there, else it goes back. */
  payLate(order: ModelOrder): void {
    order.isLate = false
    const goods = order.pieces.every(({ skuId, quantity }) => this.skus.get(skuId)!.available >= quantity)
    const coupons = order.couponIds.every((id) => this.coupons.get(id)!.state === 'claimed')
    if (!goods || !coupons) {
      order.state = 'refunded'
      order.wasPaid = false
      return
    }
    const paidAt = order.closedAt
    Object.assign(order, { state: 'paid', wasPaid: true, paidAt, ledger: order.bill.goodsPaid })
    this.move(order, { available: -1, sold: 1 })
    for (const id of order.couponIds)
      Object.assign(this.coupons.get(id)!, { state: 'used', orderId: order.id })
  }

  /** What giving these many pieces back pays; the cheapest to reason about: pieces go in the order of their numbers. */
  refund(order: ModelOrder, pieces: Readonly<Record<string, number>>): number {
    let amount = 0
    for (const [skuId, quantity] of Object.entries(pieces)) {
      const from = order.back[skuId] ?? 0
      for (const paid of order.bill.unitPaid[skuId]!.slice(from, from + quantity)) amount += paid
      order.back[skuId] = from + quantity
      const sku = this.skus.get(skuId)!
      sku.available += quantity
      sku.sold -= quantity
    }
    order.ledger -= amount
    if (order.pieces.every(({ skuId, quantity }) => order.back[skuId] === quantity)) {
      order.state = 'refunded'
      amount += order.bill.freightPaid
    }
    order.refunded += amount
    return amount
  }

  giveBack(order: ModelOrder): void {
    for (const id of order.couponIds) {
      const coupon = this.coupons.get(id)!
      if (coupon.orderId === order.id) Object.assign(coupon, { state: 'claimed', orderId: null })
    }
  }

  private move(order: ModelOrder, by: Partial<Record<'available' | 'reserved' | 'sold', 1 | -1>>): void {
    for (const { skuId, quantity } of order.pieces) {
      const sku = this.skus.get(skuId)!
      for (const [counter, sign] of Object.entries(by)) sku[counter as 'sold'] += sign * quantity
    }
  }
}
