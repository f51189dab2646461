import { eq } from 'drizzle-orm'
import { DAY_MS } from '../../../domain/shop-time'
import { ledgerEntries } from '../../../server/schema/credit'
import { openPayShop } from '../../support/server/pay-shop'
import { aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { runsJobs, seesOrder, waits } from '../../support/server/shop-builders'
import { aSentOrder, type Bought, parcelsOf } from './builders'

const shop = openPayShop()
let manager: StaffPerson
beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
})
afterEach(() => shop.behave())

const confirms = async (bought: Bought, outcome = 'success') => {
  const { confirm } = await parcelsOf(shop, bought)
  const extraData = { transaction_id: confirm.transactionId }
  await shop.app('confirm-receipt', { user: bought.person.user, extraData, outcome })
}
const reports = ({ person, orderId }: Bought) =>
  shop.call('POST', `/orders/${orderId}/receipt`, { token: person.token })
const stateOf = async ({ person, orderId }: Bought) => (await seesOrder(shop, person, orderId)).state
const maturedOf = async (orderId: string) =>
  (await shop.deps.db.select().from(ledgerEntries).where(eq(ledgerEntries.orderId, orderId))).filter(
    ({ kind }) => kind === 'matured',
  )

describe('receipt', () => {
  it('is what WeChat says after the member used its component, and matures the credit a week later', async () => {
    const bought = await aSentOrder(shop, manager)
    waits(shop, DAY_MS)

    await confirms(bought)
    expect((await reports(bought)).body).toMatchObject({ received: true, order: { state: 'received' } })
    expect((await reports(bought)).body.received).toBe(true)

    expect(await maturedOf(bought.orderId)).toEqual([])
    waits(shop, 7 * DAY_MS)
    await runsJobs(shop)
    await runsJobs(shop)
    expect(await maturedOf(bought.orderId)).toMatchObject([{ amountFen: 0 }])
  })

  it('is not the client’s word: who left the component has confirmed nothing', async () => {
    const bought = await aSentOrder(shop, manager)

    await confirms(bought, 'cancel')

    expect((await reports(bought)).body).toMatchObject({ received: false, order: { state: 'shipped' } })
  })

  it('is asked for again by itself where WeChat was out of reach', async () => {
    const bought = await aSentOrder(shop, manager)
    await confirms(bought)
    await shop.misbehave({ endpoint: 'get_order', kind: 'http_error', status: 502 })
    expect(await reports(bought)).toMatchObject({ status: 503, body: { code: 'shipping.unavailable' } })

    await shop.behave()
    waits(shop, DAY_MS)
    await runsJobs(shop)

    expect(await stateOf(bought)).toBe('received')
  })

  it('comes by rule ten days after the last parcel, also where WeChat stays silent', async () => {
    const bought = await aSentOrder(shop, manager)
    await shop.misbehave({ endpoint: 'get_order', kind: 'http_error', status: 502 })
    for (let day = 1; day < 10; day++) {
      waits(shop, DAY_MS)
      await runsJobs(shop)
    }
    expect(await stateOf(bought)).toBe('shipped')

    waits(shop, DAY_MS)
    await runsJobs(shop)

    expect(await stateOf(bought)).toBe('received')
  })
})
