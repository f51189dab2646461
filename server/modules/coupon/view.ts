import type { CouponScopeView, CouponView } from '@contract/coupon'
import { type HeldCoupon, isExpiringSoon, stateAt } from '@domain/coupon/coupon'
import type { CouponScope } from '@domain/coupon/types'
import { inArray } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { categories, products } from '../../schema/catalogue'

/** Shows scopes with the names of what they hold; all names are looked up at once. */
export async function scopeViews(
  db: Queryable,
  scopes: readonly CouponScope[],
): Promise<(scope: CouponScope) => CouponScopeView> {
  const wanted = (kind: CouponScope['kind']) => [
    ...new Set(scopes.filter((scope) => scope.kind === kind).flatMap(idsOf)),
  ]
  const [categoryIds, productIds] = [wanted('categories'), wanted('products')]
  const names = new Map<string, string>()
  if (categoryIds.length > 0) {
    const found = await db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(inArray(categories.id, categoryIds))
    for (const { id, name } of found) names.set(id, name)
  }
  if (productIds.length > 0) {
    const found = await db
      .select({ id: products.id, name: products.title })
      .from(products)
      .where(inArray(products.id, productIds))
    for (const { id, name } of found) names.set(id, name)
  }
  return (scope) => ({
    kind: scope.kind,
    items: idsOf(scope).flatMap((id) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
  })
}

const idsOf = (scope: CouponScope): readonly string[] =>
  scope.kind === 'all' ? [] : scope.kind === 'categories' ? scope.categoryIds : scope.productIds

/** Shows coupons as their member sees them at a moment. */
export async function couponViews(
  db: Queryable,
  coupons: readonly HeldCoupon[],
): Promise<(coupon: HeldCoupon, nowMs: number) => CouponView> {
  const scopeView = await scopeViews(
    db,
    coupons.map(({ scope }) => scope),
  )
  return (coupon, nowMs) => ({
    id: coupon.id,
    campaignId: coupon.campaignId,
    title: coupon.title,
    tierRank: coupon.tierRank,
    slot: coupon.slot,
    scope: scopeView(coupon.scope),
    thresholdFen: coupon.threshold,
    off: coupon.off,
    claimedAt: coupon.claimedAt,
    validFrom: coupon.validFrom,
    validUntil: coupon.validUntil,
    state: stateAt(coupon, nowMs),
    isExpiringSoon: isExpiringSoon(coupon, nowMs),
    orderId: coupon.orderId,
  })
}
