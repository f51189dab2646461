import { openPayShop } from '../../support/server/pay-shop'
import { aPerson } from '../../support/server/people-builders'
import {
  anUnpaidOrder,
  aShelf,
  pays,
  paysInWeChat,
  prepays,
  seesOrder,
  shelfOf,
} from '../../support/server/shop-builders'

const shop = openPayShop()

describe('paying an order', () => {
  it('marks the order paid by WeChat’s notification alone, and takes the goods off the shelf', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 10 }] })
    const order = await anUnpaidOrder(shop, buyer, skuId, 3)
    expect(await shelfOf(shop, skuId)).toEqual({ available: 7, reserved: 3, sold: 0 })

    await pays(shop, buyer, order.id)
    await shop.flush()

    const paid = await seesOrder(shop, buyer, order.id)
    expect(paid).toMatchObject({ state: 'paid', paidAt: shop.clock.now() })
    expect(paid.timeline.map(({ event }: { event: string }) => event)).toEqual(['create', 'pay'])
    expect(await shelfOf(shop, skuId)).toEqual({ available: 7, reserved: 0, sold: 3 })
  })
})
