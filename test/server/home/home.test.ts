import { eq } from 'drizzle-orm'
import type pg from 'pg'
import { members } from '../../../server/schema/member'
import { openPayShop } from '../../support/server/pay-shop'
import {
  aPerson,
  aStaffPerson,
  opens,
  ownsGroup,
  type Person,
  shares,
} from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf, pays, type Shelf, waits } from '../../support/server/shop-builders'

const shop = openPayShop()
const DAY = 86_400_000

const homeOf = async (person?: Person) => (await shop.call('GET', '/home', { token: person?.token })).body
const find = (items: { id: string }[], shelf: Shelf) => items.find(({ id }) => id === shelf.productId)

/** So many people who open the shop from this group and pay for one piece. */
const groupBuys = async (group: string, shelf: Shelf, people: number) => {
  const buyers: Person[] = []
  for (let n = 0; n < people; n++) {
    const buyer = await aPerson(shop)
    await shop.deps.db
      .update(members)
      .set({ nickname: `${'赵钱孙李'[n % 4]}某` })
      .where(eq(members.id, buyer.memberId))
    await opens(shop, buyer, { group })
    await pays(shop, buyer, (await anUnpaidOrder(shop, buyer, shelf.skuId)).id)
    buyers.push(buyer)
  }
  await shop.flush()
  // Figures of the whole shop are counted at most once a minute.
  waits(shop, 61_000)
  return buyers
}

describe('home', () => {
  it('shows a guest what the shop sells most, and nothing about anybody', async () => {
    const popular = await aShelf(shop, { title: '大家都买' })
    const quiet = await aShelf(shop, { title: '没人买' })
    await groupBuys('guests-see', popular, 3)

    const home = await homeOf()

    expect(home).toMatchObject({ group: null, servingStaff: null, groupBuys: [], personalised: false })
    const ids = home.feed.map(({ id }: { id: string }) => id)
    expect(ids.indexOf(popular.productId)).toBeLessThan(ids.indexOf(quiet.productId))
  })

  it('greets a member with the group they came from, its crowd and what it buys', async () => {
    const shelf = await aShelf(shop, { title: '群里都买' })
    const owner = await aStaffPerson(shop)
    await ownsGroup(shop, owner, 'spring', '春风小区 1 群')
    await groupBuys('spring', shelf, 4)
    const visitor = await aPerson(shop)
    await opens(shop, visitor, { group: 'spring' })

    const home = await homeOf(visitor)

    expect(home.group).toMatchObject({ name: '春风小区 1 群', buyersThisWeek: 4 })
    expect([...home.group.initials].sort()).toEqual(['孙', '李', '赵', '钱'].sort())
    expect(home.groupBuys).toMatchObject([
      { id: shelf.productId, reason: { code: 'group_bought', count: 4 } },
    ])
    expect(find(home.feed, shelf)).toMatchObject({ reason: { code: 'group_bought', count: 4 } })
    const { body: product } = await shop.call('GET', `/products/${shelf.productId}`, { token: visitor.token })
    expect(product.reason).toEqual({ code: 'group_bought', count: 4 })
  })

  it('tells nothing of two buyers: they are persons, not a crowd', async () => {
    const shelf = await aShelf(shop)
    await groupBuys('small-group', shelf, 2)
    const visitor = await aPerson(shop)
    await opens(shop, visitor, { group: 'small-group' })

    const home = await homeOf(visitor)

    expect(home.group).toMatchObject({ buyersThisWeek: null, initials: [] })
    expect(home.groupBuys).toEqual([])
    const { body: product } = await shop.call('GET', `/products/${shelf.productId}`, { token: visitor.token })
    expect(product.reason).toBeNull()
  })

  it('counts one person once, however much they buy', async () => {
    const shelf = await aShelf(shop, { skus: [{ available: 20 }] })
    const [buyer] = await groupBuys('faithful', shelf, 1)
    for (let n = 0; n < 3; n++) {
      await pays(shop, buyer!, (await anUnpaidOrder(shop, buyer!, shelf.skuId)).id)
    }
    await shop.flush()

    expect((await homeOf(buyer)).group.buyersThisWeek).toBeNull()
  })

  it('forgets the group after the window, and last week’s buyers after a week', async () => {
    const shelf = await aShelf(shop)
    await groupBuys('long-ago', shelf, 3)
    const visitor = await aPerson(shop)
    waits(shop, 6 * DAY)
    await opens(shop, visitor, { group: 'long-ago' })
    expect((await homeOf(visitor)).group.buyersThisWeek).toBe(3)

    waits(shop, 2 * DAY)
    expect((await homeOf(visitor)).group.buyersThisWeek).toBeNull()
    waits(shop, 6 * DAY)

    const later = await aPerson(shop, visitor.user)
    expect((await homeOf(later)).group).toBeNull()
  })

  it('shows the same plain order to everybody who switched personalisation off', async () => {
    const shelf = await aShelf(shop)
    const buyers = await groupBuys('switched-off', shelf, 3)
    const member = buyers[0]!
    await shop.call('PUT', '/me/personalised', { token: member.token, body: { personalised: false } })

    const home = await homeOf(member)

    expect(home).toMatchObject({ personalised: false, groupBuys: [] })
    expect(home.feed).toEqual((await homeOf()).feed)
  })

  it('names who serves the member', async () => {
    const staff = await aStaffPerson(shop, { name: '周敏', title: '店长' })
    const { token: shareToken } = await shares(shop, staff)
    const member = await aPerson(shop)
    await opens(shop, member, { shareToken })

    expect((await homeOf(member)).servingStaff).toMatchObject({ name: '周敏', title: '店长' })
  })

  it('puts what is sold out last, and leaves out what is withdrawn', async () => {
    const gone = await aShelf(shop, { skus: [{ available: 0 }] })
    const off = await aShelf(shop, { isOnSale: false })

    const { feed } = await homeOf()

    expect(feed.at(-1)).toMatchObject({ id: gone.productId, isSoldOut: true })
    expect(find(feed, off)).toBeUndefined()
  })

  it('asks the database as often for a hundred products as for ten', async () => {
    const member = await aPerson(shop)
    await opens(shop, member, { group: 'queries' })
    const before = await queriesOf(() => homeOf(member))
    for (let n = 0; n < 90; n++) await aShelf(shop)

    const after = await queriesOf(() => homeOf(member))

    expect(before).toBeGreaterThan(3)
    expect(after).toBe(before)
    expect(after).toBeLessThan(15)
  })
})

/** How many statements one request makes, on whichever connections. */
async function queriesOf(request: () => Promise<unknown>): Promise<number> {
  const pool: pg.Pool = shop.deps.db.$client
  const spies = new Map<pg.PoolClient, { calls: () => number; restore: () => void }>()
  const watch = (client: pg.PoolClient) => {
    if (spies.has(client)) return
    const spy = jest.spyOn(client, 'query')
    spies.set(client, { calls: () => spy.mock.calls.length, restore: () => spy.mockRestore() })
  }
  pool.on('acquire', watch)
  try {
    await request()
    return [...spies.values()].reduce((sum, { calls }) => sum + calls(), 0)
  } finally {
    pool.off('acquire', watch)
    for (const { restore } of spies.values()) restore()
  }
}
