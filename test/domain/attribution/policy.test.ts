import {
  type AttributionPolicy,
  LAST_SHARE,
  PROTECT_BINDING,
  validatePolicy,
} from '@domain/attribution/policy'
import { DAY_MS } from '@domain/shop-time'

describe('a policy', () => {
  it('comes in two presets that can be saved as they are', () => {
    expect(validatePolicy(LAST_SHARE).ok).toBe(true)
    expect(validatePolicy(PROTECT_BINDING)).toEqual({ ok: true, value: PROTECT_BINDING })
    expect(PROTECT_BINDING.protectDays).toBe(30)
  })

  it.each<[keyof AttributionPolicy, Partial<AttributionPolicy>]>([
    ['version', { version: 0 }],
    ['kinds', { kinds: [] }],
    ['kinds', { kinds: ['share', 'share'] }],
    ['kinds', { kinds: ['friend' as 'share'] }],
    ['shareWindowMs', { shareWindowMs: 0 }],
    ['shareWindowMs', { shareWindowMs: 91 * DAY_MS }],
    ['groupWindowMs', { groupWindowMs: 1.5 }],
    ['pick', { pick: 'best' as 'last' }],
    ['protectDays', { protectDays: -1 }],
    ['protectDays', { protectDays: 30, kinds: ['share'] }],
    ['selfPurchase', { selfPurchase: 'maybe' as 'next' }],
  ])('is refused naming %s for %j', (field, fault) => {
    expect(validatePolicy({ ...LAST_SHARE, ...fault })).toMatchObject({
      ok: false,
      error: { code: 'policy.invalid', field },
    })
  })
})
