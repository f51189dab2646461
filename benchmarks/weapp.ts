/**
 * `npm run bench:weapp`: what the mini-program weighs and what its first screens cost, against WeChat's limits, our
 * budgets, and an empty Taro app of the same configuration that is built in the same run.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FirstScreen } from '../test/support/weapp/first-screen'
import type { Traffic } from '../test/support/weapp/meter'
import { weigh } from '../test/support/weapp/weigh'
import { binOf, runBin } from '../tools/check/run-bin'
import { ensureWeapp } from '../tools/weapp-build'
import { EMPTY_APP } from './weapp/empty-app'

const ROOT = resolve(__dirname, '..')
/** Platform limits (2026-11): a package, all packages together. */
const PACKAGE_LIMIT = 2 * 1024 * 1024
const TOTAL_LIMIT = 30 * 1024 * 1024
const HEAVIEST = 8

interface Seen {
  readonly screens: Readonly<Record<string, FirstScreen>>
  readonly addToCart?: Traffic
}

async function main(): Promise<void> {
  const built = await ensureWeapp(ROOT)
  if (built.outcome === 'failed') throw new Error(built.output)
  const ours = weigh(join(ROOT, 'dist', 'weapp'))
  const empty = await buildEmpty()
  const budget = readJson<Record<string, number>>('test/weapp/budget.json')

  let total = 0
  for (const { name, bytes, files } of ours) {
    total += bytes
    const beside = name === 'main' ? `, ${(bytes / empty).toFixed(2)}x the empty app` : ''
    console.log(`\n${name}: ${kB(bytes)} (budget ${kB(budget[name])}, limit ${kB(PACKAGE_LIMIT)}${beside})`)
    for (const file of files.slice(0, HEAVIEST)) console.log(`  ${kB(file.bytes).padStart(10)}  ${file.file}`)
  }
  console.log(`\nall packages: ${kB(total)} (limit ${kB(TOTAL_LIMIT)}); the empty app: ${kB(empty)}`)

  const { screens, addToCart } = await firstScreens()
  for (const [name, screen] of Object.entries(screens)) {
    const { toFirst, all, tree } = screen
    console.log(`\ncold start of ${name}`)
    console.log(`  until it shows something: ${screen.requestsToFirst} requests, ${said(toFirst)}`)
    console.log(`  until all is there:       ${screen.requests} requests, ${said(all)}`)
    console.log(
      `  nodes ${tree.nodes} (< 1000), depth ${tree.depth} (< 30), most children ${tree.mostChildren} (<= 60)`,
    )
  }
  if (addToCart) console.log(`\nputting into the cart: ${said(addToCart)}`)
}

/** The floor that Taro and React set: one page with a word on it. In a folder of its own, with our configuration. */
async function buildEmpty(): Promise<number> {
  const folder = join(ROOT, '.cache', 'empty-app')
  rmSync(folder, { recursive: true, force: true })
  for (const [file, text] of Object.entries(EMPTY_APP)) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const args = ['build', '--type', 'weapp']
  const { code, output } = await runBin(binOf('@tarojs/cli', 'taro'), args, folder, {
    NODE_ENV: 'production',
  })
  if (code !== 0) throw new Error(`the empty app does not build: ${output}`)
  return weigh(join(folder, 'dist')).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** The same measurement that `npm test` holds against the budgets. */
async function firstScreens(): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'qundian-bench-'))
  try {
    const report = join(folder, 'seen.json')
    const args = ['--selectProjects', 'weapp', '--testPathPatterns', 'first-screen']
    const { code, output } = await runBin(binOf('jest', 'jest'), args, ROOT, { QUNDIAN_FIRST_SCREEN: report })
    if (code !== 0) console.log(output)
    return JSON.parse(readFileSync(report, 'utf8')) as Seen
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const said = ({ calls, bytes, largestBytes }: Traffic): string =>
  `${calls} setData, ${kB(bytes)} (largest so far ${kB(largestBytes)}, limit 262.1 kB)`
const kB = (bytes = 0): string => `${(bytes / 1000).toFixed(1)} kB`
const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
