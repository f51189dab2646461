import { type GroupKnowledge, shownGroup } from '../../../src/features/home/shown-group'

const spring = { id: 'spring', name: '春风小区1群', buyersThisWeek: 23, initials: ['王', '李'] }
const shown = (known: Partial<GroupKnowledge>) =>
  shownGroup({ home: null, proven: null, isProofPending: false, isFresh: true, ...known })

describe('the group strip', () => {
  it('names the group the visitor came from last', () => {
    expect(shown({ home: spring })).toEqual(spring)
  })

  it('never names the group of an earlier visit while another one is being proven', () => {
    expect(shown({ home: spring, isProofPending: true })).toBe('waiting')
    expect(shown({ home: spring, isProofPending: true, isFresh: false })).toBeNull()
  })

  it('names a proven group at once, before its figures are known', () => {
    const proven = { id: 'cloud', name: '云山苑群' }

    expect(shown({ home: spring, proven })).toEqual({ ...proven, buyersThisWeek: null, initials: [] })
  })

  it('shows the figures once they are those of the proven group', () => {
    expect(shown({ home: spring, proven: { id: 'spring', name: '春风小区1群' } })).toEqual(spring)
  })

  it('waits only for a moment where nothing is known yet', () => {
    expect(shown({ home: undefined })).toBe('waiting')
    expect(shown({ home: undefined, isFresh: false })).toBeNull()
  })
})
