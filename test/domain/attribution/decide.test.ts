import { decide } from '@domain/attribution/decide'
import { type AttributionPolicy, LAST_SHARE } from '@domain/attribution/policy'
import type { AttributionFacts, Verdict } from '@domain/attribution/types'
import {
  aTouch,
  boundTo,
  daysBefore,
  hoursBefore,
  left,
  ORDERED_AT,
  owns,
  someFacts,
} from '../support/builders'

const judge = (facts: Partial<AttributionFacts>, policy: AttributionPolicy = LAST_SHARE) =>
  decide(someFacts(facts), policy)

/** kind:staff → verdict, as a manager reads the list of candidates. */
const verdicts = (facts: Partial<AttributionFacts>, policy?: AttributionPolicy): Record<string, Verdict> =>
  Object.fromEntries(
    judge(facts, policy).candidates.map((c) => [`${c.kind}:${c.touchId ?? c.foundStaffId}`, c.verdict]),
  )

const CARD = aTouch({ id: 'card', at: hoursBefore(2), staff: 'li', groupId: 'spring' })
const GROUP_VISIT = aTouch({ id: 'visit', at: hoursBefore(1), groupId: 'spring' })
const OWNED = [owns('wang', 'spring')]

describe('last-share: who earns an order', () => {
  it('is the staff member whose card the customer opened', () => {
    expect(judge({ touches: [CARD] })).toMatchObject({
      staffId: 'li',
      groupId: 'spring',
      reason: 'share',
      evidenceTouchId: 'card',
      policyVersion: 1,
    })
  })

  it('is the one whose card was opened last, when several were', () => {
    const facts = { touches: [CARD, aTouch({ id: 'later', at: hoursBefore(1), staff: 'chen' })] }

    expect(judge(facts).staffId).toBe('chen')
    expect(verdicts(facts)).toMatchObject({ 'share:later': 'won', 'share:card': 'older' })
  })

  it('is the root staff member alone, however often the card was forwarded', () => {
    const relayed = aTouch({ id: 'relayed', at: hoursBefore(1), staff: 'li', relays: 3, groupId: 'summer' })

    expect(judge({ touches: [relayed] })).toMatchObject({ staffId: 'li', reason: 'relay', groupId: 'summer' })
  })

  it('is the owner of the group, where no staff card was opened in the last seven days', () => {
    expect(judge({ touches: [GROUP_VISIT], ownerships: OWNED })).toMatchObject({
      staffId: 'wang',
      reason: 'group',
      evidenceTouchId: 'visit',
    })
  })

  it('is the sharer before the group owner, even if the group was visited later', () => {
    const facts = { touches: [CARD, GROUP_VISIT], ownerships: OWNED }

    expect(judge(facts).staffId).toBe('li')
    expect(verdicts(facts)).toMatchObject({ 'share:card': 'won', 'group:visit': 'outranked' })
  })

  it('is the serving staff, where neither a card nor an owned group led here', () => {
    expect(judge({ binding: boundTo('zhao') })).toMatchObject({
      staffId: 'zhao',
      groupId: null,
      reason: 'binding',
      evidenceTouchId: null,
    })
  })

  it('is nobody, where there is no evidence at all', () => {
    expect(judge({})).toMatchObject({ staffId: null, groupId: null, reason: 'no_evidence', candidates: [] })
  })
})

describe('the windows', () => {
  it('count a card opened exactly seven days ago, and no older one', () => {
    const at = daysBefore(7)
    expect(judge({ touches: [aTouch({ id: 'edge', at, staff: 'li' })] }).staffId).toBe('li')
    expect(judge({ touches: [aTouch({ id: 'old', at: at - 1, staff: 'li' })] })).toMatchObject({
      staffId: null,
      reason: 'outside_window',
    })
  })

  it('are set apart for shares and groups', () => {
    const facts = { touches: [aTouch({ ...CARD, at: daysBefore(5) })], ownerships: OWNED }
    const short = { ...LAST_SHARE, shareWindowMs: 3 * 86_400_000 }

    expect(judge(facts).reason).toBe('share')
    expect(judge(facts, short).reason).toBe('group')
  })

  it('never count a touch from after the order', () => {
    const facts = { touches: [aTouch({ id: 'late', at: ORDERED_AT + 1, staff: 'li', groupId: 'spring' })] }

    expect(judge(facts)).toMatchObject({ staffId: null, groupId: null })
    expect(verdicts(facts)).toMatchObject({ 'share:late': 'after_order' })
  })
})

describe('the group of an order', () => {
  it('is the latest proven one, whoever earns and whoever owns it', () => {
    const later = aTouch({ id: 'later', at: hoursBefore(1), groupId: 'nobodys' })
    expect(judge({ touches: [CARD, later], ownerships: OWNED })).toMatchObject({
      staffId: 'li',
      groupId: 'nobodys',
      groupTouchId: 'later',
    })
  })

  it('is unknown where the latest proof is too old', () => {
    expect(
      judge({ touches: [aTouch({ ...GROUP_VISIT, at: daysBefore(8) })], ownerships: OWNED }).groupId,
    ).toBeNull()
  })

  it('is told for an order nobody earned, too', () => {
    expect(judge({ touches: [GROUP_VISIT] })).toMatchObject({
      staffId: null,
      groupId: 'spring',
      reason: 'group_unowned',
    })
  })
})

describe('the owner of a group', () => {
  it('is the one in force when the order is created, not when the group was visited', () => {
    const change = hoursBefore(0.5)
    const ownerships = [
      { groupId: 'spring', staffId: 'wang', from: 0, until: change },
      { groupId: 'spring', staffId: 'sun', from: change, until: null },
    ]

    expect(judge({ touches: [GROUP_VISIT], ownerships }).staffId).toBe('sun')
  })
})

describe('a staff member who left', () => {
  const facts = { touches: [CARD], binding: boundTo('zhao') }

  it('passes future credit to the successor', () => {
    const attribution = judge({ ...facts, leavers: [left('li', daysBefore(1), 'chen')] })

    expect(attribution).toMatchObject({ staffId: 'chen', reason: 'share' })
    expect(attribution.candidates[0]).toMatchObject({ foundStaffId: 'li', staffId: 'chen', verdict: 'won' })
  })

  it('passes it along the whole chain of successors', () => {
    const leavers = [left('li', daysBefore(3), 'chen'), left('chen', daysBefore(1), 'sun')]
    expect(judge({ ...facts, leavers }).staffId).toBe('sun')
  })

  it('leaves it to the next candidate where nobody took over, or the chain runs in a circle', () => {
    const circle = [left('li', daysBefore(3), 'chen'), left('chen', daysBefore(1), 'li')]

    for (const leavers of [[left('li', daysBefore(1))], circle]) {
      expect(judge({ ...facts, leavers })).toMatchObject({ staffId: 'zhao', reason: 'binding' })
      expect(judge({ touches: [CARD], leavers })).toMatchObject({
        staffId: null,
        reason: 'left_without_successor',
      })
    }
  })

  it('still earned what was ordered before leaving, and what was ordered before the handover was made', () => {
    expect(judge({ ...facts, leavers: [left('li', ORDERED_AT + 1, 'chen')] }).staffId).toBe('li')
    const later = { ...left('li', daysBefore(2), 'chen') }
    const notYet = { ...later, successions: [{ ...later.successions[0]!, from: ORDERED_AT + 1 }] }
    expect(judge({ ...facts, leavers: [notYet] }).staffId).toBe('zhao')
  })

  it('has no successor any more once the handover is undone', () => {
    const handed = left('li', daysBefore(2), 'chen')
    const undone = { ...handed, successions: [{ ...handed.successions[0]!, until: hoursBefore(1) }] }
    expect(judge({ ...facts, leavers: [undone] }).staffId).toBe('zhao')
  })

  it('may have several successors: the one named for a group before the general one', () => {
    const leaver = {
      staffId: 'wang',
      leftAt: daysBefore(1),
      successions: [
        { successorId: 'chen', from: daysBefore(1), until: null, groupId: null, memberId: null },
        { successorId: 'sun', from: daysBefore(1), until: null, groupId: 'spring', memberId: null },
        { successorId: 'he', from: daysBefore(1), until: null, groupId: null, memberId: 'member' },
      ],
    }

    expect(judge({ touches: [GROUP_VISIT], ownerships: OWNED, leavers: [leaver] }).staffId).toBe('sun')
    expect(judge({ binding: boundTo('wang'), leavers: [leaver] }).staffId).toBe('he')
    expect(judge({ binding: boundTo('wang'), memberId: 'other', leavers: [leaver] }).staffId).toBe('chen')
  })
})

describe('what is no evidence', () => {
  it('is a touch known as suspect: neither for staff nor for the group', () => {
    const facts = { touches: [{ ...CARD, isSuspect: true }], ownerships: OWNED }

    expect(judge(facts)).toMatchObject({ staffId: null, groupId: null, reason: 'only_suspect' })
    expect(verdicts(facts)).toEqual({ 'share:card': 'suspect', 'group:card': 'suspect' })
  })

  it('is anything about a blocked member', () => {
    const facts = { touches: [CARD], ownerships: OWNED, binding: boundTo('zhao'), isMemberBlocked: true }

    expect(judge(facts)).toMatchObject({ staffId: null, groupId: null, reason: 'member_blocked' })
    expect(new Set(Object.values(verdicts(facts)))).toEqual(new Set(['member_blocked']))
  })

  it.each(['expired', 'revoked'] as const)('is a card that was %s when it was opened', (status) => {
    const card = { ...CARD, share: { ...CARD.share!, status } }

    expect(judge({ touches: [card] })).toMatchObject({
      staffId: null,
      reason: 'share_invalid',
      groupId: 'spring',
    })
    expect(verdicts({ touches: [card] })).toMatchObject({ 'share:card': `share_${status}` })
  })

  it('is a token we never issued, or a chain no staff member began', () => {
    const unknown = { ...CARD, share: { ...CARD.share!, status: 'unknown' as const } }
    const customers = { ...CARD, share: { ...CARD.share!, staffId: null } }

    expect(judge({ touches: [unknown, { ...customers, id: 'c' }] }).candidates.map((c) => c.kind)).toEqual([
      'group',
      'group',
    ])
  })
})
