import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shiftableClock } from '../../../server/platform/clock'
import { keysFrom } from '../../../server/platform/crypto'
import { timeOrderedIds } from '../../../server/platform/ids'
import { cryptoRandom, seededRandom } from '../../../server/platform/random'
import { shopSecret } from '../../../server/platform/shop-secret'
import { testConfig } from '../../support/server/shop'

const keys = keysFrom('a secret of more than thirty-two characters', cryptoRandom)

describe('sealed text', () => {
  it('comes back as it was, and never looks the same twice', () => {
    const [first, second] = [keys.seal('session', '密钥'), keys.seal('session', '密钥')]

    expect(keys.open('session', first)).toBe('密钥')
    expect(first).not.toBe(second)
  })

  it('opens for no other purpose and by no other secret', () => {
    const sealed = keys.seal('session', 'key')

    expect(() => keys.open('phone', sealed)).toThrow()
    expect(() =>
      keysFrom('another secret of thirty-two characters', cryptoRandom).open('session', sealed),
    ).toThrow()
  })

  it('opens no more once a single bit was changed or an end cut off', () => {
    const bytes = Buffer.from(keys.seal('session', 'key'), 'base64url')

    for (let at = 0; at < bytes.length; at++) {
      const tampered = Buffer.from(bytes)
      tampered[at]! ^= 1
      expect(() => keys.open('session', tampered.toString('base64url'))).toThrow()
      expect(() => keys.open('session', bytes.subarray(0, at).toString('base64url'))).toThrow()
    }
  })
})

describe('a keyed hash', () => {
  it('is the same for the same text and purpose only', () => {
    expect(keys.hash('token', 'a')).toBe(keys.hash('token', 'a'))
    expect(new Set([keys.hash('token', 'a'), keys.hash('token', 'b'), keys.hash('loop', 'a')]).size).toBe(3)
  })
})

describe('ids', () => {
  it('sort by the moment they were made, also within one millisecond, and carry it', () => {
    const clock = shiftableClock({ now: () => 1_783_080_840_123 })
    const ids = timeOrderedIds(clock, cryptoRandom)

    const made = Array.from({ length: 500 }, (_, n) => {
      if (n === 250) clock.setOffsetMs(1)
      return ids.next()
    })

    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(500)
    expect(Number.parseInt(made[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(1_783_080_840_123)
    expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('chance', () => {
  it('repeats for a seed and stays below its bound', () => {
    const [one, same] = [seededRandom('tea'), seededRandom('tea')]

    expect(one.token(18)).toBe(same.token(18))
    expect(one.token(18)).toHaveLength(24)
    expect(Array.from({ length: 200 }, () => one.integer(7)).every((n) => n >= 0 && n < 7)).toBe(true)
  })
})

describe('the secret of a simulated shop', () => {
  it('is made once and kept where only its owner reads it', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'qundian-secret-'))
    const config = testConfig({ DATA_DIR: dataDir })

    const made = shopSecret(config, cryptoRandom)

    expect(made.length).toBeGreaterThanOrEqual(32)
    expect(shopSecret(config, cryptoRandom)).toBe(made)
    expect(statSync(join(dataDir, 'simulation-secret')).mode & 0o077).toBe(0)
    rmSync(dataDir, { recursive: true })
  })
})
