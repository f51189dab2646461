import { randomUUID } from 'node:crypto'
import type { ClaimRow, OpenRow, OrderRow } from '@domain/figures/rows'
import { fen } from '@domain/money'
import { DAY_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../../server/platform/database'
import { campaigns, coupons } from '../../../server/schema/coupon'
import { ledgerEntries } from '../../../server/schema/credit'
import { orderLines, orders } from '../../../server/schema/order'
import { touches } from '../../../server/schema/touch'
import type { TestProduct } from './order-builders'

/** Openings as the plain rows figures are defined over. */
export async function keepOpenings(db: Queryable, rows: readonly OpenRow[]): Promise<void> {
  await db.insert(touches).values(
    rows.map(({ touchId, memberId, at, staffId, groupId, isSuspect }) => ({
      id: touchId,
      memberId,
      at,
      receivedAt: at,
      scene: 1007,
      entry: 'cold' as const,
      path: 'pages/home/index',
      shareState: 'none' as const,
      groupState: groupId === null ? ('none' as const) : ('proven' as const),
      groupId,
      staffId,
      ...(isSuspect && { suspectRule: 'flood', suspectAt: at }),
    })),
  )
}

/** An order of one line, with what its ledger says of it. */
export async function keepOrder(db: Queryable, row: OrderRow, { productId, skuId }: TestProduct) {
  const { orderId, memberId, createdAt, paidAt, staffId, groupId, goodsPaid, goodsRefunded } = row
  const nothing = fen(0)
  await db.insert(orders).values({
    id: orderId,
    number: orderId,
    memberId,
    requestId: orderId,
    requestHash: '',
    state: paidAt === null ? 'unpaid' : 'paid',
    goodsFen: goodsPaid,
    discountFen: nothing,
    // Freight is paid and never counts.
    freightFen: fen(800),
    freightDiscountFen: nothing,
    payableFen: fen(goodsPaid + 800),
    address: { name: '张伟', phone: '', province: '', city: '', district: '', detail: '' },
    staffId,
    groupId,
    reason: staffId === null ? 'no_evidence' : 'share',
    policyVersion: 1,
    createdAt,
    expiresAt: createdAt,
    paidAt,
  })
  await db.insert(orderLines).values({
    id: orderId,
    orderId,
    position: 0,
    skuId,
    productId,
    title: '',
    spec: {},
    unitPriceFen: goodsPaid,
    quantity: 1,
    discountFen: nothing,
    paidFen: goodsPaid,
    unitPaidFen: [goodsPaid],
  })
  if (paidAt === null) return
  await book(db, row, 'earned', goodsPaid, staffId, paidAt)
  if (goodsRefunded > 0) await book(db, row, 'reversed', -goodsRefunded, staffId, paidAt)
}

/** An unpaid order is paid after all. */
export async function keepPayment(db: Queryable, row: OrderRow, paidAt: number): Promise<void> {
  await db.update(orders).set({ state: 'paid', paidAt }).where(eq(orders.id, row.orderId))
  await book(db, row, 'earned', row.goodsPaid, row.staffId, paidAt)
}

/** So much of the merchandise goes back. */
export const keepRefund = (db: Queryable, row: OrderRow, amount: number, at: number): Promise<void> =>
  book(db, row, 'reversed', -amount, row.staffId, at)

/** What is left of the credit goes to somebody else, in a pair of entries. */
export async function keepCorrection(db: Queryable, row: OrderRow, staffId: string | null, at: number) {
  const left = row.goodsPaid - row.goodsRefunded
  await book(db, row, 'corrected', -left, row.staffId, at, ':out')
  await book(db, row, 'corrected', left, staffId, at, ':in')
}

async function book(
  db: Queryable,
  { orderId, groupId }: OrderRow,
  kind: 'earned' | 'reversed' | 'corrected',
  amount: number,
  staffId: string | null,
  at: number,
  side = '',
): Promise<void> {
  const id = randomUUID()
  const key = `${kind}:${id}${side}`
  const line = { orderId, orderLineId: orderId, staffId, groupId, units: 1, unitNumbers: [0], at }
  await db.insert(ledgerEntries).values({ ...line, id, key, kind, amountFen: fen(amount) })
}

/** An offer without conditions; answers its id. */
export async function keepCampaign(db: Queryable, nowMs: number): Promise<string> {
  const id = randomUUID()
  await db.insert(campaigns).values({
    id,
    code: id,
    title: '满减券',
    status: 'live',
    claimFrom: nowMs - 365 * DAY_MS,
    claimUntil: nowMs + DAY_MS,
    totalStock: 100_000,
    limitPerMember: 100_000,
    scope: { kind: 'all' },
    slot: 'goods',
    tiers: [],
    createdAt: nowMs,
    updatedAt: nowMs,
  })
  return id
}

/** Copies of that offer; an upgrade takes the place of a copy of its own, claimed long ago. */
export async function keepClaims(db: Queryable, campaignId: string, rows: readonly ClaimRow[]) {
  for (const { couponId, memberId, claimedAt, isUpgrade } of rows) {
    const old = { memberId, couponId: randomUUID(), claimedAt: claimedAt - 300 * DAY_MS, isUpgrade: false }
    if (isUpgrade) await keepClaims(db, campaignId, [old])
    await db.insert(coupons).values({
      id: couponId,
      memberId,
      campaignId,
      requestId: couponId,
      title: '满减券',
      tierRank: 1,
      slot: 'goods',
      scope: { kind: 'all' },
      thresholdFen: fen(0),
      off: { kind: 'amount', amountOff: fen(100) },
      claimedAt,
      validFrom: claimedAt,
      validUntil: claimedAt + DAY_MS,
      upgradedFrom: isUpgrade ? old.couponId : null,
      state: 'claimed',
      movedAt: claimedAt,
    })
  }
}
