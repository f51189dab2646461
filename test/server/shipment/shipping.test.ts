import { randomUUID } from 'node:crypto'
import { HOUR_MS } from '../../../domain/shop-time'
import { openPayShop } from '../../support/server/pay-shop'
import { aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { runsJobs, seesOrder, waits } from '../../support/server/shop-builders'
import { aNumber, aPaidOrder, aSentOrder, parcelsOf, shippingOf, ships } from './builders'

const shop = openPayShop()
let manager: StaffPerson

beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
})
afterEach(() => shop.behave())

const list = async (query = '') =>
  (await shop.call('GET', `/manage/shipping${query}`, { token: manager.token })).body
const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id)

describe('sending an order', () => {
  it('makes it shipped, tells WeChat by a job, and shows the member the parcel', async () => {
    const bought = await aPaidOrder(shop, [2])
    const trackingNumber = aNumber()

    const { status, body } = await ships(shop, manager, bought.orderId, [{ company: 'STO', trackingNumber }])
    await runsJobs(shop)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'shipped',
      upload: { state: 'waiting' },
      lines: [{ shipped: 2, toShip: 0 }],
    })
    expect((await shippingOf(shop, manager, bought.orderId)).upload).toEqual({
      state: 'uploaded',
      errcode: null,
      reason: null,
    })
    const order = await seesOrder(shop, bought.person, bought.orderId)
    expect(await parcelsOf(shop, bought)).toMatchObject({
      state: 'shipped',
      unitsToShip: 0,
      receiveBy: shop.clock.now() + 240 * HOUR_MS,
      confirm: { merchantId: '1900000109', merchantTradeNo: order.number },
      parcels: [
        {
          position: 1,
          company: { code: 'STO', name: '申通快递' },
          trackingNumber,
          state: 'shipped',
          lines: [{ quantity: 2 }],
        },
      ],
    })
  })

  it('in parcels leaves the rest to be sent, and WeChat waits for the last one', async () => {
    const bought = await aPaidOrder(shop, [2, 1])
    const [first, second] = bought.lineIds as [string, string]

    await ships(shop, manager, bought.orderId, [{ lines: [{ lineId: first, quantity: 1 }] }])
    await runsJobs(shop)

    expect(await parcelsOf(shop, bought)).toMatchObject({
      state: 'shipped',
      unitsToShip: 2,
      receiveBy: null,
      confirm: null,
    })
    expect(idsOf(await list())).toContain(bought.orderId)
    waits(shop, 1_000)

    await ships(shop, manager, bought.orderId, [{ lines: [{ lineId: second, quantity: 1 }] }, {}])
    await runsJobs(shop)

    const parcels = await parcelsOf(shop, bought)
    expect(parcels).toMatchObject({ unitsToShip: 0, confirm: expect.anything() })
    expect(parcels.parcels.map((each: { position: number }) => each.position)).toEqual([1, 2, 3])
    expect(idsOf(await list())).not.toContain(bought.orderId)
  })

  it('twice by the same request sends once', async () => {
    const { orderId } = await aPaidOrder(shop, [2])
    const requestId = randomUUID()

    await ships(shop, manager, orderId, [{}], requestId)
    const again = await ships(shop, manager, orderId, [{}], requestId)

    expect(again.status).toBe(200)
    expect(again.body.parcels).toHaveLength(1)
  })

  it('is refused for more than is left, for an unknown company, and for an order that is not paid', async () => {
    const { orderId, lineIds } = await aPaidOrder(shop, [1])
    const lines = [{ lineId: lineIds[0]!, quantity: 2 }]

    expect(await ships(shop, manager, orderId, [{ lines }])).toMatchObject({
      status: 409,
      body: { code: 'parcel.units_refused', detail: { toShip: 1 } },
    })
    expect(await ships(shop, manager, orderId, [{ company: 'NOBODY' }])).toMatchObject({
      body: { code: 'parcel.company_unknown' },
    })
    await ships(shop, manager, orderId)
    expect(await ships(shop, manager, orderId)).toMatchObject({ body: { code: 'parcel.units_refused' } })
    expect(await ships(shop, manager, randomUUID())).toMatchObject({ status: 404 })
  })

  it('with the number of another customer’s parcel is refused', async () => {
    const [one, other] = [await aPaidOrder(shop), await aPaidOrder(shop)]
    const trackingNumber = aNumber()
    await ships(shop, manager, one.orderId, [{ trackingNumber }])

    const answer = await ships(shop, manager, other.orderId, [{ trackingNumber }])

    expect(answer.body).toMatchObject({ code: 'parcel.number_used', detail: { trackingNumber } })
  })

  it('is the manager’s alone', async () => {
    const staff = await aStaffPerson(shop)
    const { orderId, person } = await aPaidOrder(shop)

    expect((await ships(shop, staff, orderId)).status).toBe(404)
    const other = { token: staff.token }
    expect((await shop.call('GET', `/orders/${orderId}/parcels`, other)).status).toBe(404)
    expect((await seesOrder(shop, person, orderId)).state).toBe('paid')
  })
})

describe('the list of what to send', () => {
  it('shows the most overdue first, after 48 hours as overdue', async () => {
    const early = await aPaidOrder(shop)
    waits(shop, HOUR_MS)
    const late = await aPaidOrder(shop)
    waits(shop, 47 * HOUR_MS)

    const page = await list('?filter=overdue')

    expect(idsOf(page)).toContain(early.orderId)
    expect(idsOf(page)).not.toContain(late.orderId)
    const all = idsOf(await list('?limit=50'))
    expect(all.indexOf(early.orderId)).toBeLessThan(all.indexOf(late.orderId))
    expect((await shippingOf(shop, manager, early.orderId)).isOverdue).toBe(true)
  })

  it('goes on where the last page ended', async () => {
    await aPaidOrder(shop)
    await aPaidOrder(shop)

    const first = await list('?limit=1')
    const second = await list(`?limit=1&cursor=${first.next}`)

    expect(idsOf(second)).not.toEqual(idsOf(first))
  })

  it('finds an order by its parcel', async () => {
    const { orderId } = await aPaidOrder(shop)
    const trackingNumber = aNumber()
    await ships(shop, manager, orderId, [{ trackingNumber }])

    expect(idsOf(await list(`?filter=sent&search=${trackingNumber}`))).toEqual([orderId])
  })
})

describe('a number on a parcel', () => {
  const correct = (parcelId: string, trackingNumber: string) =>
    shop.call('PUT', `/manage/parcels/${parcelId}`, {
      token: manager.token,
      body: { company: 'ZTO', trackingNumber },
    })

  it('can be corrected; a second correction WeChat refuses, and the manager is told', async () => {
    const { orderId } = await aSentOrder(shop, manager)
    const [parcel] = (await shippingOf(shop, manager, orderId)).parcels
    waits(shop, 1_000)

    await correct(parcel.id, aNumber())
    await runsJobs(shop)
    expect(await shippingOf(shop, manager, orderId)).toMatchObject({
      upload: { state: 'uploaded' },
      parcels: [{ correctedAt: shop.clock.now() }],
    })

    waits(shop, 1_000)
    await correct(parcel.id, aNumber())
    await runsJobs(shop)
    expect((await shippingOf(shop, manager, orderId)).upload).toEqual({
      state: 'refused',
      errcode: 10060003,
      reason: '微信只允许更正一次发货信息，这单已经用过',
    })
    expect(idsOf(await list('?filter=refused'))).toEqual([orderId])
  })
})

describe('telling WeChat of a parcel', () => {
  it.each([
    ['answers with an error', { kind: 'http_error', status: 502 }],
    ['is busy', { kind: 'errcode', errcode: -1 }],
    ['breaks the connection', { kind: 'reset' }],
    ['takes it and breaks the connection', { kind: 'lost_answer' }],
    ['has not seen the payment yet', { kind: 'errcode', errcode: 10060001 }],
    ['has a fault of its own', { kind: 'errcode', errcode: 10060012 }],
  ])('is tried again while WeChat %s', async (_what, fault) => {
    const { orderId } = await aPaidOrder(shop)
    await ships(shop, manager, orderId)
    await shop.misbehave({ endpoint: 'upload_shipping_info', ...fault })

    await runsJobs(shop)
    expect((await shippingOf(shop, manager, orderId)).upload.state).toBe('waiting')
    await shop.behave()
    waits(shop, 30_000)
    await runsJobs(shop)

    expect((await shippingOf(shop, manager, orderId)).upload).toMatchObject({
      state: 'uploaded',
      errcode: null,
    })
  })
})
