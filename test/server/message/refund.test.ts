import { randomUUID } from 'node:crypto'
import { aPaidOrder, asksBack } from '../../support/server/after-sale-builders'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson, type Person, type StaffPerson } from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf, pays, runsJobs, waits } from '../../support/server/shop-builders'

const shop = openPayShop()
const templateId = 'SIMTMPL-REFUND-0000000000000000000000000001'
let manager: StaffPerson

beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
  const refund = {
    templateId,
    fields: [
      { key: 'character_string1', fact: 'orderNumber' },
      { key: 'thing2', fact: 'goods' },
      { key: 'amount3', fact: 'amount' },
      { key: 'thing4', fact: 'tip' },
    ],
  }
  const body = { paid: null, shipped: null, refund, coupon_expiring: null }
  const { status } = await shop.call('PUT', '/manage/message-templates', { token: manager.token, body })
  expect(status).toBe(200)
})

afterEach(() => shop.behave())

async function allows(person: Person) {
  await shop.app('subscribe', { user: person.user, tmplIds: [templateId], answer: 'accept' })
  const body = { requestId: randomUUID(), answers: [{ templateId, answer: 'accept' }] }
  await shop.call('POST', '/subscriptions', { token: person.token, body })
}
async function arrivedAt({ user }: Person) {
  const answer = await fetch(`${shop.simulatorUrl}/client/messages?user=${user}`)
  return ((await answer.json()) as { messages: { page: string; data: object }[] }).messages
}
/** Money goes back, WeChat says so, and what is owed then is sent. */
async function runsSoon() {
  await runsJobs(shop)
  await shop.flush()
  waits(shop, 30_000)
  await runsJobs(shop)
}

describe('money that went back', () => {
  it('is told of once for each refund, with its own amount and the page that shows it', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 1990 }] })
    const order = await aPaidOrder(shop, person, skuId, 2)
    for (let n = 0; n < 3; n++) await allows(person)

    await asksBack(shop, person, order.id, { lines: [{ lineId: order.lines[0].id, quantity: 1 }] })
    await runsSoon()
    waits(shop, 60_000)
    await asksBack(shop, person, order.id)
    await runsSoon()
    await runsSoon()

    const page = `packages/orders/pages/detail/index?id=${order.id}`
    const rest = `¥${((order.payableFen - 1990) / 100).toFixed(2)}`
    expect(await arrivedAt(person)).toMatchObject([
      { page, data: { character_string1: order.number, amount3: '¥19.90', thing4: '款项已原路退回' } },
      { page, data: { character_string1: order.number, amount3: rest } },
    ])
  })

  it('is told of only once it is back: not while WeChat works on it', async () => {
    const person = await aPerson(shop)
    const order = await aPaidOrder(shop, person, (await aShelf(shop)).skuId)
    await allows(person)

    await asksBack(shop, person, order.id)
    await runsJobs(shop)
    const meanwhile = await arrivedAt(person)
    await runsSoon()

    expect(meanwhile).toEqual([])
    expect(await arrivedAt(person)).toHaveLength(1)
  })

  it('is told of also where it came too late for the goods, and says why', async () => {
    const [person, quicker] = [await aPerson(shop), await aPerson(shop)]
    const { skuId } = await aShelf(shop, { skus: [{ available: 1 }] })
    await allows(person)
    const order = await anUnpaidOrder(shop, person, skuId)
    await shop.faults(
      { on: 'notification', event: 'TRANSACTION', outTradeNo: order.number, kind: 'delay', ms: 3_600_000 },
      { on: 'endpoint', endpoint: 'close', kind: 'http_error', status: 404, code: 'ORDER_NOT_EXIST' },
    )
    await pays(shop, person, order.id)
    await shop.call('POST', `/orders/${order.id}/cancel`, { token: person.token })
    await anUnpaidOrder(shop, quicker, skuId)
    await shop.flush()

    await runsSoon()

    expect(await arrivedAt(person)).toMatchObject([
      { data: { character_string1: order.number, thing4: '付款时已售完，货款已原路退回' } },
    ])
  })
})
