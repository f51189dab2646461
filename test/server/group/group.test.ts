import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { groupOwners } from '../../../server/schema/staff'
import { anOrder, aProduct } from '../../support/server/order-builders'
import {
  aPerson,
  aStaffPerson,
  opens,
  ownsGroup,
  type StaffPerson,
} from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const groupsOf = async (staff: StaffPerson) =>
  (await shop.call('GET', '/staff/groups', { token: staff.token })).body.items
const claim = (staff: StaffPerson, touchId: string, name = '春风小区1群') =>
  shop.call('POST', '/staff/groups', { token: staff.token, body: { touchId, name } })

describe('"this is my group"', () => {
  it('makes the group mine that I opened the shop from', async () => {
    const staff = await aStaffPerson(shop)

    const { status, body } = await ownsGroup(shop, staff, 'mine', ' 春风小区1群 ')

    expect(status).toBe(200)
    expect(body).toMatchObject({ name: '春风小区1群', isMine: true, since: shop.clock.now(), members: 1 })
    expect(await groupsOf(staff)).toEqual([body])
  })

  it('again gives it another name and keeps the owner', async () => {
    const staff = await aStaffPerson(shop)
    await ownsGroup(shop, staff, 'renamed', '旧名')

    await ownsGroup(shop, staff, 'renamed', '新名')

    expect(await groupsOf(staff)).toMatchObject([{ name: '新名' }])
  })

  it('is a conflict where somebody else owns it, and changes nothing', async () => {
    const [lin, chen] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    await ownsGroup(shop, lin, 'contested', '林的群')

    const answer = await ownsGroup(shop, chen, 'contested', '陈的群')

    expect(answer).toMatchObject({ status: 409, body: { code: 'group.owned_by_other' } })
    expect(await groupsOf(lin)).toMatchObject([{ name: '林的群' }])
  })

  it('has one owner when many claim it at the same moment', async () => {
    const staff = await Promise.all(Array.from({ length: 5 }, () => aStaffPerson(shop)))
    const touched: { id: string; groupId: string }[] = []
    for (const one of staff) touched.push(await opens(shop, one, { group: 'race' }))

    const answers = await Promise.all(staff.map((one, i) => claim(one, touched[i]!.id)))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    const owners = await shop.database.db
      .select()
      .from(groupOwners)
      .where(eq(groupOwners.groupId, touched[0]!.groupId))
    expect(owners).toHaveLength(1)
  })

  it('needs a proof: no touch, a touch without a group, and a colleague’s touch prove nothing', async () => {
    const [lin, chen] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const plain = await opens(shop, lin)
    const foreign = await opens(shop, chen, { group: 'unproven' })

    for (const touchId of [randomUUID(), plain.id, foreign.id]) {
      expect(await claim(lin, touchId)).toMatchObject({ status: 422, body: { code: 'group.unproven' } })
    }
  })

  it('needs a name of more than blanks', async () => {
    const staff = await aStaffPerson(shop)

    expect(await claim(staff, randomUUID(), '   ')).toMatchObject({
      status: 400,
      body: { field: '/body/name' },
    })
  })

  it('does not exist for customers', async () => {
    const { token } = await aPerson(shop)

    expect(await shop.call('GET', '/staff/groups', { token })).toMatchObject({ status: 404 })
  })
})

describe('my groups', () => {
  it('show unowned groups that I came from, and none of my colleagues’', async () => {
    const [lin, chen] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    await ownsGroup(shop, chen, 'chens')
    await opens(shop, lin, { group: 'chens' })
    const { groupId } = await opens(shop, lin, { group: 'nobodys' })

    expect(await groupsOf(lin)).toMatchObject([{ id: groupId, isMine: false, since: null, name: null }])
  })

  it('count who came from them and what they paid, whoever earned it', async () => {
    const [lin, product] = [await aStaffPerson(shop), await aProduct(shop)]
    await ownsGroup(shop, lin, 'counted')
    const [one, two] = [await aPerson(shop), await aPerson(shop)]
    await opens(shop, one, { group: 'counted' })
    await opens(shop, two, { group: 'counted' })
    await opens(shop, two, { group: 'counted' })
    await anOrder(shop, { memberId: two.memberId, product, unitPaid: [1000, 990] })

    expect(await groupsOf(lin)).toMatchObject([
      { members: 3, opens30d: 4, paidOrders30d: 1, netSales30dFen: 1990 },
    ])
  })
})
