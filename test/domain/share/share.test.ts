import { MAX_RELAY_DEPTH, planRelay, type ShareLink, shareStatus } from '@domain/share/relay'
import {
  isShareToken,
  TOKEN_ALPHABET,
  TOKEN_BITS,
  TOKEN_LENGTH,
  TOKEN_RANDOM_BYTES,
  tokenFromBytes,
} from '@domain/share/token'
import * as fc from 'fast-check'

const WXACODE_SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const bytes = fc.uint8Array({ minLength: TOKEN_RANDOM_BYTES, maxLength: TOKEN_RANDOM_BYTES })

describe('a share token', () => {
  it('carries more than 128 bits', () => {
    expect(TOKEN_LENGTH * Math.log2(TOKEN_ALPHABET.length)).toBeCloseTo(TOKEN_BITS, 1)
    expect(TOKEN_BITS).toBeGreaterThanOrEqual(128)
  })

  it("is a whole mini-program code's scene by itself", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const token = tokenFromBytes(random)
        fc.pre(token !== null)
        expect(token).toMatch(WXACODE_SCENE)
        expect(encodeURIComponent(token!)).toBe(token)
        expect(isShareToken(token!)).toBe(true)
      }),
    )
  })

  it('passes over bytes that would favour some letters, and says when too few are left', () => {
    expect(tokenFromBytes(new Uint8Array(32).fill(250))).toBeNull()
    expect(tokenFromBytes(new Uint8Array(32).fill(247))).toBe('z'.repeat(22))
    expect(tokenFromBytes(new Uint8Array(21))).toBeNull()
  })

  it.each(['', 'short', 'x'.repeat(23), `${'x'.repeat(21)}%`, `${'x'.repeat(21)}店`, `${'x'.repeat(22)}\n`])(
    'is not %j',
    (text) => {
      expect(isShareToken(text)).toBe(false)
    },
  )
})

const link = (shareId: string, depth = 0, rest: Partial<ShareLink> = {}): ShareLink => ({
  shareId,
  rootId: 'root',
  depth,
  expiresAt: null,
  revokedAt: null,
  ...rest,
})
const ROOT = link('root')
const plan = (facts: Partial<Parameters<typeof planRelay>[0]>) =>
  planRelay({ isStaff: false, opened: ROOT, ownRelay: null, isOwnRoot: false, ...facts })

describe('sharing on', () => {
  it('keeps the root and goes one deeper when a customer forwards', () => {
    expect(plan({})).toEqual({ kind: 'relay', rootId: 'root', depth: 1 })
    expect(plan({ opened: link('b', 4) })).toEqual({ kind: 'relay', rootId: 'root', depth: 5 })
  })

  it('starts anew for a staff member, whatever card they came by', () => {
    expect(plan({ isStaff: true, opened: link('b', 4) })).toEqual({ kind: 'new_root' })
  })

  it('starts anew for a customer who came without a card', () => {
    expect(plan({ opened: null })).toEqual({ kind: 'new_root' })
  })

  it('hands out the same token when somebody forwards twice, or gets their own relay back in a circle', () => {
    const own = link('mine', 1)
    expect(plan({ opened: link('theirs', 3), ownRelay: own })).toEqual({ kind: 'reuse', shareId: 'mine' })
    expect(plan({ opened: own, ownRelay: own })).toEqual({ kind: 'reuse', shareId: 'mine' })
    expect(plan({ opened: link('theirs', 3), isOwnRoot: true })).toEqual({ kind: 'reuse', shareId: 'root' })
  })

  it('stops counting at the depth limit; the root earns all the same', () => {
    const deep = link('deep', MAX_RELAY_DEPTH)
    expect(plan({ opened: deep })).toEqual({ kind: 'reuse', shareId: 'deep' })
  })
})

describe('what a token stands for', () => {
  const NOW = 1_000
  it.each([
    ['nothing', 'none', null, null, null],
    ['garbage', 'malformed', null, null, 'malformed'],
    ['a token we never issued', 'present', null, null, 'unknown'],
    ['a live card', 'present', ROOT, ROOT, 'ok'],
    ['an expired card', 'present', link('a', 1, { expiresAt: NOW }), ROOT, 'expired'],
    ['a relay of an expired card', 'present', link('a', 1), link('root', 0, { expiresAt: 999 }), 'expired'],
    ['a relay of a revoked card', 'present', link('a', 1), link('root', 0, { revokedAt: 999 }), 'revoked'],
    ['a card to be revoked later', 'present', link('root', 0, { revokedAt: 1001 }), ROOT, 'ok'],
  ] as const)('is told for %s', (_, tokenState, opened, root, expected) => {
    expect(shareStatus(tokenState, opened, root, NOW)).toBe(expected)
  })
})
