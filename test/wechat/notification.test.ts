import type { NotificationFault } from '../../simulator/control/fault-types'
import { aPaidOrder } from './purchase'
import { type Running, startSimulator } from './running-simulator'

let wechat: Running
beforeEach(async () => {
  wechat = await startSimulator()
})
afterEach(() => wechat.stop())

/** One purchase under the faults, and what the shop heard of it. */
async function heardUnder(...faults: Omit<NotificationFault, 'on'>[]): Promise<readonly string[]> {
  await wechat.misbehave(...faults.map((fault) => ({ on: 'notification' as const, ...fault })))
  await aPaidOrder(wechat, wechat.weChatPay())
  await wechat.flush()
  return wechat.shop.heard
}

describe('a payment notification', () => {
  it.each<[what: string, fault: Omit<NotificationFault, 'on'>, heard: string[]]>([
    ['duplicated comes again, signed anew', { kind: 'duplicate', copies: 2 }, ['paid', 'paid', 'paid']],
    ['replayed at once comes again', { kind: 'replay' }, ['paid', 'paid']],
    ['dropped never comes', { kind: 'drop' }, []],
    ['forged is refused, the true one follows', { kind: 'forge' }, ['signature.bad', 'paid']],
    ['probed is refused, the true one follows', { kind: 'signtest' }, ['signature.probe', 'paid']],
    ['of another merchant is refused', { kind: 'foreign', only: true }, ['notification.foreign']],
    ['with a wrong amount is genuine, and the shop must compare', { kind: 'wrong_amount' }, ['paid', 'paid']],
  ])('%s', async (_, fault, expected) => {
    expect(await heardUnder(fault)).toEqual(expected)
  })

  it('with a wrong amount differs from the query, the true one does not', async () => {
    await heardUnder({ kind: 'wrong_amount', byFen: -3989 })

    const amounts = wechat.shop.events.map((event) => event.kind === 'paid' && event.transaction.totalFen)

    expect(amounts).toEqual([1, 3990])
  })

  it('replayed six minutes later is too old to be believed', async () => {
    await heardUnder({ kind: 'replay', ms: 6 * 60_000 })

    wechat.pass(6 * 60_000 + 1)
    await wechat.flush()

    expect(wechat.shop.heard).toEqual(['paid', 'signature.stale'])
  })

  it('held back comes after the one that was sent later', async () => {
    const pay = wechat.weChatPay()
    await wechat.misbehave({ on: 'notification', kind: 'reorder' })

    const first = await aPaidOrder(wechat, pay)
    const second = await aPaidOrder(wechat, pay)
    await until(() => wechat.shop.events.length === 2)

    const order = wechat.shop.events.map((event) => event.kind === 'paid' && event.transaction.outTradeNo)
    expect(order).toEqual([second.outTradeNo, first.outTradeNo])
  })

  it('the shop fails to take is sent again and again, by the schedule', async () => {
    wechat.shop.answerNext(500, 2)
    await wechat.post('/control/retries', { retryMs: [20, 20] })

    await aPaidOrder(wechat, wechat.weChatPay())
    await until(() => wechat.shop.heard.length === 1)
    wechat.pass(20)
    await wechat.flush()
    wechat.pass(20)
    await wechat.flush()

    expect(wechat.shop.heard).toEqual(['paid', 'paid', 'paid'])
    expect((await wechat.get('/control/pending')).json.notifications).toEqual([])
  })

  it('nobody ever takes is given up after fifteen more tries', async () => {
    wechat.shop.answerNext(500, 100)
    await aPaidOrder(wechat, wechat.weChatPay())

    for (let i = 0; i < 20; i++) await wechat.flush()

    expect(wechat.shop.heard).toHaveLength(16)
  })

  it('comes by itself, without anybody pushing', async () => {
    await aPaidOrder(wechat, wechat.weChatPay())

    await until(() => wechat.shop.heard.length === 1)

    expect(wechat.shop.heard).toEqual(['paid'])
  })

  it('can be verified by the platform certificate once that is fetched', async () => {
    await wechat.post('/control/signing', { mode: 'certificate' })
    const pay = wechat.weChatPay({ verifiers: {} })

    const serials = await pay.fetchCertificates()
    wechat.shop.readWith((headers, body) => pay.readNotification(headers, body))
    await aPaidOrder(wechat, pay)
    await wechat.flush()

    const { json: kit } = await wechat.get('/control/merchant-kit')
    expect(serials).toEqual([kit.platformSerial])
    expect(wechat.shop.heard).toEqual(['paid'])
  })

  it('is verified by either key while the merchant switches from one to the other', async () => {
    const { json: kit } = await wechat.get('/control/merchant-kit')
    const verifiers = { [kit.platformSerial]: kit.platformCertificate, [kit.publicKeyId]: kit.publicKey }
    const pay = wechat.weChatPay({ verifiers })
    wechat.shop.readWith((headers, body) => pay.readNotification(headers, body))

    for (const mode of ['certificate', 'public_key']) {
      await wechat.post('/control/signing', { mode })
      await aPaidOrder(wechat, pay)
      await wechat.flush()
    }

    expect(wechat.shop.heard).toEqual(['paid', 'paid'])
  })

  it('is told in the log, with what the shop answered', async () => {
    await heardUnder({ kind: 'forge' })

    const { entries } = (await wechat.get('/control/log')).json
    const told = entries.filter((entry: { kind: string }) => entry.kind === 'notification')

    expect(told).toMatchObject([
      { flavour: 'forge', answer: 401 },
      { flavour: 'true', answer: 204, event: 'TRANSACTION.SUCCESS' },
    ])
  })
})

/** Waits for what happens on its own over real HTTP; fails after 5 s. */
async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5_000
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it never happened')
    await new Promise((done) => setTimeout(done, 5))
  }
}
