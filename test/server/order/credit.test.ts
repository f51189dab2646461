import { eq } from 'drizzle-orm'
import { orderAttributions } from '../../../server/schema/credit'
import { orders as orderTable } from '../../../server/schema/order'
import { touches } from '../../../server/schema/touch'
import {
  aPerson,
  aReport,
  aStaffPerson,
  opens,
  ownsGroup,
  shares,
} from '../../support/server/people-builders'
import { aShelf, orders } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const kept = async (orderId: string) => {
  const [order] = await shop.deps.db.select().from(orderTable).where(eq(orderTable.id, orderId))
  const [why] = await shop.deps.db
    .select()
    .from(orderAttributions)
    .where(eq(orderAttributions.orderId, orderId))
  return { order: order!, why: why! }
}

describe('whom an order counts for', () => {
  it('rests on the opening that the order itself carries, not sent before', async () => {
    const staff = await aStaffPerson(shop)
    const { token: shareToken } = await shares(shop, staff)
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const opening = await aReport(shop, buyer, { shareToken, group: 'spring-breeze' })

    const { status, body } = await orders(shop, buyer, [{ skuId, quantity: 1 }], { touches: [opening] })

    expect(status).toBe(200)
    const { order, why } = await kept(body.id)
    expect(order).toMatchObject({ staffId: staff.staffId, reason: 'share', policyVersion: 1 })
    expect(order.groupId).not.toBeNull()
    expect(why).toMatchObject({ decision: { staffId: staff.staffId, evidenceTouchId: opening.id } })
  })

  it('is decided when the order is placed; an opening that arrives later changes nothing', async () => {
    const staff = await aStaffPerson(shop)
    const { token: shareToken } = await shares(shop, staff)
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const { body } = await orders(shop, buyer, [{ skuId, quantity: 1 }])

    await opens(shop, buyer, { shareToken })

    expect((await kept(body.id)).order).toMatchObject({ staffId: null, reason: 'no_evidence' })
  })

  it('is the owner of the group where nobody shared, and the group is proven', async () => {
    const owner = await aStaffPerson(shop)
    await ownsGroup(shop, owner, 'lotus-garden', '荷花苑 2 群')
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const { groupId } = await opens(shop, buyer, { group: 'lotus-garden' })

    const { body } = await orders(shop, buyer, [{ skuId, quantity: 1 }])

    expect((await kept(body.id)).order).toMatchObject({ staffId: owner.staffId, groupId, reason: 'group' })
  })

  it('is recorded with the order or not at all: a refused order leaves its openings to be sent again', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 1 }] })
    const opening = await aReport(shop, buyer)

    const refused = await orders(shop, buyer, [{ skuId, quantity: 2 }], { touches: [opening] })

    expect(refused.status).toBe(409)
    expect(await shop.deps.db.select().from(touches).where(eq(touches.id, opening.id))).toEqual([])
    await opens(shop, buyer, { id: opening.id })
    expect(await shop.deps.db.select().from(touches).where(eq(touches.id, opening.id))).toHaveLength(1)
  })
})
