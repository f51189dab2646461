import { bestCombination } from '../domain/coupon/best'
import type { HeldCoupon } from '../domain/coupon/coupon'
import type { CouponScope } from '../domain/coupon/types'
import { benefitOf, type CouponCart, isInScope } from '../domain/coupon/usability'
import { fen } from '../domain/money'
import { quote } from '../domain/pricing/quote'
import type { FreightTemplate } from '../domain/pricing/types'

const COUPONS = 200
const LINES = 100
const RUNS = 300
const PAIR_RUNS = 3
const NOW = 1000

const FREIGHT: FreightTemplate = { id: 'flat', elsewhere: { fee: fen(1200), freeOver: null }, areas: [] }

/**
 * `npx tsx benchmarks/best.ts`: the exact best of 200 coupons on 100 lines, and the whole quote, as multiples of the
 * bound of the same run: looking once at each line for each coupon. Beside it, what trying every pair takes.
 */
function main(): void {
  const cart = aCart()
  const coupons = Array.from({ length: COUPONS }, (_, n) => aCoupon(n))
  const bound = median(RUNS, () => lookOnce(coupons, cart))
  const best = median(RUNS, () => bestCombination(coupons, cart, NOW))
  const whole = median(RUNS, () => wholeQuote(coupons, cart))
  const pairs = median(PAIR_RUNS, () => everyPair(coupons, cart))
  const found = bestCombination(coupons, cart, NOW)
  if (!found.ok || found.value.payable !== everyPair(coupons, cart)) throw new Error('not the best')
  console.log(`${COUPONS} coupons × ${LINES} lines, medians of ${RUNS} (every pair: ${PAIR_RUNS})`)
  console.log(`each line once per coupon   ${bound.toFixed(2)} ms`)
  console.log(`best combination            ${best.toFixed(2)} ms   ${(best / bound).toFixed(1)}×`)
  console.log(`whole quote with it         ${whole.toFixed(2)} ms   ${(whole / bound).toFixed(1)}×`)
  console.log(
    `every pair, quoted          ${pairs.toFixed(0)} ms   ${(pairs / best).toFixed(0)}× the best combination`,
  )
}

const productId = (n: number) => `product-${n}`

/** Every third coupon is for all goods, for a category of ten, or for forty named products. */
const scopeOf = (n: number): CouponScope =>
  n % 3 === 0
    ? { kind: 'all' }
    : n % 3 === 1
      ? { kind: 'categories', categoryIds: [`category-${n % 10}`] }
      : { kind: 'products', productIds: Array.from({ length: 40 }, (_, i) => productId((n + i) % LINES)) }

const aCoupon = (n: number): HeldCoupon => ({
  id: `coupon-${n}`,
  memberId: 'member',
  campaignId: `campaign-${n}`,
  title: '满减券',
  tierRank: 1,
  slot: n % 4 === 3 ? 'freight' : 'goods',
  scope: scopeOf(n),
  threshold: fen(1000 + 37 * n),
  off:
    n % 2 === 0
      ? { kind: 'amount', amountOff: fen(100 + 3 * n) }
      : { kind: 'rate', offBps: 500 + 7 * n, capFen: fen(800 + n) },
  claimedAt: 0,
  validFrom: 0,
  validUntil: 10_000 + n,
  groupId: null,
  upgradedFrom: null,
  state: 'claimed',
  orderId: null,
})

function aCart(): CouponCart {
  const lines = Array.from({ length: LINES }, (_, n) => ({
    lineId: `line-${n}`,
    productId: productId(n),
    categoryId: `category-${n % 10}`,
    amount: fen(990 + 13 * n),
  }))
  return { lines, freightFee: fen(1200) }
}

function lookOnce(coupons: readonly HeldCoupon[], { lines }: CouponCart): number {
  let total = 0
  for (const { scope } of coupons) for (const line of lines) if (isInScope(scope, line)) total += line.amount
  return total
}

const priced = (cart: CouponCart, goods: HeldCoupon | null, freight: HeldCoupon | null) =>
  quote({
    lines: cart.lines.map(({ lineId, amount }) => ({
      lineId,
      skuId: lineId,
      unitPrice: amount,
      quantity: 1,
    })),
    goodsCoupon: goods && benefitOf(goods, cart.lines),
    freightCoupon: freight && benefitOf(freight, cart.lines),
    freight: FREIGHT,
    areaCode: '330106',
  })

function wholeQuote(coupons: readonly HeldCoupon[], cart: CouponCart) {
  const best = bestCombination(coupons, cart, NOW)
  if (!best.ok) throw new Error(best.error.code)
  return priced(cart, best.value.goods?.coupon ?? null, best.value.freight?.coupon ?? null)
}

function everyPair(coupons: readonly HeldCoupon[], cart: CouponCart): number {
  const of = (slot: HeldCoupon['slot']) => [null, ...coupons.filter((coupon) => coupon.slot === slot)]
  let least = Number.POSITIVE_INFINITY
  for (const goods of of('goods')) {
    for (const freight of of('freight')) {
      const bill = priced(cart, goods, freight)
      if (bill.ok) least = Math.min(least, bill.value.payable)
    }
  }
  return least
}

function median(runs: number, work: () => unknown): number {
  const took = Array.from({ length: runs }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return took.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

main()
