import type { AttributionFacts, TouchFact } from '@domain/attribution/types'
import { fen } from '@domain/money'
import type { CouponBenefit, FreightTemplate, PricedLine, QuoteInput } from '@domain/pricing/types'
import { DAY_MS, HOUR_MS } from '@domain/shop-time'

/** 2026-07-10 20:14 in the shop. */
export const ORDERED_AT = Date.UTC(2026, 6, 10, 12, 14)
export const daysBefore = (days: number): number => ORDERED_AT - days * DAY_MS
export const hoursBefore = (hours: number): number => ORDERED_AT - hours * HOUR_MS

export const aLine = (line: Partial<PricedLine> & { lineId: string }): PricedLine => ({
  skuId: `sku-${line.lineId}`,
  unitPrice: fen(1000),
  quantity: 1,
  ...line,
})

export const FREE_FREIGHT: FreightTemplate = {
  id: 'free',
  elsewhere: { fee: fen(0), freeOver: null },
  areas: [],
}

export const flatFreight = (fee: number, freeOver: number | null = null): FreightTemplate => ({
  id: 'flat',
  elsewhere: { fee: fen(fee), freeOver: freeOver === null ? null : fen(freeOver) },
  areas: [],
})

export const aCoupon = (coupon: Partial<CouponBenefit> = {}): CouponBenefit => ({
  id: 'coupon',
  slot: 'goods',
  lineIds: null,
  threshold: fen(0),
  off: { kind: 'amount', amountOff: fen(100) },
  ...coupon,
})

export const aCart = (cart: Partial<QuoteInput> & Pick<QuoteInput, 'lines'>): QuoteInput => ({
  goodsCoupon: null,
  freightCoupon: null,
  freight: FREE_FREIGHT,
  areaCode: '440305',
  ...cart,
})

/** A touch; `staff` makes it a card shared by that staff member, `relays` how often it was forwarded. */
export const aTouch = (
  touch: Partial<TouchFact> & { id: string; at: number; staff?: string; relays?: number },
): TouchFact => {
  const { staff, relays = 0, ...rest } = touch
  return {
    scene: 1008,
    groupId: null,
    isSuspect: false,
    share: staff
      ? {
          shareId: `share-${touch.id}`,
          rootId: relays > 0 ? 'root' : `share-${touch.id}`,
          depth: relays,
          staffId: staff,
          channel: 'card',
          status: 'ok',
        }
      : null,
    ...rest,
  }
}

export const someFacts = (facts: Partial<AttributionFacts> = {}): AttributionFacts => ({
  orderedAt: ORDERED_AT,
  memberId: 'member',
  buyerStaffId: null,
  isMemberBlocked: false,
  touches: [],
  ownerships: [],
  binding: null,
  leavers: [],
  ...facts,
})

/** A group owned by a staff member for as long as anyone remembers. */
export const owns = (staffId: string, groupId: string) => ({ groupId, staffId, from: 0, until: null })

export const boundTo = (staffId: string, lastPaidAt: number | null = null) => ({
  staffId,
  since: daysBefore(39),
  source: 'share' as const,
  lastPaidAt,
})

/** A leaver whose credit goes to `successorId` from the day they left, or to nobody. */
export const left = (staffId: string, leftAt: number, successorId: string | null = null) => ({
  staffId,
  leftAt,
  successions: successorId ? [{ successorId, from: leftAt, until: null, groupId: null, memberId: null }] : [],
})
