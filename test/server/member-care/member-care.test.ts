import { DAY_MS, HOUR_MS } from '@domain/shop-time'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import {
  aPerson,
  aStaffPerson,
  opens,
  type Person,
  type StaffPerson,
  shares,
} from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let product: TestProduct
beforeAll(async () => {
  product = await aProduct(shop)
})
beforeEach(() => shop.clock.setOffsetMs(0))
const get = (person: Person, path: string) => shop.call('GET', path, { token: person.token })

async function aCustomerOf(staff: StaffPerson) {
  const person = await aPerson(shop)
  await opens(shop, person, { shareToken: (await shares(shop, staff)).token })
  return person
}

describe('my members', () => {
  it('are those I serve, masked, with where they stand and what they bought', async () => {
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const person = await aCustomerOf(lin)
    await aCustomerOf(he)
    await anOrder(shop, { memberId: person.memberId, product })

    const { body } = await get(lin, '/staff/members')

    expect(body).toMatchObject({
      total: 1,
      next: null,
      items: [
        {
          memberId: person.memberId,
          maskedName: '张*',
          lifecycle: 'active',
          orders: 1,
          netSpentFen: 2990,
          lastTitle: '烟台红富士',
          tags: [],
        },
      ],
    })
    const detail = await get(lin, `/staff/members/${person.memberId}`)
    expect(detail.body).toMatchObject({
      recentOrders: [{ creditFen: 2990 }],
      recentOpens: [{ text: '打开店铺分享' }],
    })
    expect((await get(he, `/staff/members/${person.memberId}`)).status).toBe(404)
  })

  it('carry tags by hand, and are found by them', async () => {
    const lin = await aStaffPerson(shop)
    const [a] = [await aCustomerOf(lin), await aCustomerOf(lin)]
    const tag = (tags: string[]) =>
      shop.call('PUT', `/staff/members/${a!.memberId}/tags`, { token: lin.token, body: { tags } })

    await tag(['爱吃辣', '有宝宝'])
    const changed = await tag(['有宝宝', '住三期'])

    expect(changed.body.tags.map(({ name }: { name: string }) => name).sort()).toEqual(['住三期', '有宝宝'])
    const found = await get(lin, `/staff/members?tag=${encodeURIComponent('住三期')}`)
    expect(found.body).toMatchObject({ total: 1, items: [{ memberId: a!.memberId }] })
    expect((await tag(['x'.repeat(13)])).body.code).toBe('request.invalid')
  })

  it('come in pages, none twice', async () => {
    const lin = await aStaffPerson(shop)
    const people = [await aCustomerOf(lin), await aCustomerOf(lin), await aCustomerOf(lin)]
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await get(lin, `/staff/members?limit=1${cursor && `&cursor=${cursor}`}`)
      seen.push(...body.items.map((item: { memberId: string }) => item.memberId))
      cursor = body.next
    }

    expect(seen.sort()).toEqual(people.map(({ memberId }) => memberId).sort())
  })
})

describe('whom to serve today', () => {
  it('names who waits for a parcel, with the hours; once written to they are left in peace for a week', async () => {
    const lin = await aStaffPerson(shop)
    const person = await aCustomerOf(lin)
    await anOrder(shop, { memberId: person.memberId, product })
    expect((await get(lin, '/staff/serve-today')).body.items).toEqual([])
    shop.clock.setOffsetMs(50 * HOUR_MS)

    const before = await get(lin, '/staff/serve-today')
    const noted = await shop.call('POST', `/staff/members/${person.memberId}/contacts`, {
      token: lin.token,
      body: { reason: 'parcel_problem' },
    })
    const after = await get(lin, '/staff/serve-today')

    expect(before.body).toMatchObject({
      items: [{ reason: 'parcel_problem', why: '「烟台红富士」付款 50 小时还没发货' }],
      quietNow: true,
      quietFrom: '22:00',
    })
    expect(noted.body.coolsUntil).toBe(shop.clock.now() + 7 * DAY_MS)
    expect(after.body).toMatchObject({ items: [], cooling: 1 })
    shop.clock.setOffsetMs(50 * HOUR_MS + 7 * DAY_MS)
    expect((await get(lin, '/staff/serve-today')).body.items).toHaveLength(1)
  })
})
