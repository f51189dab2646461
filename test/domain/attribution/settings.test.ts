import { decide } from '@domain/attribution/decide'
import { type AttributionPolicy, LAST_SHARE, PROTECT_BINDING } from '@domain/attribution/policy'
import type { AttributionFacts, Verdict } from '@domain/attribution/types'
import { aTouch, boundTo, daysBefore, hoursBefore, left, owns, someFacts } from '../support/builders'

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

describe('staff buying for themselves', () => {
  const own = { touches: [CARD], binding: boundTo('zhao'), buyerStaffId: 'li' }

  it('earn nothing, and nobody else does, where their own card would have won', () => {
    expect(judge(own)).toMatchObject({ staffId: null, reason: 'self_purchase', groupId: 'spring' })
    expect(verdicts(own)).toMatchObject({ 'share:card': 'self', 'binding:zhao': 'outranked' })
  })

  it('leave it to a colleague whose card they opened later', () => {
    const colleague = aTouch({ id: 'colleague', at: hoursBefore(1), staff: 'chen' })
    expect(judge({ ...own, touches: [CARD, colleague] }).staffId).toBe('chen')
  })

  it('leave it to the next candidate, if the shop sets it so', () => {
    expect(judge(own, { ...LAST_SHARE, selfPurchase: 'next' })).toMatchObject({
      staffId: 'zhao',
      reason: 'binding',
    })
    const alone = { touches: [CARD], buyerStaffId: 'li' }
    expect(judge(alone, { ...LAST_SHARE, selfPurchase: 'next' }).reason).toBe('self_purchase')
  })

  it('earn like anybody, if the shop allows it', () => {
    expect(judge(own, { ...LAST_SHARE, selfPurchase: 'allowed' }).staffId).toBe('li')
  })

  it('do not earn by the card of a leaver they succeeded', () => {
    const leavers = [left('wu', daysBefore(1), 'li')]
    const touches = [aTouch({ id: 'old-card', at: hoursBefore(3), staff: 'wu' })]
    expect(judge({ touches, leavers, buyerStaffId: 'li' }).reason).toBe('self_purchase')
  })
})

describe('protect-binding', () => {
  const facts = { touches: [CARD], binding: boundTo('zhao', daysBefore(10)) }

  it('keeps a customer who bought through their staff member in the last 30 days', () => {
    expect(judge(facts, PROTECT_BINDING)).toMatchObject({ staffId: 'zhao', reason: 'binding_protected' })
    expect(verdicts(facts, PROTECT_BINDING)).toMatchObject({ 'share:card': 'outranked' })
  })

  it('lets the card win once those 30 days are over, or where nothing was ever bought', () => {
    expect(judge({ ...facts, binding: boundTo('zhao', daysBefore(30)) }, PROTECT_BINDING).staffId).toBe('li')
    expect(judge({ ...facts, binding: boundTo('zhao') }, PROTECT_BINDING).staffId).toBe('li')
  })

  it('does not protect anybody under last-share', () => {
    expect(judge(facts, LAST_SHARE).staffId).toBe('li')
  })
})

describe('the settings', () => {
  it('let the first touch win instead of the last', () => {
    const touches = [CARD, aTouch({ id: 'later', at: hoursBefore(1), staff: 'chen' })]
    const first = { ...LAST_SHARE, pick: 'first' as const }

    expect(judge({ touches }, first).staffId).toBe('li')
    expect(verdicts({ touches }, first)).toMatchObject({ 'share:card': 'won', 'share:later': 'newer' })
  })

  it('order the kinds, and leave some out', () => {
    const facts = { touches: [CARD, GROUP_VISIT], ownerships: OWNED, binding: boundTo('zhao') }

    expect(judge(facts, { ...LAST_SHARE, kinds: ['group', 'share'] }).staffId).toBe('wang')
    expect(verdicts(facts, { ...LAST_SHARE, kinds: ['group', 'share'] })).toMatchObject({
      'binding:zhao': 'kind_off',
    })
  })
})
