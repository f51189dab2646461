import { LAST_SHARE, PROTECT_BINDING } from '@domain/attribution/policy'
import { DAY_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { replayAll } from '../../../server/modules/attribution/replay'
import { attributionPolicies, orderAttributions } from '../../../server/schema/credit'
import { members } from '../../../server/schema/member'
import { orders } from '../../../server/schema/order'
import { staff as staffTable, successions } from '../../../server/schema/staff'
import { touches } from '../../../server/schema/touch'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import {
  aPerson,
  aStaffPerson,
  opens,
  ownsGroup,
  type Person,
  type StaffPerson,
  shares,
} from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const { clock } = shop
let product: TestProduct
beforeAll(async () => {
  product = await aProduct(shop)
})
beforeEach(() => clock.setOffsetMs(0))

const cardOf = async (person: Person, parentToken?: string) =>
  (await shares(shop, person, { ...(parentToken && { parentToken }) })).token as string
const pass = (ms: number) => clock.setOffsetMs(clock.offsetMs() + ms)

async function buys(person: Person) {
  const id = await anOrder(shop, { memberId: person.memberId, product })
  const [order] = await shop.database.db.select().from(orders).where(eq(orders.id, id))
  if (!order) throw new Error('no order')
  return order
}

async function leaves(leaver: StaffPerson, successor: StaffPerson | null) {
  const at = clock.now()
  await shop.database.db.update(staffTable).set({ leftAt: at }).where(eq(staffTable.id, leaver.staffId))
  if (!successor) return
  const { staffId } = leaver
  await shop.database.db
    .insert(successions)
    .values({ id: shop.deps.ids.next(), staffId, successorId: successor.staffId, since: at })
}

describe('an order', () => {
  it('is credited to the staff member whose card was opened in a group, and belongs to that group', async () => {
    const [lin, person] = [await aStaffPerson(shop), await aPerson(shop)]
    const { groupId } = await opens(shop, person, { shareToken: await cardOf(lin), group: 'chunfeng-1' })

    expect(await buys(person)).toMatchObject({ staffId: lin.staffId, groupId, reason: 'share' })
  })

  it('is credited to the root of a relay, however often it was forwarded', async () => {
    const [lin, friend, third, person] = [
      await aStaffPerson(shop),
      await aPerson(shop),
      await aPerson(shop),
      await aPerson(shop),
    ]
    const relay = await cardOf(third, await cardOf(friend, await cardOf(lin)))
    await opens(shop, person, { shareToken: relay })

    expect(await buys(person)).toMatchObject({ staffId: lin.staffId, reason: 'relay' })
  })

  it('without any card is credited to the owner of the group the buyer came from', async () => {
    const [lin, person] = [await aStaffPerson(shop), await aPerson(shop)]
    await ownsGroup(shop, lin, 'owned')
    await opens(shop, person, { group: 'owned' })

    expect(await buys(person)).toMatchObject({ staffId: lin.staffId, reason: 'group' })
  })

  it('keeps its group where nobody owns it and nobody earns', async () => {
    const person = await aPerson(shop)
    const { groupId } = await opens(shop, person, { group: 'ownerless' })

    expect(await buys(person)).toMatchObject({ staffId: null, groupId, reason: 'group_unowned' })
  })

  it('follows the owner in force when it is placed, also for openings before', async () => {
    const [lin, person] = [await aStaffPerson(shop), await aPerson(shop)]
    await opens(shop, person, { group: 'claimed-later' })
    pass(1000)
    await ownsGroup(shop, lin, 'claimed-later')

    expect(await buys(person)).toMatchObject({ staffId: lin.staffId, reason: 'group' })
  })

  it('goes to the latest card', async () => {
    const [lin, chen, person] = [await aStaffPerson(shop), await aStaffPerson(shop), await aPerson(shop)]
    await opens(shop, person, { shareToken: await cardOf(lin) })
    pass(1000)
    await opens(shop, person, { shareToken: await cardOf(chen) })

    expect(await buys(person)).toMatchObject({ staffId: chen.staffId, reason: 'share' })
  })

  it('after the windows goes to the staff member who serves the buyer', async () => {
    const [lin, person] = [await aStaffPerson(shop), await aPerson(shop)]
    await opens(shop, person, { shareToken: await cardOf(lin) })
    pass(8 * DAY_MS)

    expect(await buys(person)).toMatchObject({ staffId: lin.staffId, groupId: null, reason: 'binding' })
  })

  it('of a staff member for themselves earns nobody anything', async () => {
    const lin = await aStaffPerson(shop)
    await opens(shop, lin, { shareToken: await cardOf(lin) })

    expect(await buys(lin)).toMatchObject({ staffId: null, reason: 'self_purchase' })
  })

  it('after an unknown token earns nobody anything', async () => {
    const person = await aPerson(shop)
    await opens(shop, person, { shareToken: 'ABCDEFGHIJKLMNOPQRSTUV' })

    expect(await buys(person)).toMatchObject({ staffId: null, groupId: null, reason: 'no_evidence' })
  })

  it('goes to the successor of a leaver, and to the next candidate where there is none', async () => {
    const [lin, chen, person] = [await aStaffPerson(shop), await aStaffPerson(shop), await aPerson(shop)]
    await opens(shop, person, { shareToken: await cardOf(lin) })
    pass(1000)
    await leaves(lin, chen)

    expect(await buys(person)).toMatchObject({ staffId: chen.staffId, reason: 'share' })

    const [su, other] = [await aStaffPerson(shop), await aPerson(shop)]
    await ownsGroup(shop, chen, 'next-candidate')
    await opens(shop, other, { shareToken: await cardOf(su), group: 'next-candidate' })
    pass(1000)
    await leaves(su, null)

    expect(await buys(other)).toMatchObject({ staffId: chen.staffId, reason: 'group' })
  })

  it('does not rest on openings that were known as suspect, nor on blocked members', async () => {
    const [lin, person, blocked] = [await aStaffPerson(shop), await aPerson(shop), await aPerson(shop)]
    const { id } = await opens(shop, person, { shareToken: await cardOf(lin) })
    await shop.database.db
      .update(touches)
      .set({ suspectRule: 'flood', suspectAt: clock.now() })
      .where(eq(touches.id, id))
    await opens(shop, blocked, { shareToken: await cardOf(lin) })
    await shop.database.db
      .update(members)
      .set({ blockedAt: clock.now() })
      .where(eq(members.id, blocked.memberId))

    expect((await buys(person)).reason).toBe('binding')
    expect(await buys(blocked)).toMatchObject({ staffId: null, reason: 'member_blocked' })
  })
})

describe('what an order keeps', () => {
  it('is untouched by openings that arrive later', async () => {
    const [lin, person] = [await aStaffPerson(shop), await aPerson(shop)]
    const order = await buys(person)

    await opens(shop, person, { shareToken: await cardOf(lin), at: clock.now() - 1000 })

    const [kept] = await shop.database.db
      .select()
      .from(orderAttributions)
      .where(eq(orderAttributions.orderId, order.id))
    expect(kept).toMatchObject({ facts: { touches: [] }, decision: { staffId: null } })
  })

  it('gives the same answer when it is replayed, for every order of the shop', async () => {
    const report = await replayAll(shop.database.db)

    expect(report.orders).toBeGreaterThan(10)
    expect(report.differences).toEqual([])
  })

  it('names the policy it was decided by; a new policy applies to later orders only', async () => {
    const [lin, chen, person] = [await aStaffPerson(shop), await aStaffPerson(shop), await aPerson(shop)]
    await opens(shop, person, { shareToken: await cardOf(lin) })
    const first = await buys(person)
    pass(DAY_MS)
    const settings = { ...PROTECT_BINDING, version: 2 }
    await shop.database.db.insert(attributionPolicies).values({ version: 2, settings, savedAt: clock.now() })
    await opens(shop, person, { shareToken: await cardOf(chen) })

    const second = await buys(person)

    expect(first).toMatchObject({ staffId: lin.staffId, reason: 'share', policyVersion: LAST_SHARE.version })
    expect(second).toMatchObject({ staffId: lin.staffId, reason: 'binding_protected', policyVersion: 2 })
    expect((await replayAll(shop.database.db)).differences).toEqual([])
  })

  it('cannot be changed, not even on the database’s console', async () => {
    const { db } = shop.database

    for (const table of ['order_attributions', 'attribution_policies']) {
      await expect(db.$client.query(`delete from ${table}`)).rejects.toThrow(/append-only/)
    }
  })
})
