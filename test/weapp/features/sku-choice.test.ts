import type { SkuView } from '@contract/catalogue'
import {
  choiceText,
  choose,
  chosenSku,
  firstChoice,
  isOut,
  mostOf,
  valuesOf,
} from '../../../src/features/sku/choose'

const aSku = (spec: Record<string, string>, more: Partial<SkuView> = {}): SkuView => ({
  id: Object.values(spec).join('/') || 'only',
  spec,
  priceFen: 1000,
  listPriceFen: null,
  picture: null,
  available: 9,
  limitPerOrder: null,
  isOnSale: true,
  ...more,
})

const tea = {
  specNames: ['口味', '规格'],
  skus: [
    aSku({ 口味: '红茶', 规格: '小包' }, { priceFen: 1200 }),
    aSku({ 口味: '红茶', 规格: '大包' }, { priceFen: 3000 }),
    aSku({ 口味: '绿茶', 规格: '小包' }, { priceFen: 900, available: 0 }),
    aSku({ 口味: '绿茶', 规格: '大包' }, { priceFen: 2800 }),
    aSku({ 口味: '花茶', 规格: '小包' }, { isOnSale: false }),
  ],
}

describe('choosing a SKU', () => {
  it('starts at the cheapest one in stock', () => {
    expect(firstChoice(tea)).toEqual({ 口味: '红茶', 规格: '小包' })
  })

  it('offers every value in shop order, and none that only withdrawn SKUs have', () => {
    expect(valuesOf(tea, '口味')).toEqual(['红茶', '绿茶'])
  })

  it('strikes a value that cannot be had with the rest of the choice', () => {
    const choice = { 口味: '红茶', 规格: '小包' }

    expect(isOut(tea, choice, '口味', '绿茶')).toBe(true)
    expect(isOut(tea, choice, '规格', '大包')).toBe(false)
  })

  it('lets the rest of the choice give way to a value that stands only beside others', () => {
    expect(choose(tea, { 口味: '红茶', 规格: '小包' }, '口味', '绿茶')).toEqual({
      口味: '绿茶',
      规格: '大包',
    })
  })

  it('refuses a value that nothing in stock has', () => {
    expect(choose(tea, firstChoice(tea), '口味', '花茶')).toBeNull()
  })

  it('names no SKU while a specification is open', () => {
    expect(chosenSku(tea, { 口味: '红茶' })).toBeNull()
    expect(chosenSku(tea, { 口味: '红茶', 规格: '大包' })?.priceFen).toBe(3000)
  })

  it('knows the one SKU of a product without specifications', () => {
    const salt = { specNames: [], skus: [aSku({})] }

    expect(chosenSku(salt, firstChoice(salt))?.id).toBe('only')
    expect(choiceText(salt, {})).toBe('')
  })

  it('chooses nothing where all of it is sold out', () => {
    expect(firstChoice({ specNames: ['规格'], skus: [aSku({ 规格: '一袋' }, { available: 0 })] })).toEqual({})
  })

  it('reads a choice in the order in which the product asks', () => {
    expect(choiceText(tea, { 规格: '大包', 口味: '绿茶' })).toBe('绿茶 · 大包')
  })

  it.each([
    [aSku({}, { available: 3 }), 3],
    [aSku({}, { available: 50, limitPerOrder: 5 }), 5],
    [aSku({}, { available: 2, limitPerOrder: 5 }), 2],
    [aSku({}, { available: 5000 }), 999],
  ])('never lets more be chosen than can be ordered', (sku, most) => {
    expect(mostOf(sku)).toBe(most)
  })
})
