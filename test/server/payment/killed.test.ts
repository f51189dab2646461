import { randomUUID } from 'node:crypto'
import { aPaidOrder, asksBack } from '../../support/server/after-sale-builders'
import { expectBooksAgree } from '../../support/server/books'
import { openMortalShop } from '../../support/server/mortal-shop'
import { aPerson, type Person } from '../../support/server/people-builders'
import {
  anOrderRequest,
  anUnpaidOrder,
  aShelf,
  pays,
  prepays,
  seesOrder,
} from '../../support/server/shop-builders'

const mortal = openMortalShop()
const { shop } = mortal
const MINUTE = 60_000
const TRIES = 400

/** Waits for the thing itself, never for a time. */
const until = async (what: string, isSo: () => Promise<boolean>) => {
  for (let look = 0; look < TRIES; look++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`it never happened: ${what}`)
}
/** Lets something be in the middle: it is begun, nobody waits for its end, and the server may die under it. */
const begin = (work: Promise<unknown>) => void work.catch(() => {})
const stopped = async (what: string, begun: () => Promise<unknown>) => {
  const before = await mortal.waiting()
  begin(begun())
  await until(what, async () => (await mortal.waiting()) > before)
}
const befallen = async (endpoint: string, kind: 'timeout' | 'hold', begun: () => Promise<unknown>) => {
  const count = async () =>
    (await mortal.asked()).filter((call) => call.endpoint === endpoint && call.fault === kind).length
  const before = await count()
  await shop.faults({ on: 'endpoint', endpoint, kind })
  begin(begun())
  await until(`${endpoint} ${kind}`, async () => (await count()) > before)
}

interface Purchase {
  readonly buyer: Person
  readonly skuId: string
  readonly id: string
}
const aPurchase = async (isPaid: boolean): Promise<Purchase> => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ available: 5 }] })
  const { id } = isPaid ? await aPaidOrder(shop, buyer, skuId, 2) : await anUnpaidOrder(shop, buyer, skuId, 2)
  return { buyer, skuId, id }
}
const post = ({ buyer, id }: Purchase, path: string, body?: object) =>
  shop.call('POST', `/orders/${id}/${path}`, { token: buyer.token, ...(body && { body }) })
const jobs = () => shop.call('POST', '/simulation/jobs')
const lineOf = async ({ id }: Purchase) => {
  const { rows } = await mortal.database.db.$client.query('select id from order_lines where order_id = $1', [
    id,
  ])
  return rows[0].id as string
}
/** The orders by the state they end in; time passes until all of them are there. */
const becomes = async (ends: Readonly<Record<string, readonly Purchase[]>>) => {
  const isSo = async ({ buyer, id }: Purchase, state: string) => {
    const seen = await seesOrder(shop, buyer, id)
    return seen.state === state && seen.afterSales.every((one: { state: string }) => one.state === 'refunded')
  }
  await until(`orders become ${Object.keys(ends)}`, async () => {
    await mortal.passes(MINUTE)
    const all = Object.entries(ends).flatMap(([state, orders]) => orders.map((order) => isSo(order, state)))
    return (await Promise.all(all)).every(Boolean)
  })
}

describe('a server that is killed in the middle of everything at once', () => {
  it('finds every order, payment and refund again, each done exactly once', async () => {
    const placer = await aPerson(shop)
    const shelf = await aShelf(shop, { skus: [{ available: 5 }] })
    const placing = await anOrderRequest(shop, placer, [{ skuId: shelf.skuId, quantity: 2 }])
    const untold = await aPurchase(false)
    const told = await aPurchase(false)
    const notified = await aPurchase(false)
    const closingUntold = await aPurchase(false)
    const closingTold = await aPurchase(false)
    const asking = await aPurchase(false)
    const refundUntold = await aPurchase(true)
    const refundTold = await aPurchase(true)
    const refundNotified = await aPurchase(true)
    const takingBack = await aPurchase(true)
    for (const { buyer, id } of [closingUntold, closingTold]) await prepays(shop, buyer, id)
    await shop.faults({ on: 'notification', event: 'TRANSACTION', kind: 'drop' })
    await pays(shop, asking.buyer, asking.id)
    await asksBack(shop, refundNotified.buyer, refundNotified.id)
    await jobs()
    const request = randomUUID()
    const letGo = [
      await mortal.holds('skus', [shelf.skuId, notified.skuId, takingBack.skuId]),
      await mortal.holds('order_lines', [await lineOf(refundNotified)]),
    ]

    // In the middle of our own transactions …
    await stopped('placing', () => shop.call('POST', '/orders', { token: placer.token, body: placing }))
    await stopped('being notified of a payment', () => pays(shop, notified.buyer, notified.id))
    await stopped('taking pieces back', () =>
      asksBack(shop, takingBack.buyer, takingBack.id, { requestId: request }),
    )
    await stopped('being notified of a refund', () => shop.flush())
    // … and of calls to WeChat, which has done what it was asked, or has not.
    await befallen('prepay', 'timeout', () => post(untold, 'pay'))
    await befallen('prepay', 'hold', () => post(told, 'pay'))
    await befallen('close', 'timeout', () => post(closingUntold, 'cancel'))
    await befallen('close', 'hold', () => post(closingTold, 'cancel'))
    await befallen('query', 'timeout', () => post(asking, 'settle'))
    await asksBack(shop, refundUntold.buyer, refundUntold.id)
    await befallen('refund', 'timeout', jobs)
    await asksBack(shop, refundTold.buyer, refundTold.id)
    await befallen('refund', 'hold', jobs)
    await mortal.kills()
    for (const release of letGo) await release()
    await until('the dead server’s transactions are gone', async () => (await mortal.waiting()) === 0)
    await expectBooksAgree(mortal.database.db)
    await mortal.revives()
    await shop.behave()

    const placed = await shop.call('POST', '/orders', { token: placer.token, body: placing })
    for (const { buyer, id } of [untold, told]) await pays(shop, buyer, id)
    for (const closing of [closingUntold, closingTold]) await post(closing, 'cancel')
    const again = await asksBack(shop, takingBack.buyer, takingBack.id, { requestId: request })
    expect([placed.status, again.status]).toEqual([200, 200])
    await becomes({
      paid: [untold, told, notified, asking],
      closed: [closingUntold, closingTold],
      refunded: [refundUntold, refundTold, refundNotified, takingBack],
    })
    await expectBooksAgree(mortal.database.db)
    const { rows } = await mortal.database.db.$client.query(
      `select count(*)::int as orders, (select count(*)::int from refunds) as refunds from orders`,
    )
    expect(rows).toEqual([{ orders: 11, refunds: 4 }])
  })
})
