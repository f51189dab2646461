import { DAY_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { readPeople, readTokens } from '../../demo/seed/data'
import { type Identity, identitiesFrom } from '../../demo/seed/identity'
import { type SeedSummary, seedDemo } from '../../demo/seed/seed-demo'
import { replayAll } from '../../server/modules/attribution/replay'
import { attributeOrder } from '../../server/modules/attribution/service'
import { auditLedger } from '../../server/modules/ledger/audit'
import { orderAttributions } from '../../server/schema/credit'
import { orders } from '../../server/schema/order'
import { expectBooksAgree } from '../support/server/books'
import { aPerson } from '../support/server/people-builders'
import { openWeChatShop } from '../support/server/wechat-shop'

const shop = openWeChatShop()
const number = async (text: string): Promise<number> =>
  Number((await shop.database.db.$client.query(text)).rows[0].n)
const tokens = readTokens()
let identity: Identity
let seeded: SeedSummary | null

beforeAll(async () => {
  const { staff, groups, members } = readPeople()
  identity = await identitiesFrom(
    shop.simulatorUrl,
    [...staff, ...members].map(({ user }) => user),
    groups.map(({ group }) => group),
  )
  seeded = await seedDemo({ db: shop.database.db, deps: shop.deps, identity })
})

describe('the demo shop', () => {
  it('has six staff, eight groups, three hundred customers and ninety days of orders', async () => {
    expect(await number('select count(*) as n from staff where member_id is not null')).toBe(6)
    expect(await number('select count(*) as n from groups')).toBe(8)
    expect(seeded?.members).toBe(306)
    expect(seeded?.orders).toBeGreaterThan(1200)
    expect(seeded?.orders).toBeLessThan(2200)
    const days = "select count(distinct date_trunc('day', created_at)) as n from orders"
    expect(await number(days)).toBeGreaterThan(85)
  })

  it('tells of nothing that lies in the future', async () => {
    const now = new Date(shop.clock.now()).toISOString()

    for (const [table, moment] of [
      ['touches', 'at'],
      ['orders', 'created_at'],
      ['orders', 'received_at'],
      ['order_events', 'at'],
      ['ledger_entries', 'at'],
      ['shares', 'created_at'],
      ['refunds', 'created_at'],
    ]) {
      expect(await number(`select count(*) as n from ${table} where ${moment} > '${now}'`)).toBe(0)
    }
  })

  it('has requests to decide and parcels on their way back, and books that agree', async () => {
    const open = "select count(*) as n from after_sales where state in ('requested', 'returning')"

    expect(await number(open)).toBe(3)
    await expectBooksAgree(shop.database.db, { soldFromNone: false })
  })

  it('has coupons that wait, were used, were let lapse; some saved freight, some a tier above the first', async () => {
    const { rows } = await shop.database.db.$client.query<{ state: string; slot: string; n: number }>(
      'select state, slot, count(*)::int as n from coupons group by state, slot',
    )
    const of = (state: string, slot: string) =>
      rows.find((row) => row.state === state && row.slot === slot)?.n ?? 0

    expect(of('used', 'goods')).toBeGreaterThan(30)
    expect(of('used', 'freight')).toBeGreaterThan(5)
    for (const state of ['claimed', 'expired']) expect(of(state, 'goods')).toBeGreaterThan(10)
    expect(of('reserved', 'goods')).toBe(0)
    expect(
      await number("select count(*) as n from coupons where state = 'used' and tier_rank > 1"),
    ).toBeGreaterThan(5)
    // The second import of the campaigns file found them as they were.
    expect(await number('select count(*) as n from campaigns where version > 1')).toBe(0)
    const { token } = await aPerson(shop, readPeople().staff.find(({ role }) => role === 'manager')!.user)
    const { body } = await shop.call('GET', '/manage/campaigns', { token })
    const campaign = body.items.find((each: { code: string }) => each.code === 'neighbour-ladder')
    expect(campaign.figures.used).toBeGreaterThan(30)
    expect(campaign.figures.discountFen).toBeGreaterThanOrEqual(campaign.figures.used * 500)
  })

  it('lets no coupon be claimed, used or ended before its time', async () => {
    const wrong = `select count(*) as n from coupons c
      join campaigns g on g.id = c.campaign_id left join orders o on o.id = c.order_id
      where c.claimed_at < g.claim_from or c.claimed_at >= g.claim_until or c.moved_at < c.claimed_at
        or o.created_at < c.claimed_at or o.created_at >= c.valid_until`

    expect(await number(wrong)).toBe(0)
  })

  it('has a ledger that says what the orders say', async () => {
    const result = await auditLedger(shop.database.db)

    expect(result).toMatchObject({ ok: true })
    if (!result.ok) return
    const paid = await number(`
      select sum(l.paid_fen) as n from order_lines l join orders o on o.id = l.order_id where o.paid_at is not null`)
    const givenBack = await number('select coalesce(sum(amount_fen - freight_fen), 0) as n from refunds')
    expect(givenBack).toBeGreaterThan(0)
    expect(result.value.total).toBe(paid - givenBack)
  })

  it('credits every order as the order module would have, and each can be replayed', async () => {
    const { differences, orders: replayed } = await replayAll(shop.database.db)
    expect(differences).toEqual([])
    expect(replayed).toBe(seeded?.orders)

    const rows = await shop.database.db
      .select({
        memberId: orders.memberId,
        orderedAt: orders.createdAt,
        decision: orderAttributions.decision,
      })
      .from(orders)
      .innerJoin(orderAttributions, eq(orderAttributions.orderId, orders.id))
      .limit(300)
    for (const { decision, ...order } of rows) {
      const now = await attributeOrder(shop.database.db, shop.deps, order)
      expect(JSON.parse(JSON.stringify(now.decision))).toEqual(decision)
    }
  })

  it('shows every reason an order can have in a shop nobody has left', async () => {
    const { rows } = await shop.database.db.$client.query(
      'select reason, count(*) as n from orders group by reason order by n desc',
    )

    const reasons = rows.map(({ reason }: { reason: string }) => reason)
    expect(reasons).toEqual(
      expect.arrayContaining(['share', 'relay', 'group', 'binding', 'self_purchase', 'no_evidence']),
    )
  })

  it('has counted what was sold, and holds nothing back', async () => {
    const sold = await number('select sum(sold) as n from skus')
    const bought = await number(`
      select sum(l.quantity) as n from order_lines l join orders o on o.id = l.order_id where o.paid_at is not null`)

    expect(sold).toBe(bought)
    expect(await number('select sum(reserved) as n from skus')).toBe(0)
  })

  it('lets its people log in as themselves', async () => {
    const lin = await aPerson(shop, tokens.staff)

    const { body } = await shop.call('GET', '/staff/workbench?range=30d', { token: lin.token })

    expect(body.staff).toMatchObject({ name: '林悦', role: 'staff' })
    expect(body.orders).toBeGreaterThan(20)
    expect(body.opens).toBeGreaterThan(body.orders)
    const listed = await shop.call('GET', '/staff/orders', { token: lin.token })
    expect(listed.body.items).toHaveLength(20)
    expect((await shop.call('GET', '/staff/shares', { token: lin.token })).body.items).toHaveLength(20)
    expect((await shop.call('GET', '/staff/groups', { token: lin.token })).body.items).toHaveLength(2)
  })

  it.each([
    [tokens.staffCard, 'ok', 'product'],
    [tokens.relayCard, 'ok', 'product'],
    [tokens.homeCard, 'ok', 'home'],
    [tokens.code, 'ok', 'product'],
    [tokens.moments, 'ok', 'product'],
    [tokens.expiredCard, 'expired', 'product'],
    ['DemoUnknownFujiApple00', 'unknown', null],
  ])('opens the card %s that DevTools names: %s', async (token, state, kind) => {
    expect((await shop.call('GET', `/shares/${token}`)).body).toMatchObject({ state, kind })
  })

  it('has a post for a tester under the code that the guide names', async () => {
    const { token } = await aPerson(shop, 'a-tester')

    const { status } = await shop.call('POST', '/staff/join', { token, body: { code: tokens.invitation } })

    expect(status).toBe(200)
  })

  it('is not seeded a second time', async () => {
    expect(await seedDemo({ db: shop.database.db, deps: shop.deps, identity })).toBeNull()
  })

  it('is never seeded beside a real WeChat', async () => {
    const deps = { ...shop.deps, config: { ...shop.deps.config, simulated: false } }

    await expect(seedDemo({ db: shop.database.db, deps, identity })).rejects.toThrow(/simulated/)
  })

  it('begins in the last ninety days', async () => {
    const oldest = await number('select extract(epoch from min(created_at)) * 1000 as n from orders')

    expect(shop.clock.now() - oldest).toBeLessThan(91 * DAY_MS)
  })
})
