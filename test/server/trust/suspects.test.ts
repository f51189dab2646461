import { randomUUID } from 'node:crypto'
import { MINUTE_MS } from '@domain/shop-time'
import { and, eq, isNotNull } from 'drizzle-orm'
import { orders } from '../../../server/schema/order'
import { memberFirsts, touches } from '../../../server/schema/touch'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import {
  aPerson,
  aReport,
  aStaffPerson,
  opens,
  type Person,
  report,
  type StaffPerson,
  shares,
} from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let product: TestProduct
let boss: StaffPerson
beforeAll(async () => {
  product = await aProduct(shop)
  boss = await aStaffPerson(shop, { name: '周店长', role: 'manager' })
  const limits = { floodTouches: 5, floodWindowMinutes: 10, cycleTokens: 3, cycleWindowMinutes: 30 }
  const body = { ...limits, ownOpens: 2, cardLifeDays: 90 }
  await shop.call('PUT', '/manage/trust-limits', { token: boss.token, body })
})

const pass = (ms: number) => shop.clock.setOffsetMs(shop.clock.offsetMs() + ms)
const cardOf = async (staff: Person) => (await shares(shop, staff)).token as string
const suspectsOf = async (staff: StaffPerson) =>
  (await shop.call('GET', '/staff/suspects', { token: staff.token })).body.items
const opensToday = async (staff: StaffPerson) =>
  (await shop.call('GET', '/staff/workbench?range=today', { token: staff.token })).body.opens
const setApart = (memberId: string) =>
  shop.database.db
    .select({ rule: touches.suspectRule, id: touches.id })
    .from(touches)
    .where(and(eq(touches.memberId, memberId), isNotNull(touches.suspectRule)))
const clear = (id: string, reason = '是老顾客在试手机') =>
  shop.call('POST', `/manage/suspects/${id}/clear`, { token: boss.token, body: { reason } })

describe('a flood of one member', () => {
  it('counts up to the limit; what is beyond is set apart, shown with its rule, and no evidence', async () => {
    const lin = await aStaffPerson(shop, { name: '林悦' })
    const person = await aPerson(shop)
    const card = await cardOf(lin)
    for (let i = 0; i < 8; i++) await opens(shop, person, { shareToken: card })

    const [finding] = await suspectsOf(lin)

    expect(await opensToday(lin)).toBe(5)
    expect(finding).toMatchObject({
      rule: 'flood',
      touches: 3,
      text: '10 分钟内打开 8 次，超过 5 次',
      staffName: '林悦',
      clearedAt: null,
    })
  })

  it('is over when the window is: later openings count again', async () => {
    const lin = await aStaffPerson(shop)
    const person = await aPerson(shop)
    const card = await cardOf(lin)
    for (let i = 0; i < 6; i++) await opens(shop, person, { shareToken: card })
    pass(11 * MINUTE_MS)
    await opens(shop, person, { shareToken: card })

    expect(await setApart(person.memberId)).toHaveLength(1)
  })

  it('told twice by the same report is one opening set apart', async () => {
    const lin = await aStaffPerson(shop)
    const person = await aPerson(shop)
    const card = await cardOf(lin)
    for (let i = 0; i < 5; i++) await opens(shop, person, { shareToken: card })
    const same = await aReport(shop, person, { id: randomUUID(), shareToken: card })
    await report(shop, person, [same])
    await report(shop, person, [same])

    expect(await suspectsOf(lin)).toMatchObject([{ touches: 1 }])
  })
})

describe('one member cycling tokens', () => {
  it('is suspect from the share beyond the limit on', async () => {
    const lin = await aStaffPerson(shop)
    const person = await aPerson(shop)
    const cards = [await cardOf(lin), await cardOf(lin), await cardOf(lin), await cardOf(lin)]
    for (const shareToken of cards) await opens(shop, person, { shareToken })

    expect(await setApart(person.memberId)).toMatchObject([{ rule: 'token_cycling' }])
    expect(await suspectsOf(lin)).toMatchObject([{ text: '30 分钟内打开 4 张不同的分享，超过 3 张' }])
  })
})

describe('a token opened only by its sharer', () => {
  it('is suspect until somebody else opens it', async () => {
    const lin = await aStaffPerson(shop)
    const card = await cardOf(lin)
    await opens(shop, lin, { shareToken: card })
    await opens(shop, lin, { shareToken: card })
    const alone = await setApart(lin.memberId)
    await opens(shop, await aPerson(shop), { shareToken: card })
    await opens(shop, lin, { shareToken: card })

    expect(alone).toMatchObject([{ rule: 'own_share_only' }])
    expect(await setApart(lin.memberId)).toHaveLength(1)
  })

  it('holds for relays too, without a map of who forwarded to whom', async () => {
    const lin = await aStaffPerson(shop)
    const [forwarder, card] = [await aPerson(shop), await cardOf(lin)]
    const relay = await shares(shop, forwarder, { parentToken: card })
    await opens(shop, forwarder, { shareToken: relay.token })
    await opens(shop, forwarder, { shareToken: relay.token })

    expect(await setApart(forwarder.memberId)).toMatchObject([{ rule: 'own_share_only' }])
  })
})

describe('a suspect opening', () => {
  async function onlySuspect() {
    const lin = await aStaffPerson(shop)
    const person = await aPerson(shop)
    for (let i = 0; i < 5; i++) await opens(shop, person)
    await opens(shop, person, { shareToken: await cardOf(lin) })
    return { lin, person }
  }
  const credited = async (id: string) =>
    (await shop.database.db.select().from(orders).where(eq(orders.id, id)))[0]!

  it('binds nobody and earns nothing; cleared, it does for later orders, and the past stays', async () => {
    const { lin, person } = await onlySuspect()
    const before = await anOrder(shop, { memberId: person.memberId, product })
    const [finding] = await suspectsOf(lin)
    const cleared = await clear(finding.id)
    pass(MINUTE_MS)
    const after = await anOrder(shop, { memberId: person.memberId, product })

    expect(await credited(before)).toMatchObject({ staffId: null, reason: 'only_suspect' })
    expect(cleared.body).toMatchObject({ clearedBy: '周店长', clearReason: '是老顾客在试手机' })
    expect(await credited(after)).toMatchObject({ staffId: lin.staffId, reason: 'share' })
    expect(await credited(before)).toMatchObject({ staffId: null })
    expect(await opensToday(lin)).toBe(1)
  })

  it('is cleared by a manager only, with a reason, once', async () => {
    const { lin } = await onlySuspect()
    const [finding] = await suspectsOf(lin)
    const path = `/manage/suspects/${finding.id}/clear`

    expect((await shop.call('POST', path, { token: lin.token, body: { reason: '我的' } })).status).toBe(404)
    expect((await clear(finding.id, ' ')).body.code).toBe('request.invalid')
    const first = await clear(finding.id)
    const second = await clear(finding.id, '再来一次')
    expect(second.body).toEqual(first.body)
  })

  it('is not the first opening of a member, until it is cleared', async () => {
    const { person } = await onlySuspect()
    const stranger = await aPerson(shop)
    const id = randomUUID()
    const first = async () =>
      (
        await shop.database.db.select().from(memberFirsts).where(eq(memberFirsts.memberId, stranger.memberId))
      )[0]?.touchId
    const at = shop.clock.now()
    const row = {
      memberId: stranger.memberId,
      at,
      receivedAt: at,
      scene: 1007,
      entry: 'cold',
      path: '',
    } as const
    const states = { shareState: 'none', groupState: 'none' } as const
    await shop.database.db
      .insert(touches)
      .values({ id, ...row, ...states, suspectRule: 'flood', suspectAt: at })
    expect(await first()).toBeUndefined()
    const later = await opens(shop, stranger)
    expect(await first()).toBe(later.id)

    await shop.database.db
      .update(touches)
      .set({ suspectRule: null, suspectAt: null })
      .where(eq(touches.id, id))

    expect([id, later.id]).toContain(await first())
    expect(person.memberId).not.toBe(stranger.memberId)
  })
})

describe('the blacklist', () => {
  const block = (memberId: string, reason = '反复恶意退款') =>
    shop.call('POST', '/manage/blocks', { token: boss.token, body: { memberId, reason } })

  it('ends a customer’s sessions and lets nobody in until a manager takes them off', async () => {
    const person = await aPerson(shop, 'blocked-one')
    const blocked = await block(person.memberId)
    const again = await block(person.memberId, '换个理由')
    const { code } = await shop.app<{ code: string }>('login', { user: 'blocked-one' })
    const login = await shop.call('POST', '/sessions', { body: { code } })

    expect(blocked.body).toMatchObject({ reason: '反复恶意退款', blockedBy: '周店长', endedAt: null })
    expect(again.body.id).toBe(blocked.body.id)
    expect((await shop.call('GET', '/me', { token: person.token })).body.code).toBe('session.expired')
    expect(login.body.code).toBe('login.blocked')

    const path = `/manage/blocks/${blocked.body.id}/end`
    const ended = await shop.call('POST', path, { token: boss.token, body: { reason: '已和解' } })
    expect(ended.body).toMatchObject({ endReason: '已和解', endedBy: '周店长' })
    expect((await aPerson(shop, 'blocked-one')).memberId).toBe(person.memberId)
    const { body: now } = await shop.call('GET', '/manage/blocks?now=true', { token: boss.token })
    expect(now.items).toEqual([])
  })

  it('holds no staff: they leave first', async () => {
    const lin = await aStaffPerson(shop)

    expect((await block(lin.memberId)).body).toMatchObject({
      code: 'block.refused',
      detail: { fault: 'has_post' },
    })
    expect((await block(randomUUID())).status).toBe(404)
  })

  it('finds people by order number, masked', async () => {
    const person = await aPerson(shop)
    const id = await anOrder(shop, { memberId: person.memberId, product })
    const [order] = await shop.database.db.select().from(orders).where(eq(orders.id, id))

    const found = await shop.call('GET', `/manage/members?q=${order!.number}`, { token: boss.token })

    expect(found.body.items).toMatchObject([{ memberId: person.memberId, orders: 1, isBlocked: false }])
  })
})

it('limits out of reason are refused', async () => {
  const body = { floodTouches: 0, floodWindowMinutes: 1, cycleTokens: 3, cycleWindowMinutes: 1, ownOpens: 1 }

  const saved = await shop.call('PUT', '/manage/trust-limits', {
    token: boss.token,
    body: { ...body, cardLifeDays: 1 },
  })

  expect(saved.body).toMatchObject({ code: 'request.invalid', field: '/body/floodTouches' })
})
