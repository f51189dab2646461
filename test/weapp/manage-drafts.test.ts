import { bpsOf, rateText } from '../../src/features/manage/commissions/rate'
import {
  EMPTY_DRAFT,
  missingOf,
  percentOf,
  planOf,
  withoutSuccessor,
  withSuccessor,
} from '../../src/features/manage/handover/draft'
import { rowsOf, spanOf } from '../../src/features/manage/ledger/span'

const AT_NOON_OF_JANUARY_3 = Date.parse('2026-01-03T12:00:00+08:00')

describe('a handover as it is filled in', () => {
  const two = withSuccessor(withSuccessor(EMPTY_DRAFT, 'lin'), 'su')

  it('gives one successor everything without dividing anything', () => {
    const plan = planOf(withSuccessor(EMPTY_DRAFT, 'lin'), 'chen')

    expect(plan).toMatchObject({ rest: 'lin', memberShares: [], groups: [] })
    expect(plan.covers).toEqual({ members: true, groups: true, shares: true })
  })

  it('divides members by parts, and leaves out whoever has none', () => {
    const draft = {
      ...two,
      successors: [
        { staffId: 'lin', weight: 3 },
        { staffId: 'su', weight: 1 },
        { staffId: 'he', weight: 0 },
      ],
    }

    expect(planOf(draft, 'chen').memberShares).toEqual([
      { toStaffId: 'lin', weight: 3 },
      { toStaffId: 'su', weight: 1 },
    ])
    expect(draft.successors.map((it) => percentOf(draft.successors, it))).toEqual([75, 25, 0])
  })

  it('names only groups that do not go to the first successor, and forgets those of one taken out', () => {
    const named = { ...two, groupTo: { spring: 'su', river: 'lin' } }

    expect(planOf(named, 'chen').groups).toEqual([{ groupId: 'spring', toStaffId: 'su' }])
    expect(planOf(withoutSuccessor(named, 'su'), 'chen').groups).toEqual([])
  })

  it('asks somebody who stays what goes and to whom, but a leaver nothing', () => {
    const nothing = { members: false, groups: false, shares: false }

    expect(missingOf(EMPTY_DRAFT)).toBeNull()
    expect(missingOf({ ...two, form: 'in_service', covers: nothing })).toBe('选一样要交出去的')
    expect(missingOf({ ...EMPTY_DRAFT, form: 'in_service' })).toBe('选一位接手的同事')
  })
})

describe('the days of a ledger', () => {
  it('are those of the shop’s calendar, over the turn of a year as well', () => {
    expect(spanOf('month', AT_NOON_OF_JANUARY_3)).toEqual({ from: '2026-01-01', to: '2026-01-03' })
    expect(spanOf('lastMonth', AT_NOON_OF_JANUARY_3)).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(spanOf('week', AT_NOON_OF_JANUARY_3)).toEqual({ from: '2025-12-28', to: '2026-01-03' })
  })

  it('count a row once whose text has a line end of its own', () => {
    expect(rowsOf('时间,原因\r\n1,"说好的\n两句"\r\n2,无\r\n')).toBe(2)
    expect(rowsOf('时间,原因\r\n')).toBe(0)
  })
})

describe('a commission rate', () => {
  it.each([
    ['2', 200],
    ['2.5', 250],
    ['0.25', 25],
    ['100', 10_000],
  ])('reads %s percent and writes it the same way', (text, bps) => {
    expect(bpsOf(text)).toBe(bps)
    expect(rateText(bps)).toBe(`${text}%`)
  })

  it.each(['', '-1', '101', '2.555', 'two'])('does not take %j', (text) => {
    expect(bpsOf(text)).toBeNull()
  })
})
