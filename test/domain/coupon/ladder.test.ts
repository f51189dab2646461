import { ladder, ladderKind } from '@domain/coupon/ladder'
import { fen } from '@domain/money'
import { aCampaign, aHeld, aLadder, aMember, aStock, aTier, ENDS, inGroup, NOW, OPENS } from './builders'

const campaign = aLadder()
const stock = aStock(campaign)
const silver = aMember({ netSpend: fen(60_000) })
const states = (...args: Parameters<typeof ladder>) => ladder(...args).rungs.map(({ state }) => state)

describe('the ladder a member sees', () => {
  it('puts a newcomer on what is theirs to claim, with the next rung and what it takes', () => {
    const view = ladder(campaign, aMember({ netSpend: fen(46_200) }), [], stock, NOW)

    expect(view.rungs.map(({ state, missing, offer }) => ({ state, missing, offer }))).toEqual([
      { state: 'current', missing: null, offer: 'claim' },
      { state: 'next', missing: { code: 'level', level: 'silver', needSpendFen: 3800 }, offer: null },
      { state: 'locked', missing: { code: 'group' }, offer: null },
    ])
    expect(view.offer).toEqual({ kind: 'claim', seat: { rank: 1, groupId: null } })
  })

  it('lights what a better member passed by', () => {
    expect(states(campaign, silver, [], stock, NOW)).toEqual(['reached', 'current', 'next'])
  })

  it('offers the next rung to the holder of a lower copy once it opens', () => {
    const view = ladder(campaign, silver, [aHeld()], stock, NOW)

    expect(view.rungs.map(({ state, offer }) => [state, offer])).toEqual([
      ['current', null],
      ['next', 'upgrade'],
      ['locked', null],
    ])
    expect(view.offer).toEqual({ kind: 'upgrade', seat: { rank: 2, groupId: null }, couponId: 'coupon' })
  })

  it('offers the highest open rung as the next one, though one between is shut', () => {
    const member = aMember({ groups: [inGroup('spring', 3)] })

    expect(states(campaign, member, [aHeld()], stock, NOW)).toEqual(['current', 'locked', 'next'])
  })

  it('keeps a member who used their copy where they stand, with nothing more to do', () => {
    const view = ladder(campaign, silver, [aHeld({ state: 'used' })], stock, NOW)

    expect(view.rungs.map(({ state, offer }) => [state, offer])).toEqual([
      ['current', null],
      ['next', null],
      ['locked', null],
    ])
    expect(view.offer).toEqual({ kind: 'none', refusal: { code: 'claim.limit_reached', limit: 1 } })
  })

  it('offers a further copy before an upgrade while the limit allows', () => {
    const view = ladder(aLadder({ limitPerMember: 2 }), silver, [aHeld()], stock, NOW)

    expect(view.offer).toEqual({ kind: 'claim', seat: { rank: 2, groupId: null } })
  })

  it('upgrades the lowest unused copy, which gains most', () => {
    const two = aLadder({ limitPerMember: 2 })
    const held = [aHeld({ id: 'high', tierRank: 2 }), aHeld({ id: 'low' })]
    const view = ladder(two, aMember({ groups: [inGroup('spring', 3)] }), held, stock, NOW)

    expect(view.offer).toMatchObject({ kind: 'upgrade', couponId: 'low' })
  })

  it('shows what is sold out, and steps over it', () => {
    const scarce = aLadder({ tiers: campaign.tiers.map((tier) => ({ ...tier, stock: 50 })) })
    const left = aStock(scarce, { byTier: { 1: 9, 2: 0, 3: 50 } })
    const view = ladder(scarce, aMember(), [], left, NOW)

    expect(view.rungs.map(({ state, left: copies }) => [state, copies])).toEqual([
      ['current', 9],
      ['sold_out', 0],
      ['next', 50],
    ])
  })

  it('is sold out from end to end for those without a copy, and still climbed by those with one', () => {
    const none = aStock(campaign, { total: 0 })

    expect(states(campaign, silver, [], none, NOW)).toEqual(['sold_out', 'sold_out', 'sold_out'])
    const view = ladder(campaign, silver, [aHeld()], none, NOW)
    expect(view.rungs.map(({ state, left }) => [state, left])).toEqual([
      ['current', null],
      ['next', null],
      ['locked', null],
    ])
  })

  it('waits for its opening and keeps the reached lit after its end', () => {
    expect(states(campaign, silver, [], stock, OPENS - 1)).toEqual(['not_yet', 'not_yet', 'not_yet'])
    expect(states(campaign, silver, [], stock, ENDS)).toEqual(['ended', 'ended', 'ended'])
    expect(states(campaign, silver, [aHeld({ tierRank: 2 })], stock, ENDS)).toEqual([
      'reached',
      'current',
      'ended',
    ])
  })

  it('stands still while paused', () => {
    const view = ladder({ ...campaign, status: 'paused' }, silver, [aHeld()], stock, NOW)

    expect([view.phase, view.offer]).toEqual(['paused', { kind: 'none', refusal: { code: 'claim.paused' } }])
    expect(view.rungs.map(({ state }) => state)).toEqual(['current', 'next', 'locked'])
  })

  it('is of the kind of its gates', () => {
    expect(ladderKind(campaign)).toBe('mixed')
    expect(ladderKind(aLadder({ tiers: campaign.tiers.slice(0, 2) }))).toBe('level')
    expect(ladderKind(aCampaign({ tiers: [aTier()] }))).toBe('anyone')
  })
})
