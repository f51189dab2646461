import { aPaidOrder, asksBack, decides, refundsOf } from '../../support/server/after-sale-builders'
import { expectBooksAgree } from '../../support/server/books'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { aShelf, runsJobs, seesOrder, waits } from '../../support/server/shop-builders'

const shop = openPayShop()
const MINUTE = 60_000
let manager: StaffPerson

beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
})
afterEach(async () => {
  await shop.behave()
  await expectBooksAgree(shop.deps.db)
})

/** A whole order asked back while WeChat behaves so. */
const askedBackUnder = async (...faults: Record<string, unknown>[]) => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop)
  const order = await aPaidOrder(shop, buyer, skuId, 1)
  const { body } = await asksBack(shop, buyer, order.id)
  await shop.faults(...faults)
  await runsJobs(shop)
  await shop.flush()
  return { buyer, order, id: body.id as string }
}
const sees = async (id: string) =>
  (await shop.call('GET', `/manage/after-sales/${id}`, { token: manager.token })).body
const inTrouble = async () =>
  (await shop.call('GET', '/manage/after-sales?state=trouble&limit=50', { token: manager.token })).body

describe('money that can’t go back by itself', () => {
  it('is shown to the manager where the account can’t take it, and asked after under the same number', async () => {
    const { order, id } = await askedBackUnder({ on: 'refund', kind: 'ABNORMAL' })

    const stuck = await sees(id)
    const list = await inTrouble()
    const pursued = await decides(shop, manager, id, 'pursue')

    expect(stuck).toMatchObject({ state: 'refunding', money: { state: 'abnormal' }, actions: ['pursue'] })
    expect(list.items.map((item: { id: string }) => item.id)).toContain(id)
    expect(list.counts.trouble).toBe(list.items.length)
    expect(pursued).toMatchObject({ status: 200, body: { money: { state: 'abnormal' } } })
    expect(await refundsOf(shop, order.id)).toHaveLength(1)
  })

  it('is owed anew under another number where WeChat closed it, and then goes back', async () => {
    const { buyer, order, id } = await askedBackUnder({ on: 'refund', kind: 'CLOSED' })
    expect(await sees(id)).toMatchObject({ money: { state: 'closed' }, actions: ['pursue'] })

    const pursued = await decides(shop, manager, id, 'pursue')
    const again = await decides(shop, manager, id, 'pursue')
    waits(shop, MINUTE)
    await runsJobs(shop)
    await shop.flush()

    expect(pursued.body.money).toMatchObject({ state: 'waiting', outRefundNo: `${order.number}R2` })
    expect(again.body).toMatchObject({ code: 'after_sale.state_refused' })
    expect((await refundsOf(shop, order.id)).map(({ state }) => state)).toEqual(['closed', 'succeeded'])
    expect(await sees(id)).toMatchObject({ state: 'refunded', actions: [] })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ refundedFen: order.payableFen })
  })

  it('is shown with WeChat’s own code where it refuses to pay, and goes back once it does not', async () => {
    const { order, id } = await askedBackUnder({
      on: 'endpoint',
      endpoint: 'refund',
      kind: 'http_error',
      status: 403,
      code: 'NOTENOUGH',
      times: 'always',
    })
    const stuck = await sees(id)
    const failed = await decides(shop, manager, id, 'pursue')
    await shop.behave()

    const pursued = await decides(shop, manager, id, 'pursue')
    await shop.flush()

    expect(stuck).toMatchObject({ money: { state: 'waiting', trouble: 'NOTENOUGH' }, actions: ['pursue'] })
    expect(failed).toMatchObject({ status: 503, body: { code: 'payment.unavailable' } })
    expect(pursued.body.money).toMatchObject({ state: 'processing', trouble: null })
    expect(await sees(id)).toMatchObject({ state: 'refunded' })
    expect(await refundsOf(shop, order.id)).toHaveLength(1)
  })

  it('that is on its way needs nobody: there is nothing to pursue', async () => {
    const { id } = await askedBackUnder({ on: 'refund', kind: 'PROCESSING' })

    expect(await sees(id)).toMatchObject({ money: { state: 'processing' }, actions: [] })
    expect(await decides(shop, manager, id, 'pursue')).toMatchObject({
      status: 409,
      body: { code: 'after_sale.state_refused' },
    })
  })
})
