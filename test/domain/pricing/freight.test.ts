import { fen } from '@domain/money'
import { areaCodeOf } from '@domain/pricing/area'
import { freightFor } from '@domain/pricing/freight'
import type { FreightTemplate } from '@domain/pricing/types'

const TEMPLATE: FreightTemplate = {
  id: 'cn',
  elsewhere: { fee: fen(800), freeOver: fen(9900) },
  areas: [
    { codes: ['65', '54'], rule: { fee: fen(2500), freeOver: null } },
    { codes: ['6501'], rule: { fee: fen(1500), freeOver: fen(29_900) } },
    { codes: ['81', '82', '71'], rule: null },
  ],
}
const freight = (areaCode: string | null, goods: number) => freightFor(TEMPLATE, areaCode, fen(goods))

describe('freight', () => {
  it('is flat, and free over a sum of goods', () => {
    expect(freight('440305', 9899)).toMatchObject({ value: { fee: 800, freeShortBy: 1 } })
    expect(freight('440305', 9900)).toMatchObject({ value: { fee: 0, freeShortBy: null } })
  })

  it('follows the longest area code the address begins with', () => {
    expect(freight('652301', 50_000)).toMatchObject({ value: { fee: 2500, freeShortBy: null } })
    expect(freight('650102', 9900)).toMatchObject({ value: { fee: 1500, freeShortBy: 20_000 } })
  })

  it('says so where the shop does not deliver', () => {
    expect(freight('810000', 9900)).toEqual({
      ok: false,
      error: { code: 'freight.not_delivered', areaCode: '810000' },
    })
  })

  it('is an estimate until an address is chosen', () => {
    expect(freight(null, 100)).toMatchObject({ value: { fee: 800, isEstimate: true } })
    expect(freightFor({ ...TEMPLATE, elsewhere: null }, null, fen(100))).toMatchObject({
      value: { fee: 2500, isEstimate: true },
    })
  })

  it('refuses every address no area names where there is no rule for elsewhere', () => {
    expect(freightFor({ ...TEMPLATE, elsewhere: null }, '440305', fen(100)).ok).toBe(false)
    expect(freightFor({ id: 'none', elsewhere: null, areas: [] }, null, fen(100)).ok).toBe(false)
  })
})

describe('the area code of an address', () => {
  it('is the one WeChat hands over', () => {
    expect(areaCodeOf({ nationalCode: '510107', province: '四川省' })).toBe('510107')
  })

  it.each([
    ['广东省', '44'],
    ['内蒙古自治区', '15'],
    ['北京市', '11'],
    ['香港特别行政区', '81'],
    ['Ontario', null],
  ])('is told by the province where WeChat hands over none: %s → %s', (province, code) => {
    expect(areaCodeOf({ nationalCode: '', province })).toBe(code)
  })
})
