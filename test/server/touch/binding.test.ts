import { eq } from 'drizzle-orm'
import { bindings, staff as staffTable, successions } from '../../../server/schema/staff'
import {
  aPerson,
  aReport,
  aStaffPerson,
  opens,
  ownsGroup,
  report,
  shares,
} from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const servedBy = async (token: string) =>
  (await shop.call('GET', '/me', { token })).body.servingStaff?.name ?? null
const cardOf = async (staff: Parameters<typeof shares>[1]) => (await shares(shop, staff)).token

describe('who serves a member', () => {
  it('is the staff member of the first card they opened, and stays so', async () => {
    const [lin, chen] = [
      await aStaffPerson(shop, { name: '林悦' }),
      await aStaffPerson(shop, { name: '陈昊' }),
    ]
    const person = await aPerson(shop)

    await opens(shop, person, { shareToken: await cardOf(lin) })
    await opens(shop, person, { shareToken: await cardOf(chen) })

    expect(await servedBy(person.token)).toBe('林悦')
  })

  it('is the staff member at the root of a card that a friend forwarded', async () => {
    const lin = await aStaffPerson(shop, { name: '林悦' })
    const [friend, person] = [await aPerson(shop), await aPerson(shop)]
    const forwarded = await shares(shop, friend, { parentToken: await cardOf(lin) })

    await opens(shop, person, { shareToken: forwarded.token })

    expect(await servedBy(person.token)).toBe('林悦')
  })

  it('is never decided by a group', async () => {
    const [lin, person] = [await aStaffPerson(shop), await aPerson(shop)]
    await ownsGroup(shop, lin, 'binding-group')

    await opens(shop, person, { group: 'binding-group' })

    expect(await servedBy(person.token)).toBeNull()
  })

  it('is never oneself', async () => {
    const lin = await aStaffPerson(shop)

    await opens(shop, lin, { shareToken: await cardOf(lin) })

    expect(await servedBy(lin.token)).toBeNull()
  })

  it('is nobody as long as no token was good', async () => {
    const person = await aPerson(shop)

    await opens(shop, person, { shareToken: 'ABCDEFGHIJKLMNOPQRSTUV' })

    expect(await servedBy(person.token)).toBeNull()
  })

  it('is one person even when two first cards are opened at the same moment', async () => {
    const [lin, chen, person] = [await aStaffPerson(shop), await aStaffPerson(shop), await aPerson(shop)]
    const touches = [
      await aReport(shop, person, { shareToken: await cardOf(lin) }),
      await aReport(shop, person, { shareToken: await cardOf(chen) }),
    ]

    await Promise.all(touches.map((touch) => report(shop, person, [touch])))

    const rows = await shop.database.db.select().from(bindings).where(eq(bindings.memberId, person.memberId))
    expect(rows).toHaveLength(1)
  })

  it('is the successor of a staff member who has left', async () => {
    const [lin, chen] = [
      await aStaffPerson(shop, { name: '林悦' }),
      await aStaffPerson(shop, { name: '陈昊' }),
    ]
    const [before, after] = [await aPerson(shop), await aPerson(shop)]
    const shareToken = await cardOf(lin)
    await opens(shop, before, { shareToken })
    const at = shop.clock.now()
    await shop.database.db.update(staffTable).set({ leftAt: at }).where(eq(staffTable.id, lin.staffId))
    await shop.database.db
      .insert(successions)
      .values({ id: shop.deps.ids.next(), staffId: lin.staffId, successorId: chen.staffId, since: at })

    await opens(shop, after, { shareToken })

    expect(await servedBy(before.token)).toBe('陈昊')
    expect(await servedBy(after.token)).toBe('陈昊')
  })
})
