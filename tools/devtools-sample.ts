import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { STORIES } from '../playground/stories/all'
import { sampleConfig } from './devtools-sample/compile-modes'
import { testPlan } from './devtools-sample/test-plan'

export const SAMPLE = 'project.private.config.sample.json'
export const PLAN = join('docs', 'test-plan.zh-CN.md')

/** What the testers' kit must hold, by file, as the stories are now. */
export function testersKit(root: string): Record<string, string> {
  const tokens = JSON.parse(readFileSync(join(root, 'demo', 'data', 'tokens.json'), 'utf8')) as Record<
    string,
    string
  >
  return {
    [SAMPLE]: `${JSON.stringify(sampleConfig(tokens), null, 2)}\n`,
    [PLAN]: testPlan(STORIES),
  }
}

/** `npx tsx tools/devtools-sample.ts` writes compile modes and test plan anew from the stories. */
if (require.main === module) {
  const root = resolve(__dirname, '..')
  for (const [file, text] of Object.entries(testersKit(root))) {
    writeFileSync(join(root, file), text)
    console.log(`wrote ${file}`)
  }
}
