import { type GateFacts, gateState, openGroups } from '@domain/coupon/gate'
import { buyersByGroup } from '@domain/coupon/milestone'
import type { Gate } from '@domain/coupon/types'
import { LEVELS, levelOf, levelRank } from '@domain/member/level'
import { fen } from '@domain/money'
import * as fc from 'fast-check'
import { aMember, ENDS, inGroup, NOW, OPENS } from './builders'

const open = { isOpen: true }
const missing = (what: object) => ({ isOpen: false, missing: what })

describe('a gate', () => {
  it('for anyone is open to a visitor', () => {
    expect(gateState({ kind: 'anyone' }, aMember({ lifecycle: 'visitor' }))).toEqual(open)
  })

  it('by lifecycle names the stages it is for', () => {
    const gate: Gate = { kind: 'lifecycle', stages: ['dormant', 'churned'] }

    expect(gateState(gate, aMember({ lifecycle: 'churned' }))).toEqual(open)
    expect(gateState(gate, aMember({ lifecycle: 'active' }))).toEqual(
      missing({ code: 'lifecycle', stages: ['dormant', 'churned'] }),
    )
  })

  it('by level is open to that level and higher ones, and tells how much spending is missing', () => {
    const gate: Gate = { kind: 'level', from: 'gold' }

    expect(gateState(gate, aMember({ netSpend: fen(600_000) }))).toEqual(open)
    expect(gateState(gate, aMember({ netSpend: fen(196_200) }))).toEqual(
      missing({ code: 'level', level: 'gold', needSpendFen: 3800 }),
    )
  })

  it('asks the whole way of a member whose refunds outweigh their spending', () => {
    expect(gateState({ kind: 'level', from: 'silver' }, aMember({ netSpend: fen(-5000) }))).toEqual(
      missing({ code: 'level', level: 'silver', needSpendFen: 50_000 }),
    )
  })

  it('by segment tells no more than that it is for others', () => {
    const gate: Gate = { kind: 'segment', segmentId: 'price-sensitive' }

    expect(gateState(gate, aMember({ segmentIds: ['price-sensitive'] }))).toEqual(open)
    expect(gateState(gate, aMember())).toEqual(missing({ code: 'segment' }))
  })

  it('of a group drop is open to members proven in one of the groups', () => {
    const gate: Gate = { kind: 'groups', groupIds: ['spring', 'lake'] }
    const member = aMember({ groups: [inGroup('hill'), inGroup('lake')] })

    expect(gateState(gate, member)).toEqual(open)
    expect(openGroups(gate, member)).toEqual([inGroup('lake')])
    expect(gateState(gate, aMember({ groups: [inGroup('hill')] }))).toEqual(missing({ code: 'group' }))
  })

  it('of a milestone counts the buyers of the group that came furthest', () => {
    const gate: Gate = { kind: 'milestone', buyers: 3 }

    expect(gateState(gate, aMember({ groups: [inGroup('hill', 1), inGroup('lake', 3)] }))).toEqual(open)
    expect(gateState(gate, aMember({ groups: [inGroup('hill', 1), inGroup('lake', 2)] }))).toEqual(
      missing({ code: 'milestone', have: 2, need: 3 }),
    )
  })

  it('of a milestone asks a member of no proven group for the group first', () => {
    expect(gateState({ kind: 'milestone', buyers: 3 }, aMember())).toEqual(missing({ code: 'group' }))
  })

  it('cannot ask for shares: no such gate and no such fact compiles', () => {
    // @ts-expect-error a gate never depends on having shared
    const gate: Gate = { kind: 'shared', times: 1 }
    // @ts-expect-error nor does a gate see who shared what
    const facts: GateFacts = { ...aMember(), shareCount: 1 }

    expect([gate.kind, facts.lifecycle]).toEqual(['shared', 'registered'])
  })

  it('by level is open exactly when what it calls missing is nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 700_000 }),
        fc.constantFrom(...LEVELS.map(({ level }) => level)),
        (spend, level) => {
          const state = gateState({ kind: 'level', from: level }, aMember({ netSpend: fen(spend) }))
          const need = state.isOpen || state.missing.code !== 'level' ? 0 : state.missing.needSpendFen
          const after = levelOf(fen(Math.max(spend, 0) + need)).level

          expect(levelRank(after)).toBeGreaterThanOrEqual(levelRank(level))
          expect(state.isOpen).toBe(need === 0)
          if (need > 0) {
            const short = levelOf(fen(Math.max(spend, 0) + need - 1)).level
            expect(levelRank(short)).toBeLessThan(levelRank(level))
          }
        },
      ),
    )
  })
})

describe('the buyers of a group', () => {
  const window = { claimFrom: OPENS, claimUntil: ENDS }
  const paid = (memberId: string, groupId: string | null, more = {}) => ({
    memberId,
    groupId,
    paidAt: NOW,
    isSuspect: false,
    ...more,
  })

  it('are distinct members, by the group frozen on their order', () => {
    const counts = buyersByGroup(window, [
      paid('an', 'spring'),
      paid('an', 'spring'),
      paid('bo', 'spring'),
      paid('an', 'lake'),
      paid('cy', null),
    ])

    expect([...counts]).toEqual([
      ['spring', 2],
      ['lake', 1],
    ])
  })

  it('leave out the suspect, and whoever paid before or after the campaign', () => {
    const counts = buyersByGroup(window, [
      paid('an', 'spring', { isSuspect: true }),
      paid('bo', 'spring', { paidAt: OPENS - 1 }),
      paid('cy', 'spring', { paidAt: ENDS }),
      paid('di', 'spring', { paidAt: OPENS }),
    ])

    expect([...counts]).toEqual([['spring', 1]])
  })

  it('never become fewer: a milestone once reached stays', () => {
    const payment = fc.record({
      memberId: fc.constantFrom('an', 'bo', 'cy'),
      groupId: fc.constantFrom('spring', 'lake', null),
      paidAt: fc.integer({ min: OPENS - 5, max: ENDS + 5 }),
      isSuspect: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(payment), payment, (payments, another) => {
        const before = buyersByGroup(window, payments)
        const after = buyersByGroup(window, [...payments, another])
        for (const [groupId, count] of before) expect(after.get(groupId) ?? 0).toBeGreaterThanOrEqual(count)
      }),
    )
  })
})
