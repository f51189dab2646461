import { eq } from 'drizzle-orm'
import { fen } from '../../../domain/money'
import { dayOf } from '../../../domain/shop-time'
import { payments, refunds } from '../../../server/schema/payment'
import { reconcilePaymentsCommand } from '../../../tools/shop/reconcile-payments'
import { aPaidOrder, asksBack } from '../../support/server/after-sale-builders'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson } from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf, pays, runsJobs } from '../../support/server/shop-builders'

const shop = openPayShop()
const DAY = 86_400_000

afterEach(() => shop.behave())

/** Each test has a day of its own, and looks back at it from the noon after. */
let days = 0
const onADay = async (happens: () => Promise<void>) => {
  const offset = ++days * 2 * DAY
  shop.clock.setOffsetMs(offset)
  const day = dayOf(shop.clock.now())
  await happens()
  await runsJobs(shop)
  await shop.flush()
  shop.clock.setOffsetMs(offset + DAY)
  return reconciles(day)
}
const reconciles = async (day: string) => {
  const said: string[] = []
  const work = {
    args: [day],
    values: {},
    say: (line: string) => said.push(line),
    shop: async () => shop.deps,
  }
  const agreed = await reconcilePaymentsCommand.run(work)
  return { agreed, said }
}
const aSale = async (quantity = 1) => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ priceFen: 10_000, available: 9 }] })
  const order = await aPaidOrder(shop, buyer, skuId, quantity)
  return { buyer, order, lineId: order.lines[0].id as string }
}

describe('a day held against WeChat Pay’s bill', () => {
  it('agrees on payments, refunds of a part, and what is left', async () => {
    const { agreed, said } = await onADay(async () => {
      await aSale()
      const { buyer, order, lineId } = await aSale(2)
      await asksBack(shop, buyer, order.id, { lines: [{ lineId, quantity: 1 }] })
    })

    expect(said).toEqual([
      expect.stringMatching(
        /^2026-07-05: WeChat bills 2 payments and 1 refunds, ¥\d+\.\d\d net; the shop says the same$/,
      ),
    ])
    expect(agreed).toBe(true)
  })

  it('agrees that nothing happened', async () => {
    expect(await onADay(async () => {})).toMatchObject({
      agreed: true,
      said: [expect.stringContaining('0 payments and 0 refunds')],
    })
  })

  it('names a payment that never reached the shop', async () => {
    let number = ''
    const { agreed, said } = await onADay(async () => {
      const buyer = await aPerson(shop)
      const { skuId } = await aShelf(shop, { skus: [{ priceFen: 10_000 }] })
      const order = await anUnpaidOrder(shop, buyer, skuId)
      number = order.number
      await shop.faults({ on: 'notification', kind: 'drop' })
      await pays(shop, buyer, order.id)
    })

    expect(agreed).toBe(false)
    expect(said[0]).toMatch(new RegExp(`^payment ${number}: ¥\\d+\\.\\d\\d on WeChat’s bill, not here$`))
    expect(said.at(-1)).toMatch(/1 differ$/)
  })

  it('names money the shop believes in and WeChat knows nothing of', async () => {
    let number = ''
    const { agreed, said } = await onADay(async () => {
      const { order } = await aSale()
      number = `${order.number}R9`
      const at = shop.clock.now()
      await shop.deps.db.insert(refunds).values({
        id: shop.deps.ids.next(),
        orderId: order.id,
        outRefundNo: number,
        amountFen: fen(77),
        reason: '',
        units: [],
        state: 'succeeded',
        acceptedAt: at,
        createdAt: at,
        updatedAt: at,
      })
    })

    expect({ agreed, first: said[0] }).toEqual({
      agreed: false,
      first: `refund ${number}: ¥0.77 here, not on WeChat’s bill`,
    })
  })

  it('names an amount that differs', async () => {
    let number = ''
    const { said } = await onADay(async () => {
      const { order } = await aSale()
      number = order.number
      await shop.deps.db
        .update(payments)
        .set({ amountFen: fen(1) })
        .where(eq(payments.orderId, order.id))
    })

    expect(said[0]).toMatch(new RegExp(`^payment ${number}: ¥0.01 here, ¥\\d+\\.\\d\\d on WeChat’s bill$`))
  })

  it('is not believed where the file is not the one WeChat vouched for', async () => {
    await shop.faults({ on: 'endpoint', endpoint: 'bill_download', kind: 'bad_signature' })

    await expect(onADay(async () => void (await aSale()))).rejects.toThrow('not the one WeChat vouched for')
  })

  it('waits for ten the next morning, and takes no day that is none', async () => {
    shop.clock.setOffsetMs(++days * 2 * DAY)

    await expect(reconciles(dayOf(shop.clock.now()))).rejects.toThrow('bill_date')
    await expect(reconciles('2026-02-30')).resolves.toMatchObject({
      agreed: false,
      said: [expect.stringContaining('is no day')],
    })
  })
})
