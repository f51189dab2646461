import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { DAY_MS } from '../../../domain/shop-time'
import { aCampaign, aCoupon, aTier, claims, seesLadder } from '../../support/server/campaign-builders'
import { aPerson, opens } from '../../support/server/people-builders'
import { waits } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const leftOf = async (campaignId: string) => {
  const { rows } = await shop.deps.db.execute<{ kind: string; key: string; left: number }>(
    sql`select kind, key, "left" from campaign_stock where campaign_id = ${campaignId} order by kind, key`,
  )
  return Object.fromEntries(rows.map(({ kind, key, left }) => [key === '' ? kind : `${kind} ${key}`, left]))
}

describe('claiming a coupon', () => {
  it('gives a copy that carries all that prices it', async () => {
    const person = await aPerson(shop)
    const campaignId = await aCampaign(shop)

    const coupon = await aCoupon(shop, person, campaignId)

    const nowMs = shop.clock.now()
    expect(coupon).toMatchObject({
      campaignId,
      title: '周末满减券',
      tierRank: 1,
      thresholdFen: 10_000,
      off: { kind: 'amount', amountOff: 1_000 },
      state: 'claimed',
      validFrom: nowMs,
      validUntil: nowMs + 10 * DAY_MS,
    })
    expect(await leftOf(campaignId)).toEqual({ total: 9 })
  })

  it('gives the same coupon to the same tap, however often it arrives', async () => {
    const person = await aPerson(shop)
    const campaignId = await aCampaign(shop, { limitPerMember: 5 })
    const requestId = randomUUID()

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => claims(shop, person, campaignId, { requestId })),
    )
    const later = await claims(shop, person, campaignId, { requestId })

    expect(new Set([...answers, later].map(({ body }) => body.id)).size).toBe(1)
    expect(await leftOf(campaignId)).toEqual({ total: 9 })
  })

  it('refuses a key that made another claim', async () => {
    const person = await aPerson(shop)
    const campaignId = await aCampaign(shop, { limitPerMember: 2 })
    const requestId = randomUUID()
    const { body: first } = await claims(shop, person, campaignId, { requestId })

    const answer = await claims(shop, person, campaignId, { requestId, upgradeOf: first.id })

    expect(answer).toMatchObject({ status: 409, body: { code: 'claim.request_reused' } })
  })

  it('gives the best tier the member qualifies for that has stock', async () => {
    const campaignId = await aCampaign(shop, {
      tiers: [
        aTier(),
        aTier({ thresholdFen: 20_000, off: { kind: 'amount', amountOff: 3_000 }, stock: 1 }),
        aTier({
          thresholdFen: 30_000,
          off: { kind: 'amount', amountOff: 6_000 },
          gate: { kind: 'level', from: 'gold' },
        }),
      ],
    })

    const first = await aCoupon(shop, await aPerson(shop), campaignId)
    const second = await aCoupon(shop, await aPerson(shop), campaignId)

    expect([first.tierRank, second.tierRank]).toEqual([2, 1])
    expect(await leftOf(campaignId)).toEqual({ total: 8, 'tier 2': 0 })
  })

  it('takes no more per member than the limit, also when all taps come at once', async () => {
    const person = await aPerson(shop)
    const campaignId = await aCampaign(shop, { limitPerMember: 2 })

    const answers = await Promise.all(Array.from({ length: 8 }, () => claims(shop, person, campaignId)))

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(answers.find(({ status }) => status !== 200)).toMatchObject({
      status: 409,
      body: { code: 'claim.limit_reached', detail: { limit: 2 } },
    })
  })

  it('says what is missing', async () => {
    const person = await aPerson(shop)
    const campaignId = await aCampaign(shop, { tiers: [aTier({ gate: { kind: 'level', from: 'silver' } })] })

    const answer = await claims(shop, person, campaignId)

    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'claim.not_qualified',
        detail: { rank: 1, missing: { code: 'level', level: 'silver', needSpendFen: 50_000 } },
      },
    })
  })

  it.each([
    ['before its time', { from: DAY_MS, until: 2 * DAY_MS }, 'claim.not_yet'],
    ['after its end', { from: -2 * DAY_MS, until: 0 }, 'claim.ended'],
  ])('refuses %s', async (_when, { from, until }, code) => {
    const nowMs = shop.clock.now()
    const campaignId = await aCampaign(shop, { claimFrom: nowMs + from, claimUntil: nowMs + until })

    const answer = await claims(shop, await aPerson(shop), campaignId)

    expect(answer).toMatchObject({ status: 409, body: { code } })
  })

  it('knows no campaign that is not there', async () => {
    const answer = await claims(shop, await aPerson(shop), randomUUID())

    expect(answer).toMatchObject({ status: 404, body: { code: 'thing.not_found' } })
  })

  it('wants a session', async () => {
    const answer = await claims(shop, { token: 'nobody' }, await aCampaign(shop))

    expect(answer.status).toBe(401)
  })
})

describe('a group drop', () => {
  it('opens to those whom a touch has proven in the group inside the claim window', async () => {
    const [inside, outside] = [await aPerson(shop), await aPerson(shop)]
    await opens(shop, inside, { group: '春风小区1群' })
    const { rows } = await shop.deps.db.execute<{ id: string }>(
      sql`select group_id as id from touches where member_id = ${inside.memberId}`,
    )
    const groupId = rows[0]!.id
    const gate = { kind: 'groups' as const, groupIds: [groupId] }
    const campaignId = await aCampaign(shop, { stockPerGroup: 1, tiers: [aTier({ gate })] })

    const coupon = await claims(shop, inside, campaignId)
    const refused = await claims(shop, outside, campaignId)

    expect(coupon.status).toBe(200)
    expect(refused.body).toMatchObject({
      code: 'claim.not_qualified',
      detail: { missing: { code: 'group' } },
    })
    expect(await leftOf(campaignId)).toEqual({ total: 9, [`group ${groupId}`]: 0 })
  })

  it('does not open by a touch from before the window', async () => {
    const person = await aPerson(shop)
    await opens(shop, person, { group: '旧群' })
    const { rows } = await shop.deps.db.execute<{ id: string }>(
      sql`select group_id as id from touches where member_id = ${person.memberId}`,
    )
    waits(shop, DAY_MS)
    const gate = { kind: 'groups' as const, groupIds: [rows[0]!.id] }
    const claimFrom = shop.clock.now() - 1000

    const answer = await claims(shop, person, await aCampaign(shop, { claimFrom, tiers: [aTier({ gate })] }))

    expect(answer.body.code).toBe('claim.not_qualified')
  })
})

describe('an upgrade', () => {
  const ladder = [
    aTier({ stock: 9 }),
    aTier({
      thresholdFen: 20_000,
      off: { kind: 'amount', amountOff: 3_000 },
      stock: 1,
      gate: { kind: 'lifecycle', stages: ['active'] },
    }),
  ]

  const becomesActive = (memberId: string) =>
    shop.deps.db.execute(sql`
      insert into orders (id, number, member_id, request_id, request_hash, state, goods_fen, discount_fen,
        freight_fen, freight_discount_fen, payable_fen, address, reason, policy_version, created_at, expires_at, paid_at)
      values (${shop.deps.ids.next()}, ${shop.deps.ids.next()}, ${memberId}, ${randomUUID()}, '', 'paid', 100, 0, 0, 0, 100,
        '{}', 'none', 1, ${new Date(shop.clock.now())}, ${new Date(shop.clock.now())}, ${new Date(shop.clock.now())})`)

  it('ends the old copy, makes a better one, and moves the stock of the tiers alone', async () => {
    const person = await aPerson(shop)
    const campaignId = await aCampaign(shop, { tiers: ladder })
    const old = await aCoupon(shop, person, campaignId)
    await becomesActive(person.memberId)
    const before = await seesLadder(shop, person, campaignId)

    const better = await aCoupon(shop, person, campaignId, { upgradeOf: old.id })

    expect(before.offer).toEqual({ kind: 'upgrade', rank: 2, couponId: old.id })
    expect(better).toMatchObject({ tierRank: 2, state: 'claimed' })
    expect(await leftOf(campaignId)).toEqual({ total: 9, 'tier 1': 9, 'tier 2': 0 })
    const after = await seesLadder(shop, person, campaignId)
    expect(after.held.map(({ id }: { id: string }) => id)).toEqual([better.id])
    expect(after.rungs.map(({ state }: { state: string }) => state)).toEqual(['reached', 'current'])
  })

  it('keeps the old copy where the higher tier is sold out', async () => {
    const [quick, slow] = [await aPerson(shop), await aPerson(shop)]
    const campaignId = await aCampaign(shop, { tiers: ladder })
    const old = await aCoupon(shop, slow, campaignId)
    for (const { memberId } of [quick, slow]) await becomesActive(memberId)
    await aCoupon(shop, quick, campaignId)

    const answer = await claims(shop, slow, campaignId, { upgradeOf: old.id })

    expect(answer).toMatchObject({ status: 409, body: { code: 'claim.sold_out' } })
    const { body } = await shop.call('GET', '/coupons', { token: slow.token })
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([old.id])
  })

  it('happens once, however often it is tapped', async () => {
    const person = await aPerson(shop)
    const campaignId = await aCampaign(shop, { tiers: ladder.map((tier) => ({ ...tier, stock: 5 })) })
    const old = await aCoupon(shop, person, campaignId)
    await becomesActive(person.memberId)

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => claims(shop, person, campaignId, { upgradeOf: old.id })),
    )

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.find(({ status }) => status !== 200)?.body).toMatchObject({
      code: 'claim.coupon_not_unused',
      detail: { state: 'upgraded' },
    })
    expect(await leftOf(campaignId)).toEqual({ total: 9, 'tier 1': 5, 'tier 2': 4 })
  })

  it('takes nobody else’s copy', async () => {
    const [owner, thief] = [await aPerson(shop), await aPerson(shop)]
    const campaignId = await aCampaign(shop, { tiers: ladder })
    const coupon = await aCoupon(shop, owner, campaignId)

    const answer = await claims(shop, thief, campaignId, { upgradeOf: coupon.id })

    expect(answer).toMatchObject({ status: 404, body: { code: 'thing.not_found', field: '/body/upgradeOf' } })
  })
})
