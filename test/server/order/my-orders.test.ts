import { randomUUID } from 'node:crypto'
import { aPerson } from '../../support/server/people-builders'
import { anOrderRequest, anUnpaidOrder, aShelf, shelfOf, waits } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

describe('a member’s orders', () => {
  it('are shown newest first, page by page, by state, each with its buttons', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 10 }] })
    const placed: string[] = []
    for (let n = 0; n < 3; n++) {
      placed.unshift((await anUnpaidOrder(shop, buyer, skuId)).id)
      waits(shop, 1000)
    }
    await shop.call('POST', `/orders/${placed[1]}/cancel`, { token: buyer.token })

    const first = await shop.call('GET', '/orders?limit=2', { token: buyer.token })
    const rest = await shop.call('GET', `/orders?limit=2&cursor=${first.body.next}`, { token: buyer.token })
    const closed = await shop.call('GET', '/orders?state=closed', { token: buyer.token })

    const ids = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id)
    expect([...ids(first), ...ids(rest)]).toEqual(placed)
    expect(rest.body.next).toBeNull()
    expect(ids(closed)).toEqual([placed[1]])
    expect(first.body.items[0]).toMatchObject({ itemCount: 1, actions: ['pay', 'cancel'], payableFen: 3790 })
  })

  it('do not exist for anybody else', async () => {
    const [buyer, stranger] = [await aPerson(shop), await aPerson(shop)]
    const { skuId } = await aShelf(shop)
    const order = await anUnpaidOrder(shop, buyer, skuId)

    const answer = await shop.call('GET', `/orders/${order.id}`, { token: stranger.token })
    const { body: list } = await shop.call('GET', '/orders', { token: stranger.token })

    expect(answer).toMatchObject({ status: 404, body: { code: 'thing.not_found' } })
    expect(list.items).toEqual([])
  })

  it('are at most five unpaid at once, also when ten are placed in the same moment', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 50 }] })
    const request = await anOrderRequest(shop, buyer, [{ skuId, quantity: 1 }])

    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        shop.call('POST', '/orders', { token: buyer.token, body: { ...request, requestId: randomUUID() } }),
      ),
    )

    const codes = answers.map(({ status, body }) => (status === 200 ? 'placed' : body.code))
    expect(codes.filter((code) => code === 'placed')).toHaveLength(5)
    expect(codes.filter((code) => code === 'order.too_many_unpaid')).toHaveLength(5)
    expect(await shelfOf(shop, skuId)).toMatchObject({ available: 45, reserved: 5 })
  })

  it.each([
    'nonsense',
    '[1,2]',
    '[1e300,"x"]',
    // The year 10000: a date to JavaScript, but its text is none to PostgreSQL.
    '[253402300800000,"00000000-0000-0000-0000-000000000000"]',
  ])('are not paged by a cursor that is none of ours (%s)', async (text) => {
    const buyer = await aPerson(shop)
    const cursor = Buffer.from(text).toString('base64url')

    const answer = await shop.call('GET', `/orders?cursor=${cursor}`, { token: buyer.token })

    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', field: '/query/cursor' } })
  })
})
