import { randomUUID } from 'node:crypto'
import { DAY_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { auditLedger } from '../../../server/modules/ledger/audit'
import { plain } from '../../../server/modules/ledger/export'
import { oweMaturing } from '../../../server/modules/ledger/mature'
import { bookReversal } from '../../../server/modules/ledger/reverse'
import { inTransaction } from '../../../server/platform/database'
import { runDue } from '../../../server/platform/jobs/sweeper'
import { seededRandom } from '../../../server/platform/random'
import { products } from '../../../server/schema/catalogue'
import { ledgerEntries, orderCredits } from '../../../server/schema/credit'
import { orderLines } from '../../../server/schema/order'
import { refunds } from '../../../server/schema/payment'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import { aPerson, aStaffPerson, opens, type StaffPerson, shares } from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let product: TestProduct
let boss: StaffPerson
beforeAll(async () => {
  product = await aProduct(shop)
  boss = await aStaffPerson(shop, { name: '周店长', role: 'manager' })
})

const get = (path: string, person = boss) => shop.call('GET', path, { token: person.token })
const pass = (ms: number) => shop.clock.setOffsetMs(shop.clock.offsetMs() + ms)
const correct = (orderId: string, toStaffId: string | null, requestId: string = randomUUID()) =>
  shop.call('POST', `/manage/orders/${orderId}/correction`, {
    token: boss.token,
    body: { requestId, toStaffId, reason: '顾客说是他介绍的' },
  })

async function sells(staff: StaffPerson, unitPaid = [2990], sold = product) {
  const person = await aPerson(shop)
  await opens(shop, person, { shareToken: (await shares(shop, staff)).token })
  return anOrder(shop, { memberId: person.memberId, product: sold, unitPaid })
}

async function refund(orderId: string, unitNumbers: readonly number[]) {
  const { db } = shop.database
  const [line] = await db.select().from(orderLines).where(eq(orderLines.orderId, orderId))
  const [refundId, at] = [shop.deps.ids.next(), shop.clock.now()]
  await inTransaction(db, async (tx) => {
    const amountFen = unitNumbers.reduce((sum, unit) => sum + line!.unitPaidFen[unit]!, 0) as never
    const money = { amountFen, reason: '', units: [{ lineId: line!.id, unitNumbers }] }
    const times = { createdAt: at, succeededAt: at, updatedAt: at }
    await tx
      .insert(refunds)
      .values({ id: refundId, orderId, outRefundNo: refundId, state: 'succeeded', ...money, ...times })
    const units = unitNumbers.map((unit) => ({ lineId: line!.id, unit }))
    await bookReversal(tx, shop.deps, orderId, { refundId, units }, at)
  })
}

describe('a correction', () => {
  it('moves the credit by new entries; both can look at it, and the figures follow', async () => {
    const [lin, he] = [await aStaffPerson(shop, { name: '林悦' }), await aStaffPerson(shop, { name: '何青' })]
    const orderId = await sells(lin)

    const done = await correct(orderId, he.staffId)

    expect(done.body).toMatchObject({
      creditFen: 2990,
      ledger: [
        { kind: 'earned', amountFen: 2990, staffName: '林悦' },
        { kind: 'corrected', amountFen: -2990, staffName: '林悦' },
        { kind: 'corrected', amountFen: 2990, staffName: '何青' },
      ],
    })
    const mine = await get('/staff/orders', he)
    expect(mine.body.items[0].sentence).toContain('店长更正给你：顾客说是他介绍的')
    expect((await get('/staff/orders', lin)).body.items).toEqual([])
    expect((await get(`/staff/orders/${orderId}`, lin)).status).toBe(200)
    expect((await get('/staff/workbench?range=today', he)).body).toMatchObject({
      orders: 1,
      netSalesFen: 2990,
    })
    expect((await get('/staff/workbench?range=today', lin)).body).toMatchObject({ orders: 0, netSalesFen: 0 })
    const { body: trail } = await get('/manage/audits?action=credit')
    expect(trail.items).toMatchObject([{ text: '更正业绩', actor: '周店长', subject: orderId }])
  })

  it('happens once per request, also when it is asked twice', async () => {
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const [orderId, requestId] = [await sells(lin), randomUUID()]

    await correct(orderId, he.staffId, requestId)
    const again = await correct(orderId, he.staffId, requestId)
    const other = await correct(orderId, null, requestId)

    expect(again.body.ledger).toHaveLength(3)
    expect(other.body.code).toBe('order.request_reused')
  })

  it('is refused where there is nothing to move', async () => {
    const lin = await aStaffPerson(shop)
    const [sold, givenBack] = [await sells(lin), await sells(lin)]
    await refund(givenBack, [0])

    expect((await correct(sold, lin.staffId)).body.code).toBe('correction.refused')
    expect((await correct(givenBack, null)).body.code).toBe('correction.refused')
    expect((await correct(sold, randomUUID())).status).toBe(404)
    expect((await correct(randomUUID(), lin.staffId)).status).toBe(404)
  })
})

describe('commission', () => {
  it('is frozen on the entry: the category’s own rate before the staff member’s, and none where there is none', async () => {
    const lin = await aStaffPerson(shop, { name: '林悦' })
    const special = await aProduct(shop)
    const { db } = shop.database
    const [row] = await db.select().from(products).where(eq(products.id, special.productId))
    const save = (body: object) => shop.call('PUT', '/manage/commissions', { token: boss.token, body })
    await save({ staff: [{ staffId: lin.staffId, bps: 500 }] })
    const plainOrder = await sells(lin, [10_000])
    await save({ categories: [{ categoryId: row!.categoryId, bps: 1000 }] })
    const ofCategory = await sells(lin, [10_000], special)
    await save({ categories: [{ categoryId: row!.categoryId, bps: null }] })
    const afterwards = await sells(lin, [10_000], special)
    const rate = async (orderId: string) =>
      (await db.select().from(ledgerEntries).where(eq(ledgerEntries.orderId, orderId)))[0]

    expect(await rate(plainOrder)).toMatchObject({ commissionBps: 500, commissionFen: 500 })
    expect(await rate(ofCategory)).toMatchObject({ commissionBps: 1000, commissionFen: 1000 })
    expect(await rate(afterwards)).toMatchObject({ commissionBps: 500 })
    await refund(ofCategory, [0])
    const he = await aStaffPerson(shop)
    await correct(plainOrder, he.staffId)
    expect(await auditLedger(db)).toMatchObject({ ok: true })
  })
})

describe('the ledger as CSV', () => {
  const today = '2026-07-03'

  it('opens right in Excel: marked as UTF-8, in Chinese, yuan with two decimals', async () => {
    const lin = await aStaffPerson(shop, { name: '林悦' })
    await sells(lin, [1990])

    const { status, headers, body } = await get(
      `/manage/ledger.csv?from=${today}&to=${today}&staffId=${lin.staffId}`,
    )

    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/csv')
    // fetch strips the mark when it reads text; the bytes have it.
    const raw = await fetch(`${shop.url}/manage/ledger.csv?from=${today}&to=${today}`, {
      headers: { authorization: `Bearer ${boss.token}` },
    })
    expect([...new Uint8Array(await raw.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header, line] = String(body).replace('\ufeff', '').split('\r\n')
    expect(header).toBe(
      '时间,类型,订单号,商品,规格,件数,导购,群,业绩（元）,佣金比例（%）,佣金（元）,原因,流水号',
    )
    expect(line).toMatch(/^2026-07-03 20:14:00,入账,[^,]+,烟台红富士,,1,林悦,,19.90,,0.00,,/)
  })

  it('never carries a formula', async () => {
    const evil = await aStaffPerson(shop, { name: '=HYPERLINK("x")' })
    await sells(evil)

    const { body } = await get(`/manage/ledger.csv?from=${today}&to=${today}&staffId=${evil.staffId}`)

    expect(body).toContain(`"'=HYPERLINK(""x"")"`)
    for (const text of ['=1', '+1', '-1', '@A1', '\t=1', ' =1', '＝1']) expect(plain(text)).toBe(`'${text}`)
    expect(plain('春风小区1群')).toBe('春风小区1群')
  })

  it('is asked for by whole days, a year at most', async () => {
    expect((await get('/manage/ledger.csv?from=2026-07-03&to=2026-07-02')).body.code).toBe('request.invalid')
    expect((await get('/manage/ledger.csv?from=2024-01-01&to=2026-07-02')).body.code).toBe('request.invalid')
  })
})

it('after a random history of sales, refunds, maturing and corrections every invariant holds', async () => {
  const random = seededRandom('history')
  const { db } = shop.database
  const people = [await aStaffPerson(shop), await aStaffPerson(shop), await aStaffPerson(shop)]
  const made: { id: string; left: number[] }[] = []
  for (let step = 0; step < 60; step++) {
    pass(random.integer(3) * 1000)
    const order = made[random.integer(Math.max(made.length, 1))]
    const dice = random.integer(4)
    if (!order || dice === 0) {
      const units = Array.from({ length: 1 + random.integer(3) }, () => random.integer(5000))
      const id = await sells(
        people[random.integer(3)]!,
        units.length > 0 && units.some((u) => u > 0) ? units : [1],
      )
      made.push({ id, left: units.map((_, unit) => unit) })
    } else if (dice === 1 && order.left.length > 0) {
      await refund(order.id, [order.left.shift()!])
    } else if (dice === 2) {
      const received = shop.clock.now() - 30 * DAY_MS
      await inTransaction(db, (tx) => oweMaturing(tx, shop.deps, order.id, received))
      await runDue(shop.deps, shop.clock.now())
    } else {
      await correct(order.id, [...people.map((p) => p.staffId), null][random.integer(4)]!)
    }
  }

  const entries = await db.select().from(ledgerEntries)
  const byOrder = (id: string) => entries.filter((entry) => entry.orderId === id)
  for (const { id } of made) {
    const [line] = await db.select().from(orderLines).where(eq(orderLines.orderId, id))
    const returned = byOrder(id)
      .filter(({ kind }) => kind === 'reversed')
      .flatMap(({ unitNumbers }) => unitNumbers)
    const kept = line!.unitPaidFen.reduce((sum, fen, unit) => sum + (returned.includes(unit) ? 0 : fen), 0)
    const net = byOrder(id).reduce((sum, { amountFen }) => sum + amountFen, 0)
    expect(net).toBe(kept)
    const [credit] = await db.select().from(orderCredits).where(eq(orderCredits.orderId, id))
    expect(credit!.netFen).toBe(kept)
    const ofHolder = byOrder(id).filter(({ staffId }) => staffId === credit!.staffId)
    expect(ofHolder.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(kept)
  }
  expect(entries.filter(({ kind }) => kind === 'matured').length).toBeGreaterThan(0)
  expect(await auditLedger(db)).toMatchObject({ ok: true })
  const checked = await shop.call('POST', '/manage/ledger/check', { token: boss.token })
  expect(checked.body).toMatchObject({ isRight: true, fault: null })
})
