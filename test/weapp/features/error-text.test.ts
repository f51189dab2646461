import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ERROR_STATUS, type ErrorCode } from '@contract/errors'
import type { RouteSpec } from '@contract/route'
import { errorText } from '../../../src/platform/error-text'

const CONTRACT = resolve(__dirname, '../../../contract')
const codes = Object.keys(ERROR_STATUS) as ErrorCode[]
const wordsOf = (code: string): string => errorText({ code: code as ErrorCode, message: 'For developers.' })
const UNKNOWN = wordsOf('a.code_of_tomorrow')

const isRoute = (it: unknown): it is RouteSpec =>
  typeof it === 'object' && it !== null && 'method' in it && 'role' in it && 'response' in it

/** Every route there is, whichever file declares it. */
const routes = readdirSync(CONTRACT)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => Object.values<unknown>(require(join(CONTRACT, name))))
  .filter(isRoute)

describe('a refusal', () => {
  it('of anything a customer, staff member or manager can call has words of its own', () => {
    const called = routes.filter(({ role }) => role !== 'wechat' && role !== 'simulation')
    const met = new Set(called.flatMap(({ errors = [] }) => errors))

    expect(called.length).toBeGreaterThan(100)
    expect([...met].filter((code) => wordsOf(code) === UNKNOWN)).toEqual([])
  })

  it('is without words only where no screen can meet it', () => {
    expect(codes.filter((code) => wordsOf(code) === UNKNOWN)).toEqual([
      'notification.rejected',
      'notification.mismatch',
      'simulation.off',
    ])
  })

  it.each(codes)('%s is one short Chinese sentence', (code) => {
    expect(wordsOf(code)).toMatch(/^[\p{Script=Han}，]{3,22}$/u)
  })

  it('of a newer server, or of no network, is said in words all the same', () => {
    expect(UNKNOWN).toMatch(/^[\p{Script=Han}，]+$/u)
    expect(errorText({ code: 'network', reason: 'timeout', message: '' })).toBe('网络有点慢，请稍后再试')
    expect(errorText({ code: 'network', reason: 'offline', message: '' })).toBe('网络不太好，请检查后再试')
  })
})
