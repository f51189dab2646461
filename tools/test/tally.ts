/** How many of the things that were run passed, failed and were skipped. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const NOTHING_RUN: Tally = { passed: 0, failed: 0, skipped: 0 }

/** A step that is not a Jest test (the check, the build) counts as one. */
export const tallyOfStep = (hasPassed: boolean): Tally =>
  hasPassed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    NOTHING_RUN,
  )

/** The closing line that CI and testers read. */
export const lineOf = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** Reads a closing line back; null when the line is something else. */
export function tallyOf(line: string): Tally | null {
  const counts = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line.trim())
  if (!counts) return null
  return { passed: Number(counts[1]), failed: Number(counts[2]), skipped: Number(counts[3] ?? 0) }
}
