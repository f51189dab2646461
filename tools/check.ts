import { join, resolve } from 'node:path'
import { describeArrow, forbiddenArrows } from './check/arrows'
import { brokenHouseRules, describeBrokenRule } from './check/house-rules'
import { binOf, runBin } from './check/run-bin'

interface Finding {
  readonly name: string
  readonly isClean: boolean
  readonly report: string
}

/** Format, lint, types, import directions and house rules; every part is reported even when an earlier one failed. */
export async function checkHouse(root: string): Promise<Finding[]> {
  return Promise.all([
    tool(
      'format and lint',
      '@biomejs/biome',
      'biome',
      ['ci', '--max-diagnostics=100', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '.'],
      root,
    ),
    tool('types', 'typescript', 'tsc', ['--noEmit', '-p', '.'], root),
    arrows(root),
    houseRules(root),
  ])
}

async function tool(
  name: string,
  packageName: string,
  command: string,
  args: readonly string[],
  root: string,
): Promise<Finding> {
  const { code, output } = await runBin(binOf(packageName, command), args, root)
  return { name, isClean: code === 0, report: output }
}

async function arrows(root: string): Promise<Finding> {
  const found = await forbiddenArrows(root, join(root, '.dependency-cruiser.cjs'))
  return {
    name: 'import directions',
    isClean: found.length === 0,
    report: found.map(describeArrow).join('\n'),
  }
}

async function houseRules(root: string): Promise<Finding> {
  const broken = brokenHouseRules(root)
  return {
    name: 'house rules',
    isClean: broken.length === 0,
    report: broken.map(describeBrokenRule).join('\n'),
  }
}

/** Prints what each part found and answers whether the house is in order. */
export async function reportCheck(root: string): Promise<boolean> {
  const findings = await checkHouse(root)
  for (const { name, isClean, report } of findings) {
    console.log(`${isClean ? 'ok  ' : 'FAIL'} ${name}`)
    if (!isClean) console.log(`${report}\n`)
  }
  return findings.every((finding) => finding.isClean)
}

if (require.main === module) {
  reportCheck(resolve(__dirname, '..')).then(
    (isInOrder) => {
      process.exitCode = isInOrder ? 0 : 1
    },
    (error: unknown) => {
      console.error(error)
      process.exitCode = 1
    },
  )
}
