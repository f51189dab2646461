import { bornBinding, contactBinding } from '@domain/member/binding'
import { LEVELS, levelOf, levelRank } from '@domain/member/level'
import { lifecycleOf } from '@domain/member/lifecycle'
import { maskName, maskPhone } from '@domain/member/mask'
import type { Binding } from '@domain/member/types'
import { fen } from '@domain/money'
import * as fc from 'fast-check'
import { aTouch, daysBefore, left, ORDERED_AT } from '../support/builders'

describe('what staff see of a customer', () => {
  it.each([
    ['张伟', '张*'],
    ['王小明', '王**'],
    ['欧阳娜娜', '欧**'],
    ['李', '李*'],
    ['😀小太阳', '😀**'],
    ['Tom Lee', 'T**'],
    ['  ', '*'],
  ])('is of the name %s only %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it.each([
    ['13800138000', '138****8000'],
    ['+86 138-0013-8000', '138****8000'],
    ['0571-8765432', '057****5432'],
    ['12345', '****45'],
    ['10086', '****86'],
    ['', '****'],
  ])('is of the phone %s only %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })
})

describe('the member level', () => {
  it.each([
    [0, 'standard', 'silver', 50_000],
    [49_999, 'standard', 'silver', 1],
    [50_000, 'silver', 'gold', 150_000],
    [200_000, 'gold', 'diamond', 400_000],
    [600_000, 'diamond', null, 0],
    [-5, 'standard', 'silver', 50_000],
  ])('for a net spend of %d fen in 12 months is %s; %s is %s fen away', (spend, level, next, shortBy) => {
    expect(levelOf(fen(spend))).toMatchObject({ level, next, shortBy })
  })

  it('never falls as spend grows, and its progress stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
        const [less, more] = [levelOf(fen(Math.min(a, b))), levelOf(fen(Math.max(a, b)))]
        expect(levelRank(less.level)).toBeLessThanOrEqual(levelRank(more.level))
        expect(less.progress >= 0 && less.progress <= 1).toBe(true)
      }),
    )
    expect(LEVELS.map((rung) => levelRank(rung.level))).toEqual([0, 1, 2, 3])
  })
})

describe('the lifecycle', () => {
  const stage = (registered: number | null, paid: number | null, seen: number | null) =>
    lifecycleOf({
      registeredAt: registered === null ? null : daysBefore(registered),
      lastPaidAt: paid === null ? null : daysBefore(paid),
      lastTouchAt: seen === null ? null : daysBefore(seen),
      nowMs: ORDERED_AT,
    })

  it.each([
    ['visitor', null, null, 1],
    ['registered', 5, null, 1],
    ['active', 5, 30, 90],
    ['active', 200, 90, 30],
    ['dormant', 200, 31, 31],
    ['dormant', 200, 91, 2],
    ['churned', 200, 91, 31],
    ['churned', 200, 91, null],
  ])(
    'is %s for a member registered %s, last paid %s and last seen %s days ago',
    (expected, registered, paid, seen) => {
      expect(stage(registered, paid, seen)).toBe(expected)
    },
  )
})

describe('the serving staff of a member', () => {
  const CARD = aTouch({ id: 'card', at: daysBefore(3), staff: 'li' })
  const facts = {
    memberId: 'ann',
    memberStaffId: null,
    isMemberBlocked: false,
    current: null,
    touch: CARD,
    leavers: [],
  }
  const BOUND: Binding = { memberId: 'ann', staffId: 'li', since: CARD.at, source: 'share', touchId: 'card' }

  it('is the staff member whose card they opened first', () => {
    expect(bornBinding(facts)).toEqual(BOUND)
  })

  it('stays, whatever cards they open later', () => {
    expect(bornBinding({ ...facts, current: { ...BOUND, staffId: 'wang' } })).toBeNull()
  })

  it('is never set by a group, a suspect touch, a dead card, a blocked member, or by oneself', () => {
    const dead = { ...CARD, share: { ...CARD.share!, status: 'expired' as const } }
    expect(bornBinding({ ...facts, touch: { ...CARD, share: null, groupId: 'spring' } })).toBeNull()
    expect(bornBinding({ ...facts, touch: { ...CARD, isSuspect: true } })).toBeNull()
    expect(bornBinding({ ...facts, touch: dead })).toBeNull()
    expect(bornBinding({ ...facts, isMemberBlocked: true })).toBeNull()
    expect(bornBinding({ ...facts, memberStaffId: 'li' })).toBeNull()
  })

  it("is the successor where the card's staff member has left, and nobody where there is none", () => {
    expect(bornBinding({ ...facts, leavers: [left('li', daysBefore(5), 'chen')] })?.staffId).toBe('chen')
    expect(bornBinding({ ...facts, leavers: [left('li', daysBefore(5))] })).toBeNull()
  })

  it('is the WeCom contact before the first card, but a transfer stands', () => {
    const contact = { memberId: 'ann', staffId: 'wang', at: ORDERED_AT }
    expect(contactBinding(BOUND, contact)).toMatchObject({
      staffId: 'wang',
      source: 'wecom',
      since: ORDERED_AT,
    })
    expect(contactBinding(null, contact).staffId).toBe('wang')
    const transferred = { ...BOUND, source: 'handover' as const }
    expect(contactBinding(transferred, contact)).toBe(transferred)
  })
})
