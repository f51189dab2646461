import { LAST_SHARE, PROTECT_BINDING, presetOf } from '@domain/attribution/policy'
import { DAY_MS } from '@domain/shop-time'

describe('the name of a policy', () => {
  it('is that of the preset that says exactly this, whatever its version', () => {
    expect(presetOf(LAST_SHARE)).toBe('last-share')
    expect(presetOf(PROTECT_BINDING)).toBe('protect-binding')
    expect(presetOf({ ...LAST_SHARE, protectDays: PROTECT_BINDING.protectDays })).toBe('protect-binding')
  })

  it.each([
    ['the order of the kinds', { kinds: ['group', 'share', 'binding'] as const }],
    ['a kind left out', { kinds: ['share', 'group'] as const }],
    ['the window of a share', { shareWindowMs: 3 * DAY_MS }],
    ['the window of a group', { groupWindowMs: 3 * DAY_MS }],
    ['the first touch instead of the last', { pick: 'first' as const }],
    ['other days of protection', { protectDays: 14 }],
    ['self-purchase', { selfPurchase: 'allowed' as const }],
  ])('is custom where a manager changed %s', (_what, change) => {
    expect(presetOf({ ...LAST_SHARE, ...change })).toBe('custom')
    expect(presetOf({ ...PROTECT_BINDING, ...change })).toBe('custom')
  })
})
