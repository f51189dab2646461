import { fen, sumFen } from '@domain/money'
import { planRefund, type RefundableOrder, type RefundPlan } from '@domain/order/refund'
import * as fc from 'fast-check'

const ORDER: RefundableOrder = {
  lines: [
    { lineId: 'egg', unitPaid: [fen(299), fen(300), fen(300)] },
    { lineId: 'gift', unitPaid: [fen(0)] },
  ],
  freightPaid: fen(800),
  refundedUnits: [],
  isFreightRefunded: false,
  hasShipped: false,
}
const EGGS = [0, 1, 2].map((unit) => ({ lineId: 'egg', unit }))
const GIFT = { lineId: 'gift', unit: 0 }

const plan = (order: RefundableOrder, units: typeof EGGS, isShopAtFault = false): RefundPlan => {
  const result = planRefund(order, units, isShopAtFault)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('a refund', () => {
  it('pays back what each unit cost, and keeps the freight while something is left', () => {
    expect(plan(ORDER, [EGGS[0]!])).toMatchObject({
      goods: 299,
      freight: 0,
      amount: 299,
      event: 'refundPart',
    })
  })

  it('gives the freight back with the last unit if nothing was shipped', () => {
    expect(plan(ORDER, [...EGGS, GIFT])).toMatchObject({ goods: 899, freight: 800, event: 'refundAll' })
  })

  it('keeps the freight once shipped, unless the shop is at fault', () => {
    const shipped = { ...ORDER, hasShipped: true }
    expect(plan(shipped, [...EGGS, GIFT]).freight).toBe(0)
    expect(plan(shipped, [...EGGS, GIFT], true).freight).toBe(800)
    expect(plan({ ...ORDER, isFreightRefunded: true }, [...EGGS, GIFT]).freight).toBe(0)
  })

  it('settles a unit worth nothing without asking WeChat', () => {
    expect(plan(ORDER, [GIFT])).toMatchObject({ amount: 0, isLast: false })
  })

  it('names a unit that is unknown, or went back already, or is asked for twice at once', () => {
    expect(planRefund(ORDER, [{ lineId: 'egg', unit: 3 }], false)).toMatchObject({
      error: { code: 'refund.unknown_unit', unit: 3 },
    })
    expect(planRefund({ ...ORDER, refundedUnits: [GIFT] }, [GIFT], false)).toMatchObject({
      error: { code: 'refund.already_refunded', lineId: 'gift' },
    })
    expect(planRefund(ORDER, [GIFT, GIFT], false)).toMatchObject({
      error: { code: 'refund.already_refunded' },
    })
    expect(planRefund(ORDER, [], false)).toMatchObject({ error: { code: 'refund.nothing_chosen' } })
  })

  it('of all units, in any order and grouping, pays back exactly what was paid', () => {
    const all = [...EGGS, GIFT]
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: 4 }),
        fc.array(fc.boolean(), { minLength: 4 }),
        (units, cuts) => {
          let order = ORDER
          const paidBack: number[] = []
          let batch: typeof all = []
          for (const [i, unit] of units.entries()) {
            batch.push(unit)
            if (!cuts[i] && i < units.length - 1) continue
            const { amount, freight } = plan(order, batch)
            paidBack.push(amount)
            order = {
              ...order,
              refundedUnits: [...order.refundedUnits, ...batch],
              isFreightRefunded: order.isFreightRefunded || freight > 0,
            }
            batch = []
          }

          expect(sumFen(paidBack)).toBe(899 + 800)
        },
      ),
    )
  })
})
