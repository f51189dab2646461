import { eq } from 'drizzle-orm'
import { pushes } from '../../../server/schema/message'
import { pushSignature } from '../../../server/wechat/push'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { runsJobs, seesOrder, waits } from '../../support/server/shop-builders'
import { aPaidOrder, aSentOrder, shippingOf } from '../shipment/builders'

const shop = openPayShop()
let manager: StaffPerson

const control = async (path: string, body: object) => {
  const answer = await fetch(`${shop.simulatorUrl}/control/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
}
const pushesTo = (change: object = {}) =>
  control('push-target', { target: { url: `${shop.url}/wechat/push`, ...change } })
const kept = (event: string) => shop.deps.db.select().from(pushes).where(eq(pushes.event, event))

/** Gives up waiting for nothing: what the simulator has to push is there when this is done. */
const arrives = async () => {
  await shop.flush()
  await runsJobs(shop)
}

beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
  await pushesTo()
})
afterEach(() => shop.behave())

describe('the door for pushes', () => {
  it('gives back the echo of the console’s own URL check, and nobody else’s', async () => {
    const signature = pushSignature('qundian-simulated-push-token', '1', 'n')
    const check = (query: string) =>
      shop.call('GET', `/wechat/push?timestamp=1&nonce=n&echostr=hello&${query}`)

    expect(await check(`signature=${signature}`)).toMatchObject({ status: 200, body: 'hello' })
    expect(await check('signature=forged')).toMatchObject({
      status: 401,
      body: { code: 'notification.rejected' },
    })
  })

  it('takes a push once, however often it comes, and answers success', async () => {
    const person = await aPerson(shop)
    await shop.faults({ on: 'notification', event: 'PUSH', kind: 'duplicate', copies: 2 })

    await shop.app('contact', { user: person.user, sessionFrom: 'order:1' })
    await arrives()

    const rows = await kept('user_enter_tempsession')
    expect(rows).toMatchObject([{ payload: { SessionFrom: 'order:1' }, handledAt: shop.clock.now() }])
  })

  it('refuses what is signed by somebody else', async () => {
    const person = await aPerson(shop)
    await shop.faults({ on: 'notification', event: 'PUSH', kind: 'forge' })

    await control('push', { user: person.user, fields: { MsgType: 'event', Event: 'forged' } })
    await arrives()

    expect(await kept('forged')).toEqual([])
  })

  it('reads XML as well', async () => {
    await pushesTo({ format: 'xml' })
    const person = await aPerson(shop)

    await control('push', { user: person.user, fields: { MsgType: 'text', MsgId: '22', Content: '在吗' } })
    await arrives()
    await pushesTo()

    expect(await kept('text')).toMatchObject([{ key: 'message:22', payload: { Content: '在吗' } }])
  })
})

describe('WeChat tells by a push', () => {
  it('that receipt is confirmed: the order is received, once', async () => {
    const { person, orderId } = await aSentOrder(shop, manager)
    const { number } = await seesOrder(shop, person, orderId)
    await arrives()
    expect((await seesOrder(shop, person, orderId)).state).toBe('shipped')
    waits(shop, 60_000)
    await shop.faults({ on: 'notification', event: 'PUSH', kind: 'duplicate' })

    await shop.app('confirm-receipt', {
      user: person.user,
      extraData: { merchant_id: '1900000109', merchant_trade_no: number },
    })
    await arrives()

    const order = await seesOrder(shop, person, orderId)
    expect(order.state).toBe('received')
    expect(order.timeline.filter(({ event }: { event: string }) => event === 'receive')).toHaveLength(1)
  })

  it('that goods are late: the manager sees it on the order', async () => {
    const { person, orderId } = await aPaidOrder(shop)
    const [payment] = (
      await shop.deps.db.$client.query('select transaction_id from payments where order_id = $1', [orderId])
    ).rows

    const fields = { MsgType: 'event', Event: 'trade_manage_remind_shipping', ...payment }
    await control('push', { user: person.user, fields })
    await arrives()

    expect((await shippingOf(shop, manager, orderId)).remindedAt).toBe(shop.clock.now())
  })
})
