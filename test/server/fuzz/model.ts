import type { Benefit, Bill, Piece } from './reckoning'

/** The shop in the simplest words there are: maps and sums, without a database, a lock or a crash. */

export interface ModelTier {
  readonly threshold: number
  readonly bps: number
  readonly cap: number
  readonly stock: number | null
  readonly days: number
  /** Net spend the gate asks for; 0 is anyone. */
  readonly fromSpend: number
}

export interface ModelCampaign {
  readonly id: string
  readonly slot: 'goods' | 'freight'
  readonly productIds: readonly string[] | null
  readonly until: number
  readonly limit: number
  readonly tiers: readonly ModelTier[]
  left: number
  tierLeft: (number | null)[]
}

export interface ModelCoupon extends Benefit {
  readonly memberId: string
  readonly campaignId: string
  readonly rank: number
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
  readonly expiresAt: number
  state: 'unpaid' | 'paid' | 'closed' | 'refunded'
  /** Its money is on its way though it is closed. */
  isLate: boolean
  wasPaid: boolean
  /** By SKU, how many pieces went back. */
  back: Record<string, number>
  refunded: number
  ledger: number
}

export class Model {
  readonly campaigns = new Map<string, ModelCampaign>()
  readonly coupons = new Map<string, ModelCoupon>()
  readonly skus = new Map<string, ModelSku>()
  readonly orders = new Map<string, ModelOrder>()
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

  /** The rank a claim or upgrade would get now; null where it is refused. */
  rankFor(memberId: string, campaign: ModelCampaign, from: ModelCoupon | null): number | null {
    if (this.now >= campaign.until) return null
    const mine = this.couponsOf(memberId).filter((coupon) => coupon.campaignId === campaign.id)
    if (
      from ? !this.isUsable(from) : mine.filter(({ state }) => state !== 'upgraded').length >= campaign.limit
    )
      return null
    if (!from && campaign.left < 1) return null
    for (let rank = campaign.tiers.length; rank > (from?.rank ?? 0); rank--) {
      const isLeft = campaign.tierLeft[rank - 1] === null || campaign.tierLeft[rank - 1]! > 0
      if (isLeft && this.spendOf(memberId) >= campaign.tiers[rank - 1]!.fromSpend) return rank
    }
    return null
  }

  claim(memberId: string, campaign: ModelCampaign, rank: number, id: string, from: ModelCoupon | null): void {
    const { threshold, bps, cap, days } = campaign.tiers[rank - 1]!
    const move = (at: number, by: number) => {
      if (campaign.tierLeft[at - 1] !== null) campaign.tierLeft[at - 1]! += by
    }
    move(rank, -1)
    if (from) {
      move(from.rank, 1)
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
    Object.assign(order, { state: 'paid', wasPaid: true, ledger: order.bill.goodsPaid })
    this.move(order, { reserved: -1, sold: 1 })
    for (const id of order.couponIds) this.coupons.get(id)!.state = 'used'
  }

  close(order: ModelOrder): void {
    order.state = 'closed'
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
    Object.assign(order, { state: 'paid', wasPaid: true, ledger: order.bill.goodsPaid })
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
