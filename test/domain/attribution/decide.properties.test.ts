import { decide } from '@domain/attribution/decide'
import { explain } from '@domain/attribution/explain'
import { type AttributionPolicy, CANDIDATE_KINDS, validatePolicy } from '@domain/attribution/policy'
import type { AttributionFacts, TouchFact } from '@domain/attribution/types'
import { DAY_MS } from '@domain/shop-time'
import * as fc from 'fast-check'
import { ORDERED_AT } from '../support/builders'

const STAFF = ['li', 'wang', 'chen', 'zhao']
const GROUPS = ['spring', 'summer', 'autumn']
const staff = fc.constantFrom(...STAFF)
const group = fc.constantFrom(...GROUPS)
// Whole days, so that ties and edges of windows come up often.
const moment = fc.integer({ min: -1, max: 12 }).map((days) => ORDERED_AT - days * DAY_MS)

const touch: fc.Arbitrary<TouchFact> = fc.record({
  id: fc.uuid(),
  at: moment,
  scene: fc.constant(1008),
  groupId: fc.option(group),
  isSuspect: fc.boolean(),
  share: fc.option(
    fc.record(
      {
        shareId: fc.constant('share'),
        rootId: fc.constant('root'),
        depth: fc.nat(3),
        staffId: fc.option(staff),
        channel: fc.constantFrom('card' as const, 'poster' as const, 'moments' as const, 'link' as const),
        status: fc.constantFrom(
          'ok' as const,
          'ok' as const,
          'unknown' as const,
          'malformed' as const,
          'expired' as const,
          'revoked' as const,
        ),
        passedTo: staff,
      },
      { requiredKeys: ['shareId', 'rootId', 'depth', 'staffId', 'channel', 'status'] },
    ),
  ),
})

const succession = fc.record({
  successorId: staff,
  from: moment,
  until: fc.option(moment),
  groupId: fc.option(group),
  memberId: fc.option(fc.constantFrom('member', 'other')),
})

const facts: fc.Arbitrary<AttributionFacts> = fc.record({
  orderedAt: fc.constant(ORDERED_AT),
  memberId: fc.constant('member'),
  buyerStaffId: fc.option(staff, { freq: 1 }),
  isMemberBlocked: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  touches: fc.uniqueArray(touch, { selector: (t) => t.id, maxLength: 8 }),
  ownerships: fc.array(
    fc.record({ groupId: group, staffId: staff, from: moment, until: fc.option(moment) }),
    {
      maxLength: 4,
    },
  ),
  binding: fc.option(
    fc.record({
      staffId: staff,
      since: moment,
      source: fc.constant('share' as const),
      lastPaidAt: fc.option(moment),
    }),
  ),
  leavers: fc.uniqueArray(
    fc.record({ staffId: staff, leftAt: moment, successions: fc.array(succession, { maxLength: 3 }) }),
    { selector: (l) => l.staffId, maxLength: 3 },
  ),
})

const policy: fc.Arbitrary<AttributionPolicy> = fc.record({
  version: fc.integer({ min: 1, max: 9 }),
  preset: fc.constant('custom' as const),
  kinds: fc.shuffledSubarray([...CANDIDATE_KINDS], { minLength: 1 }),
  shareWindowMs: fc.integer({ min: 1, max: 10 }).map((days) => days * DAY_MS),
  groupWindowMs: fc.integer({ min: 1, max: 10 }).map((days) => days * DAY_MS),
  pick: fc.constantFrom('last' as const, 'first' as const),
  protectDays: fc.constantFrom(0, 3, 30),
  selfPurchase: fc.constantFrom('nobody' as const, 'next' as const, 'allowed' as const),
})

const always = (claim: (facts: AttributionFacts, policy: AttributionPolicy) => void) =>
  fc.assert(fc.property(facts, policy, claim), { numRuns: 1000 })

describe('every attribution', () => {
  it('is the same for the same facts, whatever order the touches and the history are listed in', () => {
    fc.assert(
      fc.property(facts, policy, fc.infiniteStream(fc.nat()), (f, p, dice) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, at: Number(dice.next().value) }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const other = { ...f, touches: shuffle(f.touches), leavers: shuffle(f.leavers) }
        expect(decide(other, p)).toEqual(decide(f, p))
      }),
      { numRuns: 1000 },
    )
  })

  it('survives being stored as JSON: the replay gives the very same answer', () => {
    always((f, p) => {
      const stored = JSON.parse(JSON.stringify({ f, p }))
      expect(decide(stored.f, stored.p)).toEqual(decide(f, p))
      expect(JSON.parse(JSON.stringify(decide(f, p)))).toEqual(decide(f, p))
    })
  })

  it('never rests on a suspect, foreign, later or expired touch, nor on one outside its window', () => {
    always((f, p) => {
      const { evidenceTouchId, candidates, staffId } = decide(f, p)
      const winner = candidates.find((c) => c.verdict === 'won')
      expect(winner?.staffId ?? null).toBe(staffId)
      if (evidenceTouchId === null) return
      const evidence = f.touches.find((t) => t.id === evidenceTouchId)!
      const age = f.orderedAt - evidence.at
      expect(f.isMemberBlocked || evidence.isSuspect || age < 0).toBe(false)
      expect(age).toBeLessThanOrEqual(winner!.kind === 'share' ? p.shareWindowMs : p.groupWindowMs)
      if (winner!.kind === 'share') expect(evidence.share!.status).toBe('ok')
    })
  })

  it('has at most one winner, listed first, and every piece of evidence judged', () => {
    always((f, p) => {
      const { candidates, staffId } = decide(f, p)
      const winners = candidates.filter((c) => c.verdict === 'won')
      expect(winners.length).toBe(staffId === null ? 0 : 1)
      if (winners[0]) expect(candidates[0]).toBe(winners[0])
      const groups = candidates.filter((c) => c.kind === 'group')
      expect(groups).toHaveLength(f.touches.filter((t) => t.groupId !== null).length)
      expect(candidates.filter((c) => c.kind === 'binding')).toHaveLength(f.binding ? 1 : 0)
    })
  })

  it('never credits somebody who has left, nor the buyer unless the shop allows it', () => {
    always((f, p) => {
      const { staffId } = decide(f, p)
      expect(f.leavers.some((l) => l.staffId === staffId && l.leftAt <= f.orderedAt)).toBe(false)
      if (p.selfPurchase !== 'allowed' && staffId !== null) expect(staffId).not.toBe(f.buyerStaffId)
    })
  })

  it('goes to whom a share was passed on, unless they have left themselves', () => {
    always((f, p) => {
      const { evidenceTouchId, staffId, candidates } = decide(f, p)
      const winner = candidates.find((c) => c.verdict === 'won')
      if (winner?.kind !== 'share') return
      const { share } = f.touches.find((t) => t.id === evidenceTouchId)!
      expect(winner.isPassedOn ?? false).toBe(share!.passedTo !== undefined)
      const holder = share!.passedTo ?? share!.staffId
      const hasLeft = f.leavers.some((l) => l.staffId === holder && l.leftAt <= f.orderedAt)
      if (!hasLeft) expect(staffId).toBe(holder)
    })
  })

  it('is not moved to nobody by a later visit that names no staff member', () => {
    always((f, p) => {
      const before = decide(f, p)
      fc.pre(before.staffId !== null)
      const visit: TouchFact = {
        id: 'later-visit',
        at: f.orderedAt,
        scene: 1001,
        share: null,
        groupId: 'a-group-without-owner',
        isSuspect: false,
      }
      const after = decide({ ...f, touches: [...f.touches, visit] }, p)
      expect(after.staffId).toBe(before.staffId)
      expect(after.groupId).toBe('a-group-without-owner')
    })
  })

  it('is not changed by touches that are suspect, or come after the order', () => {
    always((f, p) => {
      const base = f.touches.map((t) => ({ ...t, id: `x-${t.id}`, isSuspect: true }))
      const late = f.touches.map((t) => ({ ...t, id: `y-${t.id}`, at: f.orderedAt + 1 }))
      const noisy = decide({ ...f, touches: [...f.touches, ...base, ...late] }, p)
      const { staffId, groupId, evidenceTouchId } = decide(f, p)
      expect(noisy).toMatchObject({ staffId, groupId, evidenceTouchId })
    })
  })

  it('can be told in one sentence, to staff and to managers', () => {
    const names = { staff: { li: '李晓' }, groups: { spring: '春风小区1群' } }
    always((f, p) => {
      for (const audience of ['staff', 'manager'] as const) {
        const sentence = explain(decide(f, p), names, audience)
        expect(sentence.length).toBeGreaterThan(5)
        expect(sentence).not.toMatch(/null|undefined|NaN|，，|^，|「」/)
      }
    })
  })

  it('rests on a policy that could be saved', () => {
    fc.assert(
      fc.property(policy, (p) => {
        const result = validatePolicy(p)
        const isNeedless = p.protectDays > 0 && !p.kinds.includes('binding')
        expect(result.ok).toBe(!isNeedless)
      }),
    )
  })
})
