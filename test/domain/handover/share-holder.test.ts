import { holderOfShare, type SharePassing } from '@domain/handover/share-holder'
import { daysBefore, ORDERED_AT as NOW } from '../support/builders'

const share = { staffId: 'li', createdAt: daysBefore(10) }
const passing = (more: Partial<SharePassing> = {}): SharePassing => ({
  staffId: 'li',
  successorId: 'wang',
  from: daysBefore(5),
  until: null,
  ...more,
})

describe('who holds a share', () => {
  it('is its maker, where nothing was handed over', () => {
    expect(holderOfShare(share, [], NOW)).toBe('li')
    expect(holderOfShare(share, [passing({ staffId: 'zhao' })], NOW)).toBe('li')
  })

  it('is the successor from the handover on, not before', () => {
    const passings = [passing()]

    expect(holderOfShare(share, passings, daysBefore(5) - 1)).toBe('li')
    expect(holderOfShare(share, passings, daysBefore(5))).toBe('wang')
  })

  it('is its maker where it was made after the handover, or in the same moment', () => {
    expect(holderOfShare({ ...share, createdAt: daysBefore(4) }, [passing()], NOW)).toBe('li')
    expect(holderOfShare({ ...share, createdAt: daysBefore(5) }, [passing()], NOW)).toBe('li')
  })

  it('is the maker again once the handover was undone; what was asked before stays so', () => {
    const passings = [passing({ until: daysBefore(3) })]

    expect(holderOfShare(share, passings, daysBefore(4))).toBe('wang')
    expect(holderOfShare(share, passings, daysBefore(3))).toBe('li')
  })

  it('is the end of a chain of handovers', () => {
    const passings = [passing(), passing({ staffId: 'wang', successorId: 'chen', from: daysBefore(2) })]

    expect(holderOfShare(share, passings, daysBefore(3))).toBe('wang')
    expect(holderOfShare(share, passings, NOW)).toBe('chen')
  })

  it('is not moved by what the successor handed over before getting it', () => {
    const passings = [passing(), passing({ staffId: 'wang', successorId: 'chen', from: daysBefore(8) })]

    expect(holderOfShare(share, passings, NOW)).toBe('wang')
  })

  it('comes back where it is handed to and fro, and the question always ends', () => {
    const passings = [
      passing(),
      passing({ staffId: 'wang', successorId: 'li', from: daysBefore(3) }),
      passing({ successorId: 'chen', from: daysBefore(1) }),
    ]

    expect(holderOfShare(share, passings, daysBefore(2))).toBe('li')
    expect(holderOfShare(share, passings, NOW)).toBe('chen')
  })

  it('does not depend on the order the history is listed in', () => {
    const passings = [
      passing({ successorId: 'zhao' }),
      passing({ successorId: 'chen' }),
      passing({ staffId: 'chen', successorId: 'wu', from: daysBefore(1) }),
    ]

    expect(holderOfShare(share, passings, NOW)).toBe('wu')
    expect(holderOfShare(share, [...passings].reverse(), NOW)).toBe('wu')
  })
})
