import { randomUUID } from 'node:crypto'
import { DAY_MS } from '@domain/shop-time'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import {
  aPerson,
  aStaffPerson,
  opens,
  ownsGroup,
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
const cardOf = async (staff: Person, share: object = {}) =>
  (await shares(shop, staff, { ...share })).token as string
const pass = (ms: number) => shop.clock.setOffsetMs(shop.clock.offsetMs() + ms)

async function sells(staff: StaffPerson, unitPaid = [2990]) {
  const person = await aPerson(shop)
  await opens(shop, person, { shareToken: await cardOf(staff) })
  return anOrder(shop, { memberId: person.memberId, product, unitPaid })
}

describe('the orders credited to me', () => {
  it('each say in one sentence why', async () => {
    const [lin, person] = [await aStaffPerson(shop, { name: '林悦' }), await aPerson(shop)]
    await ownsGroup(shop, lin, 'sentences', '春风小区1群')
    await opens(shop, person, { shareToken: await cardOf(lin), group: 'sentences' })
    await anOrder(shop, { memberId: person.memberId, product, unitPaid: [1000, 990] })

    const { body } = await get(lin, '/staff/orders')

    expect(body).toMatchObject({
      items: [
        {
          state: 'paid',
          maskedMember: '张*',
          itemCount: 2,
          firstTitle: '烟台红富士',
          payableFen: 1990,
          creditFen: 1990,
          groupName: '春风小区1群',
          reason: 'share',
          sentence: '7月3日 20:14 从「春风小区1群」打开你分享的卡片',
        },
      ],
      next: null,
    })
  })

  it('come in pages, the latest payment first, none twice and none left out', async () => {
    const lin = await aStaffPerson(shop)
    const sold = []
    for (let i = 0; i < 5; i++) sold.push(await sells(lin))

    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await get(lin, `/staff/orders?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      cursor = body.next ?? ''
    } while (cursor)

    expect([...seen].sort()).toEqual([...sold].sort())
  })

  it('are those of the range when one is asked for', async () => {
    const lin = await aStaffPerson(shop)
    await sells(lin)
    pass(2 * DAY_MS)
    const late = await aStaffPerson(shop)
    const today = await sells(lin)

    const ids = async (range: string) =>
      (await get(lin, `/staff/orders?range=${range}`)).body.items.map(({ id }: { id: string }) => id)
    expect(await ids('today')).toEqual([today])
    expect(await ids('7d')).toHaveLength(2)
    expect((await get(late, '/staff/orders')).body.items).toEqual([])
  })

  it.each(['junk', 'WzFd'])('refuse a cursor we did not make: %s', async (cursor) => {
    const lin = await aStaffPerson(shop)

    expect(await get(lin, `/staff/orders?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', field: '/query/cursor' },
    })
  })

  it('do not exist for customers', async () => {
    expect(await get(await aPerson(shop), '/staff/orders')).toMatchObject({ status: 404 })
  })
})

describe('one credited order', () => {
  it('shows every candidate with its verdict, and its ledger lines', async () => {
    const [lin, chen, person] = [
      await aStaffPerson(shop, { name: '林悦' }),
      await aStaffPerson(shop, { name: '陈昊' }),
      await aPerson(shop),
    ]
    await opens(shop, person, { shareToken: await cardOf(chen) })
    pass(1000)
    await opens(shop, person, { shareToken: await cardOf(lin) })
    const id = await anOrder(shop, { memberId: person.memberId, product })

    const { body } = await get(lin, `/staff/orders/${id}`)

    expect(body).toMatchObject({
      id,
      policyVersion: 1,
      candidates: [
        { kind: 'share', staffName: '林悦', verdict: 'won' },
        { kind: 'share', staffName: '陈昊', verdict: 'older', text: '之后还有更近的一次' },
        { kind: 'binding', staffName: '陈昊', verdict: 'outranked' },
      ],
      ledger: [{ kind: 'earned', lineTitle: '烟台红富士', amountFen: 2990, units: 1, staffName: '林悦' }],
    })
  })

  it('of a colleague, of nobody, and one that never was, do not exist for me', async () => {
    const [lin, chen, person] = [await aStaffPerson(shop), await aStaffPerson(shop), await aPerson(shop)]
    const foreign = await sells(chen)
    const nobodys = await anOrder(shop, { memberId: person.memberId, product })

    for (const id of [foreign, nobodys, randomUUID()]) {
      expect(await get(lin, `/staff/orders/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'thing.not_found' },
      })
    }
  })

  it('is open to managers, whoever earned it', async () => {
    const [manager, lin, person] = [
      await aStaffPerson(shop, { name: '周敏', role: 'manager' }),
      await aStaffPerson(shop, { name: '林悦' }),
      await aPerson(shop),
    ]
    const earned = await sells(lin)
    const nobodys = await anOrder(shop, { memberId: person.memberId, product })

    expect((await get(manager, `/staff/orders/${earned}`)).body.sentence).toMatch(/打开林悦分享的卡片/)
    expect((await get(manager, `/staff/orders/${nobodys}`)).body).toMatchObject({
      sentence: '没有找到分享、群或专属导购的记录，不计业绩',
      ledger: [{ staffName: null, amountFen: 2990 }],
    })
  })
})

describe('what my shares brought', () => {
  it('counts the openings and orders of relays to their root', async () => {
    const [lin, friend, buyer] = [await aStaffPerson(shop), await aPerson(shop), await aPerson(shop)]
    const { productId } = product
    const root = await cardOf(lin, { kind: 'product', productId })
    await opens(shop, friend, { shareToken: root })
    const relay = await cardOf(friend, { kind: 'product', productId, parentToken: root })
    await opens(shop, buyer, { shareToken: relay })
    await opens(shop, buyer, { shareToken: relay })
    await anOrder(shop, { memberId: buyer.memberId, product, unitPaid: [1990] })
    await anOrder(shop, { memberId: buyer.memberId, product, paidAt: null })

    const { body } = await get(lin, '/staff/shares')

    expect(body).toMatchObject({
      items: [
        {
          token: root,
          kind: 'product',
          title: '烟台红富士',
          channel: 'card',
          opens: 3,
          members: 2,
          paidOrders: 1,
          netSalesFen: 1990,
        },
      ],
      next: null,
    })
  })

  it('leaves out shares nobody opened, and comes in pages', async () => {
    const [lin, friend] = [await aStaffPerson(shop), await aPerson(shop)]
    const opened = []
    for (let i = 0; i < 3; i++) {
      const token = await cardOf(lin)
      opened.unshift(token)
      await opens(shop, friend, { shareToken: token })
      pass(1000)
      await cardOf(lin)
    }

    const first = await get(lin, '/staff/shares?limit=2')
    const rest = await get(lin, `/staff/shares?limit=2&cursor=${first.body.next}`)

    const tokens = [...first.body.items, ...rest.body.items].map(({ token }) => token)
    expect(tokens).toEqual(opened)
    expect(rest.body.next).toBeNull()
  })
})
