import { DEFAULT_TRUST_LIMITS as LIMITS, suspectText, suspicionOf, type Traffic } from '@domain/trust/suspect'
import * as fc from 'fast-check'

const calm: Traffic = { memberTouches: 1, memberShares: 1, ownOpens: 0, isOpenedByOthers: true }
const rule = (traffic: Partial<Traffic>) => suspicionOf({ ...calm, ...traffic }, LIMITS)?.rule ?? null

describe('an opening', () => {
  it('is not suspect as people open a shop', () => {
    expect(suspicionOf(calm, LIMITS)).toBeNull()
  })

  it('is a flood from the one beyond the limit on', () => {
    expect(rule({ memberTouches: LIMITS.floodTouches })).toBeNull()
    expect(suspicionOf({ ...calm, memberTouches: LIMITS.floodTouches + 1 }, LIMITS)).toEqual({
      rule: 'flood',
      seen: 31,
      limit: 30,
      windowMinutes: 10,
    })
  })

  it('is token cycling where one member goes through more shares than anybody reads', () => {
    expect(rule({ memberShares: LIMITS.cycleTokens })).toBeNull()
    expect(suspicionOf({ ...calm, memberShares: LIMITS.cycleTokens + 1 }, LIMITS)).toEqual({
      rule: 'token_cycling',
      seen: 11,
      limit: 10,
      windowMinutes: 30,
    })
  })

  it('is suspect where a share is opened by its sharer alone, again and again', () => {
    const own = { ownOpens: LIMITS.ownOpens, isOpenedByOthers: false }

    expect(rule(own)).toBe('own_share_only')
    expect(rule({ ...own, ownOpens: LIMITS.ownOpens - 1 })).toBeNull()
    expect(rule({ ...own, isOpenedByOthers: true })).toBeNull()
  })

  it('is named by the broadest rule where several fire', () => {
    const all = { memberTouches: 99, memberShares: 99, ownOpens: 99, isOpenedByOthers: false }

    expect(rule(all)).toBe('flood')
    expect(rule({ ...all, memberTouches: 1 })).toBe('token_cycling')
  })

  it('stays suspect when there is more of the same, and says in words what was counted', () => {
    const count = fc.nat(60)
    const traffic = fc.record({
      memberTouches: count,
      memberShares: count,
      ownOpens: count,
      isOpenedByOthers: fc.boolean(),
    })
    fc.assert(
      fc.property(traffic, count, count, (seen, moreTouches, moreShares) => {
        const found = suspicionOf(seen, LIMITS)
        if (!found) return
        const more = {
          ...seen,
          memberTouches: seen.memberTouches + moreTouches,
          memberShares: seen.memberShares + moreShares,
        }
        expect(suspicionOf(more, LIMITS)).not.toBeNull()
        expect(suspectText(found)).toContain(`${found.seen} `)
        expect(suspectText(found)).toContain(`${found.limit} `)
        expect(suspectText(found)).not.toMatch(/null|undefined/)
      }),
    )
  })
})
