import { randomUUID } from 'node:crypto'
import { DAY_MS, HOUR_MS } from '../../../domain/shop-time'
import { tellOfExpiringCoupons } from '../../../server/modules/message/coupons'
import { notify } from '../../../server/modules/message/notify'
import { inTransaction } from '../../../server/platform/database'
import { startRecurring } from '../../../server/platform/jobs/recurring'
import { aCampaign, aCoupon, aTier } from '../../support/server/campaign-builders'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson, type Person, type StaffPerson } from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf, pays, runsJobs, waits } from '../../support/server/shop-builders'

const shop = openPayShop()
const templateId = 'SIMTMPL-COUPON-0000000000000000000000000001'
let manager: StaffPerson

beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
  const coupon_expiring = {
    templateId,
    fields: [
      { key: 'thing1', fact: 'couponName' },
      { key: 'time2', fact: 'expiresAt' },
    ],
  }
  const body = { paid: null, shipped: null, refund: null, coupon_expiring }
  const { status } = await shop.call('PUT', '/manage/message-templates', { token: manager.token, body })
  expect(status).toBe(200)
  await startRecurring(shop.deps)
})

async function allows(person: Person, times = 1) {
  for (let n = 0; n < times; n++) {
    await shop.app('subscribe', { user: person.user, tmplIds: [templateId], answer: 'accept' })
    const body = { requestId: randomUUID(), answers: [{ templateId, answer: 'accept' }] }
    await shop.call('POST', '/subscriptions', { token: person.token, body })
  }
}
const arrivedAt = async ({ user }: Person): Promise<string[]> => {
  const answer = await fetch(`${shop.simulatorUrl}/client/messages?user=${user}`)
  const { messages } = (await answer.json()) as { messages: { data: { thing1: string } }[] }
  return messages.map(({ data }) => data.thing1)
}

/** Sets the shop's clock to this hour of its next day. */
function atHour(hour: number): void {
  const local = shop.clock.now() + 8 * HOUR_MS
  waits(shop, DAY_MS - (local % DAY_MS) + hour * HOUR_MS)
}

/** A claimed coupon that ends in so many hours. */
const aCopy = async (person: Person, title: string, hours: number) => {
  const nowMs = shop.clock.now()
  const validity = { kind: 'fixed' as const, from: nowMs, until: nowMs + hours * HOUR_MS }
  return aCoupon(
    shop,
    person,
    await aCampaign(shop, { title, claimUntil: nowMs + 1000, tiers: [aTier({ validity })] }),
  )
}

/** Lets the hours pass, one after another, and carries out what each makes due. */
async function hoursPass(hours: number): Promise<void> {
  for (let n = 0; n < hours; n++) {
    waits(shop, HOUR_MS)
    await runsJobs(shop)
  }
}

describe('the word about a coupon that ends within a day', () => {
  it('comes by itself, once, to those alone who asked for it', async () => {
    atHour(10)
    const [listener, other] = [await aPerson(shop), await aPerson(shop)]
    await allows(listener, 3)
    for (const person of [listener, other]) await aCopy(person, '满100减10', 27)
    await hoursPass(2)
    const early = await arrivedAt(listener)

    await hoursPass(4)

    expect(early).toEqual([])
    expect(await arrivedAt(listener)).toEqual(['满100减10'])
    expect(await arrivedAt(other)).toEqual([])
  })

  it('waits until the quiet hours are over', async () => {
    atHour(20)
    const person = await aPerson(shop)
    await allows(person)
    await aCopy(person, '夜里到点', 27)

    await hoursPass(11)
    const bySeven = await arrivedAt(person)
    await hoursPass(2)

    expect(bySeven).toEqual([])
    expect(await arrivedAt(person)).toEqual(['夜里到点'])
  })

  it('is not said of a coupon that ends before the quiet hours do, nor of one that is used or held by then', async () => {
    atHour(21)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 12_000 }] })
    const [late, buyer] = [await aPerson(shop), await aPerson(shop)]
    await allows(late)
    await allows(buyer)
    await aCopy(late, '凌晨三点到期', 6)
    const taken = await aCopy(buyer, '已经用掉', 20)
    await hoursPass(2)
    const order = await anUnpaidOrder(shop, buyer, skuId, 1, { couponIds: { goods: taken.id } })
    await pays(shop, buyer, order.id)
    await shop.flush()

    await hoursPass(11)

    expect(await arrivedAt(late)).toEqual([])
    expect(await arrivedAt(buyer)).toEqual([])
    const { body } = await shop.call('GET', '/manage/messages?state=skipped', { token: manager.token })
    expect(body.items[0]).toMatchObject({ occasion: 'coupon_expiring', reason: 'expired' })
  })

  it('is said of one coupon a day: of two that end together the one that ends first', async () => {
    atHour(10)
    const person = await aPerson(shop)
    await allows(person, 3)
    await aCopy(person, '后到期', 23)
    await aCopy(person, '先到期', 20)

    await hoursPass(3)
    const today = await arrivedAt(person)
    await hoursPass(19)

    expect(today).toEqual(['先到期'])
    // The next morning, an hour before it ends.
    expect([...(await arrivedAt(person))].sort()).toEqual(['先到期', '后到期'])
  })

  it('keeps to one a day also where two are owed at the same moment', async () => {
    atHour(10)
    const person = await aPerson(shop)
    await allows(person, 3)
    const copies = [await aCopy(person, '同时一', 20), await aCopy(person, '同时二', 20)]
    const nowMs = shop.clock.now()
    await inTransaction(shop.deps.db, async (tx) => {
      for (const { id, title, validUntil } of copies) {
        const facts = { couponName: title, expiresAt: validUntil }
        const { memberId } = person
        const page = 'pages/coupons/index'
        await notify(tx, shop.deps, { occasion: 'coupon_expiring', memberId, about: id, facts, page }, nowMs)
      }
    })

    await hoursPass(2)

    expect(await arrivedAt(person)).toHaveLength(1)
    const { body } = await shop.call('GET', '/manage/messages?state=skipped', { token: manager.token })
    expect(body.items[0]).toMatchObject({ occasion: 'coupon_expiring', reason: 'capped' })
  })

  it('is owed once, however often and by however many servers the coupons are looked at', async () => {
    atHour(10)
    const person = await aPerson(shop)
    await allows(person, 3)
    await aCopy(person, '看了又看', 20)
    const look = () => tellOfExpiringCoupons(shop.deps, shop.clock.now())

    const told = await Promise.all([look(), look(), look()])
    await hoursPass(2)

    expect(told.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect(await arrivedAt(person)).toEqual(['看了又看'])
  })
})
