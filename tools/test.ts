import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { reportCheck } from './check'
import { binOf } from './check/run-bin'
import { addTallies, lineOf, NOTHING_RUN, type Tally, tallyOf, tallyOfStep } from './test/tally'
import { ensureWeapp } from './weapp-build'

const ROOT = resolve(__dirname, '..')

/** `npm test`: the check, the build, every Jest room. Each step is reported and counted even when an earlier one failed. */
async function runEverything(jestArgs: readonly string[]): Promise<Tally> {
  const check = tallyOfStep(await reportCheck(ROOT))
  const build = tallyOfStep(await reportBuild())
  const jest = await runJest(jestArgs)
  return addTallies([check, build, jest])
}

async function reportBuild(): Promise<boolean> {
  const build = await ensureWeapp(ROOT)
  if (build.outcome !== 'failed') {
    console.log(`ok   mini-program in dist/weapp (${build.outcome})`)
    return true
  }
  console.log(`FAIL mini-program does not build\n${build.output}`)
  return false
}

/** Jest's own closing line is held back: ours, with the check and the build counted in, is the last one printed. */
function runJest(args: readonly string[]): Promise<Tally> {
  return new Promise((done, fail) => {
    const jest = spawn(process.execPath, [binOf('jest', 'jest'), ...args], {
      cwd: ROOT,
      stdio: ['inherit', 'pipe', 'inherit'],
    })
    let tally: Tally = NOTHING_RUN
    let rest = ''
    jest.stdout.setEncoding('utf8').on('data', (part: string) => {
      const lines = (rest + part).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const counted = tallyOf(line)
        if (counted) tally = addTallies([tally, counted])
        else console.log(line)
      }
    })
    jest.on('error', fail)
    jest.on('close', (code) => {
      if (rest) console.log(rest)
      const hasFailedSilently = code !== 0 && tally.failed === 0
      done(hasFailedSilently ? addTallies([tally, tallyOfStep(false)]) : tally)
    })
  })
}

runEverything(process.argv.slice(2)).then(
  (tally) => {
    console.log(`\n${lineOf(tally)}`)
    process.exitCode = tally.failed > 0 ? 1 : 0
  },
  (error: unknown) => {
    console.error(error)
    console.log(`\n${lineOf(tallyOfStep(false))}`)
    process.exitCode = 1
  },
)
