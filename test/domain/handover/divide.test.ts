import { divide, type HandoverPlan, type Holdings, successorsOf } from '@domain/handover/divide'
import * as fc from 'fast-check'

const IN_SERVICE = new Set(['wang', 'chen', 'zhao'])
const ALL = { members: true, groups: true, shares: true }
const plan = (more: Partial<HandoverPlan> = {}): HandoverPlan => ({
  staffId: 'li',
  form: 'leaver',
  rest: 'wang',
  groups: [],
  memberShares: [],
  covers: ALL,
  ...more,
})
const holdings = (more: Partial<Holdings> = {}): Holdings => ({
  memberIds: ['ann', 'bob', 'cat'],
  groupIds: ['spring', 'summer'],
  openShares: 4,
  ...more,
})
const divided = (asked: HandoverPlan, of: Holdings = holdings()) => {
  const answer = divide(asked, of, IN_SERVICE)
  if (!answer.ok) throw new Error(answer.error)
  return answer.value
}
const fault = (more: Partial<HandoverPlan>, of: Holdings = holdings()) => {
  const answer = divide(plan(more), of, IN_SERVICE)
  return answer.ok ? null : answer.error
}

describe('what a leaver hands over', () => {
  it('goes all to one successor where nobody else is named', () => {
    const { members, groups, sharesTo } = divided(plan())

    expect(Object.fromEntries(members)).toEqual({ ann: 'wang', bob: 'wang', cat: 'wang' })
    expect(Object.fromEntries(groups)).toEqual({ spring: 'wang', summer: 'wang' })
    expect(sharesTo).toBe('wang')
  })

  it('goes by group where a group has a successor of its own, the rest to the rest', () => {
    const { groups } = divided(plan({ groups: [{ groupId: 'summer', toStaffId: 'chen' }] }))

    expect(Object.fromEntries(groups)).toEqual({ spring: 'wang', summer: 'chen' })
  })

  it('is all three kinds, whatever the form leaves out', () => {
    const { members, groups, sharesTo } = divided(
      plan({ covers: { members: false, groups: false, shares: false } }),
    )

    expect([members.size, groups.size, sharesTo]).toEqual([3, 2, 'wang'])
  })

  it('stays with nobody where there is no successor', () => {
    const { members, groups, sharesTo } = divided(plan({ rest: null }))

    expect([members.size, groups.size, sharesTo]).toEqual([0, 0, null])
  })
})

describe('members divided by share', () => {
  it('go by weight in the order of their ids, the spare one to the largest remainder', () => {
    const memberShares = [
      { toStaffId: 'chen', weight: 1 },
      { toStaffId: 'zhao', weight: 1 },
      { toStaffId: 'wang', weight: 2 },
    ]

    const { members } = divided(plan({ memberShares }), holdings({ memberIds: ['e', 'd', 'c', 'b', 'a'] }))

    // 1.25, 1.25 and 2.5 of five: the half goes up.
    expect([...members]).toEqual([
      ['a', 'chen'],
      ['b', 'zhao'],
      ['c', 'wang'],
      ['d', 'wang'],
      ['e', 'wang'],
    ])
  })

  it('all go to somebody, none twice, and nobody is more than one away from the exact share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })
    const ids = fc.uniqueArray(fc.uuid(), { maxLength: 40 })
    fc.assert(
      fc.property(weights, ids, (list, memberIds) => {
        const memberShares = list.map((weight, index) => ({ toStaffId: [...IN_SERVICE][index]!, weight }))
        const { members } = divided(plan({ memberShares }), holdings({ memberIds }))
        const whole = list.reduce((sum, weight) => sum + weight, 0)

        expect([...members.keys()].sort()).toEqual([...memberIds].sort())
        for (const { toStaffId, weight } of memberShares) {
          const got = [...members.values()].filter((id) => id === toStaffId).length
          expect(Math.abs(got - (memberIds.length * weight) / whole)).toBeLessThan(1)
        }
        const turned = holdings({ memberIds: [...memberIds].reverse() })
        expect([...divided(plan({ memberShares }), turned).members]).toEqual([...members])
      }),
    )
  })
})

describe('what somebody in service hands over', () => {
  it('is what they name, and the rest stays', () => {
    const { members, groups, sharesTo } = divided(
      plan({ form: 'in_service', covers: { members: false, groups: true, shares: false } }),
    )

    expect([members.size, groups.size, sharesTo]).toEqual([0, 2, null])
  })

  it('can be one group alone', () => {
    const { groups } = divided(
      plan({
        form: 'in_service',
        rest: null,
        groups: [{ groupId: 'spring', toStaffId: 'chen' }],
        covers: { members: false, groups: true, shares: false },
      }),
    )

    expect(Object.fromEntries(groups)).toEqual({ spring: 'chen' })
  })
})

describe('a plan is refused', () => {
  it.each<[string, Partial<HandoverPlan>]>([
    ['to_oneself', { rest: 'li' }],
    ['successor_not_in_service', { rest: 'somebody who left' }],
    ['successor_not_in_service', { memberShares: [{ toStaffId: 'stranger', weight: 1 }] }],
    ['group_not_owned', { groups: [{ groupId: 'of somebody else', toStaffId: 'wang' }] }],
    [
      'group_twice',
      {
        groups: [
          { groupId: 'spring', toStaffId: 'wang' },
          { groupId: 'spring', toStaffId: 'chen' },
        ],
      },
    ],
    ['nothing_named', { form: 'in_service', covers: { members: false, groups: false, shares: false } }],
    ['no_successor', { form: 'in_service', rest: null }],
    [
      'no_successor',
      { form: 'in_service', rest: null, covers: { members: true, groups: true, shares: false } },
    ],
  ])('as %s: %j', (expected, more) => {
    expect(fault(more)).toBe(expected)
  })

  it('but not because a leaver has nothing, or nobody', () => {
    expect(fault({ rest: null }, holdings({ memberIds: [], groupIds: [], openShares: 0 }))).toBeNull()
  })
})

it('names each successor once, however often the plan does', () => {
  const named = successorsOf(
    plan({
      groups: [{ groupId: 'spring', toStaffId: 'wang' }],
      memberShares: [
        { toStaffId: 'wang', weight: 1 },
        { toStaffId: 'chen', weight: 1 },
      ],
    }),
  )

  expect(named).toEqual(['wang', 'chen'])
})
