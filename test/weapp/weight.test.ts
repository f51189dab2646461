/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type PackageWeight, weigh } from '../support/weapp/weigh'

const BUDGET = JSON.parse(readFileSync(join(__dirname, 'budget.json'), 'utf8')) as Record<string, number>
const SHOWN = 12

describe('the weight of the packages', () => {
  it.each(weigh(resolve(__dirname, '../../dist/weapp')))('$name stays within its budget', (weight) => {
    console.log(describeWeight(weight))

    expect(BUDGET[weight.name]).toBeDefined()
    expect(weight.bytes).toBeLessThanOrEqual(BUDGET[weight.name] ?? 0)
  })
})

function describeWeight({ name, bytes, files }: PackageWeight): string {
  const budget = BUDGET[name] ?? 0
  const head = `${name}: ${kilobytes(bytes)} of ${kilobytes(budget)} (${Math.round((bytes / budget) * 100)} %)`
  return [
    head,
    ...files.slice(0, SHOWN).map((it) => `  ${kilobytes(it.bytes).padStart(10)}  ${it.file}`),
  ].join('\n')
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
