import { fen } from '@domain/money'
import { campaignPriceOf, type PriceRule } from '@domain/pricing/campaign-price'
import * as fc from 'fast-check'

const SKU = { skuId: 'apple-5j', productId: 'apple', categoryId: 'fruit', priceFen: fen(2990) }

const aRule = (rule: Partial<PriceRule> = {}): PriceRule => ({
  id: 'rule',
  target: { kind: 'all' },
  change: { kind: 'rate', offBps: 1200 },
  from: 100,
  until: 200,
  ...rule,
})
const priceOf = (rules: readonly PriceRule[], nowMs = 150) => campaignPriceOf(SKU, rules, nowMs)

describe('an automatic campaign price', () => {
  it('holds from its first moment until just before its last', () => {
    expect([99, 100, 199, 200].map((now) => priceOf([aRule()], now)?.unitPrice ?? null)).toEqual([
      null,
      2632,
      2632,
      null,
    ])
  })

  it('is a price, or a rate that takes off rounded down', () => {
    expect(priceOf([aRule({ change: { kind: 'price', price: fen(1990) } })])?.unitPrice).toBe(1990)
    expect(priceOf([aRule({ change: { kind: 'rate', offBps: 3333 } })])?.unitPrice).toBe(2990 - 996)
  })

  it.each([
    [{ kind: 'sku', skuId: 'apple-5j' }, true],
    [{ kind: 'sku', skuId: 'apple-10j' }, false],
    [{ kind: 'product', productId: 'apple' }, true],
    [{ kind: 'product', productId: 'pear' }, false],
    [{ kind: 'category', categoryId: 'fruit' }, true],
    [{ kind: 'category', categoryId: 'soap' }, false],
  ] as const)('is for what it names: %j', (target, isFor) => {
    expect(priceOf([aRule({ target })]) !== null).toBe(isFor)
  })

  it('is none where nothing gets cheaper, so that nothing is crossed out', () => {
    expect(priceOf([aRule({ change: { kind: 'price', price: fen(2990) } })])).toBeNull()
    expect(priceOf([aRule({ change: { kind: 'price', price: fen(3500) } })])).toBeNull()
    expect(campaignPriceOf({ ...SKU, priceFen: fen(1) }, [aRule()], 150)).toBeNull()
  })

  it('never goes below 1 fen', () => {
    const almostAll = aRule({ change: { kind: 'rate', offBps: 9999 } })
    expect(campaignPriceOf({ ...SKU, priceFen: fen(2) }, [almostAll], 150)).toEqual({
      id: 'rule',
      unitPrice: 1,
    })
    expect(priceOf([aRule({ change: { kind: 'price', price: fen(0) } })])?.unitPrice).toBe(1)
  })

  const rule = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9999 }), fc.boolean())
    .map(([id, amount, isPrice]) =>
      aRule({
        id,
        change: isPrice ? { kind: 'price', price: fen(amount) } : { kind: 'rate', offBps: amount },
      }),
    )

  it('is the lowest in force, whatever their order, and never dearer than the catalogue', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(rule, { selector: ({ id }) => id })
          .chain((rules) =>
            fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
          ),
        ([rules, shuffled]) => {
          const best = priceOf(rules)
          expect(priceOf(shuffled)).toEqual(best)
          const alone = rules.map((one) => priceOf([one])?.unitPrice ?? SKU.priceFen)
          expect(best?.unitPrice ?? SKU.priceFen).toBe(Math.min(SKU.priceFen, ...alone))
        },
      ),
    )
  })
})
