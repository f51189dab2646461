import { eq } from 'drizzle-orm'
import { auditLedger } from '../../../server/modules/ledger/audit'
import { addresses, members, sessions } from '../../../server/schema/member'
import { memberTags } from '../../../server/schema/member-care'
import { orders } from '../../../server/schema/order'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import { aPerson, aStaffPerson, opens, type Person, shares } from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let product: TestProduct
beforeAll(async () => {
  product = await aProduct(shop)
})
const get = (person: Person, path: string) => shop.call('GET', path, { token: person.token })
const erase = (person: Person) =>
  shop.call('POST', '/me/erasure', { token: person.token, body: { confirm: 'erase' } })

/** A customer with a history: card, order received, address, tag. */
async function aRegular(user: string) {
  const { db } = shop.database
  const lin = await aStaffPerson(shop, { name: '林悦' })
  const person = await aPerson(shop, user)
  await opens(shop, person, { shareToken: (await shares(shop, lin)).token })
  const orderId = await anOrder(shop, { memberId: person.memberId, product })
  await db
    .update(orders)
    .set({ state: 'received', receivedAt: shop.clock.now() })
    .where(eq(orders.id, orderId))
  await db
    .update(members)
    .set({ nickname: '张伟', phone: '13800138000' })
    .where(eq(members.id, person.memberId))
  const at = shop.clock.now()
  await db.insert(addresses).values({
    id: shop.deps.ids.next(),
    memberId: person.memberId,
    name: '张伟',
    phone: '13800138000',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '春风小区 1 幢',
    createdAt: at,
    updatedAt: at,
  })
  await shop.call('PUT', `/staff/members/${person.memberId}/tags`, {
    token: lin.token,
    body: { tags: ['爱吃苹果'] },
  })
  return { lin, person, orderId }
}

describe('a member’s own data', () => {
  it('is exported whole, without the secrets of a login', async () => {
    const { person, orderId } = await aRegular('exporter')

    const { body } = await get(person, '/me/data')
    const section = (name: string) => body.sections.find((found: { name: string }) => found.name === name)

    expect(section('members').rows).toMatchObject([{ nickname: '张伟', phone: '13800138000' }])
    expect(section('orders').rows).toMatchObject([{ id: orderId }])
    expect(section('order_lines').rows).toHaveLength(1)
    expect(section('addresses').rows).toHaveLength(1)
    expect(section('touches').rows).toHaveLength(1)
    expect(section('member_tags')).toMatchObject({ title: '标签', rows: [{ name: '爱吃苹果' }] })
    expect(section('bindings').rows).toHaveLength(1)
    expect(JSON.stringify(body)).not.toMatch(/token_hash|sealed_session_key|sharer_hash/)
  })

  it('is only theirs', async () => {
    const [{ person }, other] = [await aRegular('mine'), await aPerson(shop)]

    const { body } = await get(other, '/me/data')

    expect(JSON.stringify(body)).not.toContain(person.memberId)
  })

  it('is listed item by item, with purpose, retention and what erasure does', async () => {
    const { body } = await shop.call('GET', '/privacy/items')

    expect(body.items.length).toBeGreaterThan(5)
    for (const item of body.items) expect(Object.values(item).join('')).not.toMatch(/^\s*$/)
  })
})

describe('erasure', () => {
  it('takes the name and leaves the money: the ledger is as it must be afterwards', async () => {
    const { db } = shop.database
    const { lin, person, orderId } = await aRegular('to-erase')

    const erased = await erase(person)

    expect(erased.body).toEqual({ erasedAt: shop.clock.now(), ordersKept: 1 })
    const [member] = await db.select().from(members).where(eq(members.id, person.memberId))
    expect(member).toMatchObject({ nickname: null, phone: null, unionid: null, personalised: false })
    expect(member!.openid).toMatch(/^erased:/)
    const [order] = await db.select().from(orders).where(eq(orders.id, orderId))
    expect(order!.address).toMatchObject({ name: '已注销', phone: '', detail: '' })
    const [login] = await db.select().from(sessions).where(eq(sessions.memberId, person.memberId))
    expect(login!.sealedSessionKey).toBe('')
    expect(await db.select().from(addresses).where(eq(addresses.memberId, person.memberId))).toEqual([])
    expect(await db.select().from(memberTags).where(eq(memberTags.memberId, person.memberId))).toEqual([])
    expect(await auditLedger(db)).toMatchObject({ ok: true })
    // Who served them keeps the figure and loses the person.
    expect((await get(lin, '/staff/workbench?range=today')).body).toMatchObject({
      orders: 1,
      netSalesFen: 2990,
    })
    expect((await get(lin, '/staff/members')).body.items).toEqual([])
    expect((await get(lin, '/staff/orders')).body.items[0].maskedMember).toBe('已**')
  })

  it('ends the session; the next login is somebody new', async () => {
    const { person } = await aRegular('comes-back')
    await erase(person)

    expect((await get(person, '/me')).status).toBe(401)
    const again = await aPerson(shop, 'comes-back')
    expect(again.memberId).not.toBe(person.memberId)
    expect((await get(again, '/orders')).body.items).toEqual([])
  })

  it('waits for orders under way, and is not for staff', async () => {
    const person = await aPerson(shop)
    await anOrder(shop, { memberId: person.memberId, product })
    const lin = await aStaffPerson(shop)

    expect((await erase(person)).body).toMatchObject({ code: 'privacy.order_open', detail: { orders: 1 } })
    expect((await erase(lin)).body.code).toBe('privacy.has_post')
    const unsure = await shop.call('POST', '/me/erasure', { token: person.token, body: { confirm: 'yes' } })
    expect(unsure.status).toBe(400)
  })
})
