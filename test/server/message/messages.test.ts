import { randomUUID } from 'node:crypto'
import { DAY_MS, HOUR_MS } from '../../../domain/shop-time'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson, type Person, type StaffPerson } from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf, pays, runsJobs, waits } from '../../support/server/shop-builders'
import { aPaidOrder, ships } from '../shipment/builders'

const shop = openPayShop()
let manager: StaffPerson

const TEMPLATES = {
  paid: {
    templateId: 'SIMTMPL-PAID-000000000000000000000000000001',
    fields: [
      { key: 'character_string1', fact: 'orderNumber' },
      { key: 'thing2', fact: 'goods' },
      { key: 'amount3', fact: 'amount' },
      { key: 'time4', fact: 'time' },
    ],
  },
  shipped: {
    templateId: 'SIMTMPL-SHIPPED-000000000000000000000000001',
    fields: [
      { key: 'thing3', fact: 'company' },
      { key: 'character_string4', fact: 'trackingNumber' },
    ],
  },
  refund: null,
  coupon_expiring: {
    templateId: 'SIMTMPL-COUPON-0000000000000000000000000001',
    fields: [
      { key: 'thing1', fact: 'couponName' },
      { key: 'time2', fact: 'expiresAt' },
    ],
  },
}
type Occasion = 'paid' | 'shipped' | 'coupon_expiring'

const setTemplates = (templates: object) =>
  shop.call('PUT', '/manage/message-templates', { token: manager.token, body: templates })

beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
  expect((await setTemplates(TEMPLATES)).status).toBe(200)
})
afterEach(() => shop.behave())

const subscriptionsOf = async ({ token }: Person) =>
  (await shop.call('GET', '/subscriptions', { token })).body.items
const leftOf = async (person: Person, occasion: Occasion) =>
  (await subscriptionsOf(person)).find((each: { occasion: string }) => each.occasion === occasion).left

/** Answers WeChat's window and reports the answer, as the client does. */
async function allows(
  person: Person,
  occasion: Occasion,
  answer = 'accept',
  requestId: string = randomUUID(),
) {
  const { templateId } = TEMPLATES[occasion]
  await shop.app('subscribe', { user: person.user, tmplIds: [templateId], answer })
  return shop.call('POST', '/subscriptions', {
    token: person.token,
    body: { requestId, answers: [{ templateId, answer }] },
  })
}

async function arrivedAt({ user }: Person) {
  const answer = await fetch(`${shop.simulatorUrl}/client/messages?user=${user}`)
  const { messages } = (await answer.json()) as { messages: { title: string; page: string; data: object }[] }
  return messages
}

/** Runs what falls due within the next half minute. */
async function runsSoon() {
  waits(shop, 30_000)
  await runsJobs(shop)
}
const messagesOf = async (query = '') =>
  (await shop.call('GET', `/manage/messages${query}`, { token: manager.token })).body

async function aPaidOrderOf(person: Person) {
  const order = await anUnpaidOrder(shop, person, (await aShelf(shop)).skuId)
  await pays(shop, person, order.id)
  await shop.flush()
  return order
}

describe('a member', () => {
  it('is asked one thing at one tap, and again only while it is decent', async () => {
    const person = await aPerson(shop)

    expect(await subscriptionsOf(person)).toMatchObject([
      { occasion: 'paid', moment: 'place_order', left: 0, shouldAsk: true },
      { occasion: 'shipped', moment: 'after_payment', left: 0, shouldAsk: true },
      { occasion: 'coupon_expiring', moment: 'claim_coupon', left: 0, shouldAsk: true },
    ])
    await allows(person, 'paid', 'reject')

    expect((await subscriptionsOf(person))[0]).toMatchObject({ left: 0, shouldAsk: false })
    waits(shop, 14 * DAY_MS)
    expect((await subscriptionsOf(person))[0]).toMatchObject({ shouldAsk: true })
  })

  it('allows one message by each accepted tap, however often the answer is reported', async () => {
    const person = await aPerson(shop)
    const requestId = randomUUID()

    await allows(person, 'shipped', 'accept', requestId)
    await allows(person, 'shipped', 'accept', requestId)
    await allows(person, 'shipped')

    expect(await leftOf(person, 'shipped')).toBe(2)
  })
})

describe('an order', () => {
  it('that is paid is told of once, with the page that shows it', async () => {
    const person = await aPerson(shop)
    await allows(person, 'paid')
    const order = await aPaidOrderOf(person)

    await runsSoon()
    await runsSoon()

    expect(await arrivedAt(person)).toMatchObject([
      {
        title: '订单支付成功通知',
        page: `packages/orders/pages/detail/index?id=${order.id}`,
        data: { character_string1: order.number, thing2: '烟台红富士苹果', amount3: '¥37.90' },
      },
    ])
    expect(await leftOf(person, 'paid')).toBe(0)
  })

  it('that is sent is told of with its parcel', async () => {
    const { person, orderId } = await aPaidOrder(shop)
    await allows(person, 'shipped')

    await ships(shop, manager, orderId, [{ company: 'SF', trackingNumber: 'SF10000000001' }])
    await runsSoon()

    expect(await arrivedAt(person)).toMatchObject([
      { title: '订单发货通知', data: { thing3: '顺丰速运', character_string4: 'SF10000000001' } },
    ])
  })

  it('of a member who allows nothing is not told of, and the manager sees why', async () => {
    const person = await aPerson(shop)
    await aPaidOrderOf(person)

    await runsSoon()

    expect(await arrivedAt(person)).toEqual([])
    expect((await messagesOf()).items[0]).toMatchObject({
      occasion: 'paid',
      state: 'skipped',
      reason: 'no_grant',
    })
  })
})

describe('WeChat', () => {
  it('knows better what the member allows (43101)', async () => {
    const person = await aPerson(shop)
    await allows(person, 'paid')
    await allows(person, 'paid')
    await shop.misbehave({ endpoint: 'subscribe_send', kind: 'errcode', errcode: 43101 })
    await aPaidOrderOf(person)

    await runsSoon()

    expect(await leftOf(person, 'paid')).toBe(0)
    expect((await messagesOf()).items[0]).toMatchObject({
      state: 'skipped',
      reason: 'not_subscribed',
      errcode: 43101,
    })
  })

  it.each([
    ['is busy (−1)', -1],
    ['sends to this member already (43108)', 43108],
    ['has had enough for a minute (45009)', 45009],
  ])('that %s sends it later', async (_what, errcode) => {
    const person = await aPerson(shop)
    await allows(person, 'paid')
    await shop.misbehave({ endpoint: 'subscribe_send', kind: 'errcode', errcode })
    await aPaidOrderOf(person)
    await runsSoon()
    expect(await leftOf(person, 'paid')).toBe(1)

    await shop.behave()
    await runsSoon()

    expect(await arrivedAt(person)).toHaveLength(1)
  })

  it.each([
    ['a field it does not take (47003)', 47003],
    ['a word it forbids (45168)', 45168],
    ['an ability it has banned (43107)', 43107],
  ])('refuses %s: kept as failed, and sent when a manager has mended it', async (_what, errcode) => {
    const person = await aPerson(shop)
    await allows(person, 'paid')
    await shop.misbehave({ endpoint: 'subscribe_send', kind: 'errcode', errcode })
    await aPaidOrderOf(person)
    await runsSoon()
    expect((await messagesOf('?state=failed')).items[0]).toMatchObject({ errcode })

    await shop.behave()
    const failed = await shop.call('GET', '/manage/jobs?state=failed&kind=message.send', {
      token: manager.token,
    })
    await shop.call('POST', `/manage/jobs/${failed.body.items[0].id}/retry`, { token: manager.token })
    await runsJobs(shop)

    expect(await arrivedAt(person)).toHaveLength(1)
  })

  it.each([
    ['takes it and breaks the connection', 'lost_answer', 1],
    ['breaks the connection', 'reset', 0],
  ])('that %s is not asked again: a message is never sent twice', async (_what, kind, arrived) => {
    const person = await aPerson(shop)
    await allows(person, 'paid')
    await allows(person, 'paid')
    await shop.misbehave({ endpoint: 'subscribe_send', kind })
    await aPaidOrderOf(person)
    await runsSoon()

    await shop.behave()
    waits(shop, HOUR_MS)
    await runsJobs(shop)

    expect(await arrivedAt(person)).toHaveLength(arrived)
    expect((await messagesOf()).items[0]).toMatchObject({ state: 'failed', reason: 'unknown_outcome' })
  })
})

describe('the templates', () => {
  it('with a field that could never show its fact are refused', async () => {
    const fields = [{ key: 'phrase1', fact: 'goods' }]

    const answer = await setTemplates({ ...TEMPLATES, paid: { ...TEMPLATES.paid, fields } })

    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'message.fact_unfit', field: '/body/paid/fields/0' },
    })
  })
})
