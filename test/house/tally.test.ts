import { addTallies, lineOf, tallyOf, tallyOfStep } from '../../tools/test/tally'

describe('the closing line of npm test', () => {
  it('counts the check and the build beside the tests', () => {
    const tests = { passed: 40, failed: 0, skipped: 2 }

    const closing = lineOf(addTallies([tallyOfStep(false), tallyOfStep(true), tests]))

    expect(closing).toBe('41 passed, 1 failed, 2 skipped')
  })

  it('says nothing of skipped tests where there are none', () => {
    expect(lineOf({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  })

  it('reads its own line back and no other', () => {
    expect(tallyOf('41 passed, 1 failed, 2 skipped')).toEqual({ passed: 41, failed: 1, skipped: 2 })
    expect(tallyOf('3 passed, 0 failed')).toEqual({ passed: 3, failed: 0, skipped: 0 })
    expect(tallyOf('Tests: 3 passed, 3 total')).toBeNull()
  })
})
