import { reasonText } from '../../../src/features/feed/reason'
import { placeOf } from '../../../src/features/feed/tap-place'

describe('the reason on a product', () => {
  it.each([
    [{ code: 'group_bought', count: 12 }, '12 位群友买过'],
    [{ code: 'group_bought', count: null }, '群友买过'],
    [{ code: 'shop_popular', count: 86 }, '月售 86 件'],
    [{ code: 'staff_pick', count: null }, '店员推荐'],
    [{ code: 'new', count: null }, '新到店'],
    [{ code: 'plain', count: null }, null],
  ] as const)('says of %o: %s', (reason, text) => {
    expect(reasonText(reason)).toBe(text)
  })

  it('is silent where there is none', () => {
    expect(reasonText(null)).toBeNull()
  })
})

describe('the place of a tap', () => {
  it('is where the finger was', () => {
    expect(placeOf({ changedTouches: [{ clientX: 120, clientY: 300 }] })).toEqual({ x: 120, y: 300 })
  })

  it('is unknown where the container does not say', () => {
    expect(placeOf({})).toBeNull()
    expect(placeOf(undefined)).toBeNull()
    expect(placeOf({ touches: [{}] })).toBeNull()
  })
})
