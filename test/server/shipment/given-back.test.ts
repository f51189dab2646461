import { asksBack, decides } from '../../support/server/after-sale-builders'
import { expectBooksAgree } from '../../support/server/books'
import { openPayShop } from '../../support/server/pay-shop'
import { aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { runsJobs, seesOrder, waits } from '../../support/server/shop-builders'
import { aPaidOrder, type Bought, parcelsOf, shippingOf, ships } from './builders'

const shop = openPayShop()
let manager: StaffPerson

beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
})
afterEach(() => expectBooksAgree(shop.deps.db))

/** Of one piece of the first line and two of the second, the first has left; the others are in the house. */
async function halfSent() {
  const bought = await aPaidOrder(shop, [1, 2])
  const [gone, left] = bought.lineIds as [string, string]
  await ships(shop, manager, bought.orderId, [{ lines: [{ lineId: gone, quantity: 1 }] }])
  await runsJobs(shop)
  waits(shop, 1_000)
  return { bought, left }
}

/** Asks for so many pieces of what is in the house still; nothing is decided. */
async function asks({ person, orderId }: Bought, lineId: string, quantity: number): Promise<string> {
  const { status, body } = await asksBack(shop, person, orderId, { lines: [{ lineId, quantity }] })
  expect([status, body.state]).toEqual([200, 'requested'])
  return body.id
}

async function moneyGoesBack() {
  await runsJobs(shop)
  await shop.flush()
  await runsJobs(shop)
}

const counts = async ({ orderId }: Bought) =>
  (await shippingOf(shop, manager, orderId)).lines.map(
    ({ shipped, refunded, toShip }: Record<string, number>) => ({ shipped, refunded, toShip }),
  )

describe('a piece given back between two parcels', () => {
  it('is not sent any more, and what is left makes the order complete', async () => {
    const { bought, left } = await halfSent()
    const request = await asks(bought, left, 1)
    await decides(shop, manager, request, 'approve', { isShopAtFault: false })
    await moneyGoesBack()

    const tooMany = await ships(shop, manager, bought.orderId, [{ lines: [{ lineId: left, quantity: 2 }] }])
    const halfway = await parcelsOf(shop, bought)
    await ships(shop, manager, bought.orderId)
    await runsJobs(shop)

    expect(tooMany.body).toMatchObject({ code: 'parcel.units_refused', detail: { toShip: 1 } })
    expect(halfway).toMatchObject({ unitsToShip: 1, confirm: null })
    expect(await counts(bought)).toEqual([
      { shipped: 1, refunded: 0, toShip: 0 },
      { shipped: 1, refunded: 1, toShip: 0 },
    ])
    expect(await parcelsOf(shop, bought)).toMatchObject({
      unitsToShip: 0,
      confirm: expect.anything(),
      parcels: [{ lines: [{ quantity: 1 }] }, { lines: [{ quantity: 1 }] }],
    })
    expect((await shippingOf(shop, manager, bought.orderId)).upload.state).toBe('uploaded')
  })

  it('is the one that never left, where another of the same line was sent', async () => {
    const bought = await aPaidOrder(shop, [2])
    const [line] = bought.lineIds as [string]
    await ships(shop, manager, bought.orderId, [{ lines: [{ lineId: line, quantity: 1 }] }])
    await runsJobs(shop)
    waits(shop, 1_000)

    const request = await asks(bought, line, 1)
    await decides(shop, manager, request, 'approve', { isShopAtFault: false })
    await moneyGoesBack()

    expect(await counts(bought)).toEqual([{ shipped: 1, refunded: 1, toShip: 0 }])
    expect(await ships(shop, manager, bought.orderId)).toMatchObject({ status: 409 })
  })

  it('waits in the house while the shop has not decided, and can be sent when it says no', async () => {
    const { bought, left } = await halfSent()
    const request = await asks(bought, left, 1)

    const undecided = await counts(bought)
    await decides(shop, manager, request, 'refuse', { note: '已经打包，马上寄出' })
    const refused = await counts(bought)
    const sent = await ships(shop, manager, bought.orderId)
    await runsJobs(shop)

    expect([undecided[1].toShip, refused[1].toShip, sent.status]).toEqual([1, 2, 200])
    expect(await parcelsOf(shop, bought)).toMatchObject({ unitsToShip: 0, confirm: expect.anything() })
  })

  it('with all the others of the house leaves nothing to send: WeChat learns that no parcel follows', async () => {
    const { bought, left } = await halfSent()
    const request = await asks(bought, left, 2)
    await decides(shop, manager, request, 'approve', { isShopAtFault: false })
    await moneyGoesBack()

    const order = await seesOrder(shop, bought.person, bought.orderId)
    const parcels = await parcelsOf(shop, bought)
    await shop.app('confirm-receipt', {
      user: bought.person.user,
      extraData: { transaction_id: parcels.confirm?.transactionId },
      outcome: 'success',
    })
    const receipt = await shop.call('POST', `/orders/${bought.orderId}/receipt`, {
      token: bought.person.token,
    })

    expect(order.state).toBe('shipped')
    expect(parcels).toMatchObject({ unitsToShip: 0, confirm: expect.anything() })
    expect(await ships(shop, manager, bought.orderId)).toMatchObject({ status: 409 })
    expect(receipt.body).toMatchObject({ received: true, order: { state: 'received' } })
  })
})
