import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { binOf, runBin } from './run-bin'

/** The rooms whose imports are looked at. */
const ROOMS = [
  'src',
  'domain',
  'contract',
  'server',
  'simulator',
  'playground',
  'demo',
  'tools',
  'benchmarks',
  'test',
  'config',
]

/** One forbidden import: `from` imports `to`, and the sentence says why it may not. */
export interface ForbiddenArrow {
  readonly rule: string
  readonly from: string
  readonly to: string
  readonly sentence: string
}

interface CruiseReport {
  summary: {
    violations: {
      from: string
      to: string
      rule: { name: string }
      cycle?: { name: string }[]
    }[]
    ruleSetUsed?: { forbidden?: { name: string; comment?: string }[] }
  }
}

/** Every forbidden import in the tree at `root`, by the rules in `rulesFile`; throws when the tree can't be read. */
export async function forbiddenArrows(root: string, rulesFile: string): Promise<ForbiddenArrow[]> {
  const rooms = ROOMS.filter((room) => existsSync(join(root, room)))
  const bin = binOf('dependency-cruiser', 'depcruise')
  const { output } = await runBin(bin, ['--config', rulesFile, '--output-type', 'json', ...rooms], root)
  const { summary } = parseReport(output)
  const sentences = new Map(summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment ?? '']))
  return summary.violations.map(({ from, to, rule, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map((step) => step.name).join(' → ') : to,
    sentence: sentences.get(rule.name) ?? '',
  }))
}

/** One line per forbidden import, as `npm run check` prints it. */
export function describeArrow({ rule, from, to, sentence }: ForbiddenArrow): string {
  return `${from} → ${to}\n    ${rule}: ${sentence}`
}

function parseReport(output: string): CruiseReport {
  const start = output.indexOf('{')
  try {
    return JSON.parse(output.slice(start)) as CruiseReport
  } catch {
    throw new Error(`dependency-cruiser did not answer:\n${output}`)
  }
}
