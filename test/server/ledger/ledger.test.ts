import { eq } from 'drizzle-orm'
import { auditLedger } from '../../../server/modules/ledger/audit'
import { bookEarnings } from '../../../server/modules/ledger/service'
import { ledgerEntries } from '../../../server/schema/credit'
import { orders } from '../../../server/schema/order'
import { staff as staffTable } from '../../../server/schema/staff'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import { aPerson, aStaffPerson, opens, shares } from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let product: TestProduct
beforeAll(async () => {
  product = await aProduct(shop)
})
const linesOf = (orderId: string) =>
  shop.database.db.select().from(ledgerEntries).where(eq(ledgerEntries.orderId, orderId))

async function aCustomerOf(staff: Parameters<typeof shares>[1]) {
  const person = await aPerson(shop)
  await opens(shop, person, { shareToken: (await shares(shop, staff)).token })
  return person
}

describe('earnings', () => {
  it('are what was paid for merchandise, line by line, to the credited staff member', async () => {
    const staff = await aStaffPerson(shop)
    const { memberId } = await aCustomerOf(staff)

    const orderId = await anOrder(shop, { memberId, product, unitPaid: [1000, 999] })

    expect(await linesOf(orderId)).toMatchObject([
      {
        kind: 'earned',
        staffId: staff.staffId,
        amountFen: 1999,
        units: 2,
        unitNumbers: [0, 1],
        commissionBps: null,
        commissionFen: 0,
      },
    ])
  })

  it('of an order nobody earned go to the account none, so that sums close', async () => {
    const { memberId } = await aPerson(shop)

    const orderId = await anOrder(shop, { memberId, product })

    expect(await linesOf(orderId)).toMatchObject([{ kind: 'earned', staffId: null, amountFen: 2990 }])
  })

  it('carry the commission rate of the moment the order was placed', async () => {
    const staff = await aStaffPerson(shop)
    const rate = (commissionBps: number) =>
      shop.database.db.update(staffTable).set({ commissionBps }).where(eq(staffTable.id, staff.staffId))
    const { memberId } = await aCustomerOf(staff)
    await rate(550)
    const orderId = await anOrder(shop, { memberId, product, unitPaid: [1999], paidAt: null })
    await rate(900)

    const paidAt = shop.clock.now()
    await shop.database.db.update(orders).set({ state: 'paid', paidAt }).where(eq(orders.id, orderId))
    await bookEarnings(shop.database.db, shop.deps, orderId, paidAt)

    expect(await linesOf(orderId)).toMatchObject([{ commissionBps: 550, commissionFen: 109 }])
  })

  it('are booked once, however often the payment is told', async () => {
    const { memberId } = await aPerson(shop)
    const orderId = await anOrder(shop, { memberId, product })

    const again = Array.from({ length: 5 }, () =>
      bookEarnings(shop.database.db, shop.deps, orderId, shop.clock.now()),
    )
    await Promise.all(again)

    expect(await linesOf(orderId)).toHaveLength(1)
  })
})

describe('the ledger', () => {
  it('refuses update, delete and truncate in the database itself', async () => {
    const { $client } = shop.database.db

    for (const statement of [
      'update ledger_entries set amount_fen = 0',
      'delete from ledger_entries',
      'truncate ledger_entries',
    ]) {
      await expect($client.query(statement)).rejects.toThrow(/append-only/)
    }
  })

  it('sums to what was paid, and accounts sum to orders', async () => {
    const result = await auditLedger(shop.database.db)

    expect(result).toMatchObject({
      ok: true,
      value: { orders: 4, entries: 4, total: 1999 + 2990 + 1999 + 2990 },
    })
  })

  it('is found wanting when a paid order has no line, by the name of the missing row', async () => {
    const { memberId } = await aPerson(shop)
    const orderId = await anOrder(shop, { memberId, product, paidAt: null })
    await shop.database.db
      .update(orders)
      .set({ state: 'paid', paidAt: shop.clock.now() })
      .where(eq(orders.id, orderId))

    const result = await auditLedger(shop.database.db)

    expect(result).toMatchObject({ ok: false, error: { rule: 'earned_missing', orderId } })
    await bookEarnings(shop.database.db, shop.deps, orderId, shop.clock.now())
  })

  it('is found wanting when a line says something else than the rules', async () => {
    const { memberId } = await aPerson(shop)
    const orderId = await anOrder(shop, { memberId, product })
    const [line] = await linesOf(orderId)
    const forged = { ...line!, id: shop.deps.ids.next(), key: 'forged', amountFen: line!.amountFen }
    await shop.database.db.insert(ledgerEntries).values(forged)

    const result = await auditLedger(shop.database.db)

    expect(result).toMatchObject({ ok: false, error: { orderId, key: 'forged' } })
  })
})
