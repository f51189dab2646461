import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { DAY_MS } from '../../../domain/shop-time'
import { aCampaign, aCoupon, aTier } from '../../support/server/campaign-builders'
import { anOrder, aProduct } from '../../support/server/order-builders'
import { aPerson, opens, type Person } from '../../support/server/people-builders'
import { aShelf, waits } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const silver = { kind: 'level', from: 'silver' } as const
const better = { thresholdFen: 20_000, off: { kind: 'amount' as const, amountOff: 3_000 } }

/** Each test looks at an empty list. */
beforeEach(() => shop.deps.db.execute(sql`update campaigns set status = 'ended'`))

const listed = async ({ token }: Person, query = ''): Promise<string[]> => {
  const { status, body } = await shop.call('GET', `/campaigns${query}`, { token })
  expect(status).toBe(200)
  return body.items.map(({ campaignId }: { campaignId: string }) => campaignId)
}

/** This member has spent 600 yuan: silver. */
const spends = async ({ memberId }: Person) =>
  anOrder(shop, { memberId, product: await aProduct(shop), unitPaid: [60_000] })

async function aGroupOf(person: Person, group: string): Promise<string> {
  await opens(shop, person, { group })
  const { rows } = await shop.deps.db.execute<{ id: string }>(
    sql`select group_id as id from touches where member_id = ${person.memberId} order by at desc limit 1`,
  )
  return rows[0]!.id
}

describe('the list of campaigns', () => {
  it('shows first what can be taken, then what can climb, what is held, what may be reached, what is to come, what is gone', async () => {
    const [person, quicker] = [await aPerson(shop), await aPerson(shop)]
    const nowMs = shop.clock.now()
    const soldOut = await aCampaign(shop, { totalStock: 1 })
    await aCoupon(shop, quicker, soldOut)
    const toCome = await aCampaign(shop, { claimFrom: nowMs + DAY_MS, claimUntil: nowMs + 2 * DAY_MS })
    const reachable = await aCampaign(shop, { tiers: [aTier({ gate: { kind: 'level', from: 'gold' } })] })
    const held = await aCampaign(shop)
    await aCoupon(shop, person, held)
    const climbable = await aCampaign(shop, { tiers: [aTier(), aTier({ ...better, gate: silver })] })
    await aCoupon(shop, person, climbable)
    const claimable = await aCampaign(shop)
    await spends(person)

    const ids = await listed(person)

    expect(ids).toEqual([claimable, climbable, held, reachable, toCome, soldOut])
    expect(await listed(person, '?limit=2')).toEqual([claimable, climbable])
  })

  it('keeps the merchant’s order among equals, then the one that ends sooner', async () => {
    const person = await aPerson(shop)
    const until = (days: number) => shop.clock.now() + days * DAY_MS
    const third = await aCampaign(shop, { position: 2, claimUntil: until(1) })
    const second = await aCampaign(shop, { position: 1, claimUntil: until(5) })
    const first = await aCampaign(shop, { position: 1, claimUntil: until(3) })

    expect(await listed(person)).toEqual([first, second, third])
  })

  it('leaves out what is over, paused, or more than a week away', async () => {
    const person = await aPerson(shop)
    const nowMs = shop.clock.now()
    await aCampaign(shop, { claimUntil: nowMs })
    await aCampaign(shop, { claimFrom: nowMs + 8 * DAY_MS, claimUntil: nowMs + 9 * DAY_MS })
    const paused = await aCampaign(shop)
    await shop.deps.db.execute(sql`update campaigns set status = 'paused' where id = ${paused}`)
    const soon = await aCampaign(shop, {
      claimFrom: nowMs + 6 * DAY_MS,
      claimUntil: nowMs + 9 * DAY_MS,
    })

    expect(await listed(person)).toEqual([soon])
  })

  it('shows a group’s drop to that group alone', async () => {
    const [inside, outside] = [await aPerson(shop), await aPerson(shop)]
    const groupId = await aGroupOf(inside, '专享群')
    const drop = await aCampaign(shop, { tiers: [aTier({ gate: { kind: 'groups', groupIds: [groupId] } })] })

    expect([await listed(inside), await listed(outside)]).toEqual([[drop], []])
  })

  it('of a product names what it may be bought with', async () => {
    const person = await aPerson(shop)
    const [apple, soap] = [await aShelf(shop), await aShelf(shop)]
    const forAll = await aCampaign(shop, { position: 0 })
    const ofCategory = await aCampaign(shop, {
      position: 1,
      scope: { kind: 'categories', categoryIds: [apple.categoryId] },
    })
    const ofProduct = await aCampaign(shop, {
      position: 2,
      scope: { kind: 'products', productIds: [apple.productId] },
    })

    expect(await listed(person, `?productId=${apple.productId}`)).toEqual([forAll, ofCategory, ofProduct])
    expect(await listed(person, `?productId=${soap.productId}`)).toEqual([forAll])
    expect(await listed(person, `?productId=${randomUUID()}`)).toEqual([])
  })

  it('is counted down by the server’s clock', async () => {
    const person = await aPerson(shop)
    const nowMs = shop.clock.now()
    const id = await aCampaign(shop, { claimFrom: nowMs + DAY_MS, claimUntil: nowMs + 2 * DAY_MS })
    const phase = async () => {
      const { body } = await shop.call('GET', `/campaigns/${id}`, { token: person.token })
      return [body.phase, body.now]
    }

    const early = await phase()
    waits(shop, DAY_MS)
    const running = await phase()
    waits(shop, DAY_MS)

    expect([early, running, await phase()]).toEqual([
      ['not_yet', nowMs],
      ['running', nowMs + DAY_MS],
      ['ended', nowMs + 2 * DAY_MS],
    ])
  })
})
