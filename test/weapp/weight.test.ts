/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { weigh } from '../support/weapp/weigh'

const BUDGET = JSON.parse(readFileSync(join(__dirname, 'budget.json'), 'utf8')) as Record<string, number>

describe('the weight of the packages', () => {
  it.each(weigh(resolve(__dirname, '../../dist/weapp')))(
    '$name stays within its budget',
    ({ name, bytes }) => {
      expect(BUDGET[name]).toBeDefined()
      expect(bytes).toBeLessThanOrEqual(BUDGET[name] ?? 0)
    },
  )
})
