import type { ShippingInfo } from '../../server/wechat/order-shipping'
import { aPaidOrder } from './purchase'
import { type Running, startSimulator } from './running-simulator'

const DAY = 86_400_000
let wechat: Running

beforeAll(async () => {
  wechat = await startSimulator()
})
afterEach(async () => {
  await fetch(`${wechat.baseUrl}/control/faults`, { method: 'DELETE' })
  wechat.pass(1_000)
})
afterAll(() => wechat.stop())

const parcel = (trackingNumber: string, companyCode = 'ZTO') => ({
  trackingNumber,
  companyCode,
  description: '赣南脐橙 5斤×1',
  receiverPhone: null,
})

/** A paid order and what the shop would tell of its one parcel. */
async function aShipment(more: Partial<ShippingInfo> = {}) {
  const pay = wechat.weChatPay()
  const order = await aPaidOrder(wechat, pay)
  const transaction = await pay.queryByOutTradeNo(order.outTradeNo)
  const transactionId = transaction?.transactionId ?? ''
  const info: ShippingInfo = {
    transactionId,
    openid: order.openid,
    parcels: [parcel('75300000001')],
    isSplit: false,
    isAllSent: true,
    at: wechat.now(),
    ...more,
  }
  return { order, transactionId, info, mini: wechat.miniProgram() }
}

const later = (info: ShippingInfo, change: Partial<ShippingInfo> = {}): ShippingInfo => {
  wechat.pass(1_000)
  return { ...info, at: wechat.now(), ...change }
}
const errcode = (code: number) => expect.objectContaining({ errcode: code })

describe('the shipping information of an order', () => {
  it('makes a paid order shipped, and nothing before', async () => {
    const { mini, info, transactionId } = await aShipment()

    expect(await mini.getShippingState(transactionId)).toMatchObject({ state: 1, isAllSent: false })
    await mini.uploadShipping(info)

    expect(await mini.getShippingState(transactionId)).toMatchObject({ state: 2, isAllSent: true })
  })

  it('of a payment WeChat does not know is refused, and asking for it answers nothing', async () => {
    const { mini, info } = await aShipment({ transactionId: '4200000000000000000000000000' })

    await expect(mini.uploadShipping(info)).rejects.toEqual(errcode(10060001))
    expect(await mini.getShippingState(info.transactionId)).toBeNull()
  })

  it('is the same twice where nothing changed', async () => {
    const { mini, info } = await aShipment()
    await mini.uploadShipping(info)

    await expect(mini.uploadShipping(later(info))).rejects.toEqual(errcode(10060023))
  })

  it('can be corrected once after everything was sent', async () => {
    const { mini, info } = await aShipment()
    await mini.uploadShipping(info)

    await mini.uploadShipping(later(info, { parcels: [parcel('75300000002')] }))

    const third = later(info, { parcels: [parcel('75300000003')] })
    await expect(mini.uploadShipping(third)).rejects.toEqual(errcode(10060003))
  })

  it('of a split order is complete with its last parcel', async () => {
    const { mini, info, transactionId } = await aShipment({ isSplit: true, isAllSent: false })
    await mini.uploadShipping(info)
    expect(await mini.getShippingState(transactionId)).toMatchObject({ state: 1, isAllSent: false })

    const both = [parcel('75300000001'), parcel('75300000009')]
    await mini.uploadShipping(later(info, { parcels: both, isAllSent: true }))

    expect(await mini.getShippingState(transactionId)).toMatchObject({ state: 2, isAllSent: true })
  })

  it('must be newer than what WeChat has', async () => {
    const { mini, info } = await aShipment({ isSplit: true, isAllSent: false })
    await mini.uploadShipping(info)

    const older = { ...info, at: info.at - 1, isAllSent: true }
    await expect(mini.uploadShipping(older)).rejects.toEqual(errcode(268485216))
  })

  it.each<[string, Partial<ShippingInfo>, number]>([
    ['somebody else’s payment', { openid: 'oSomebodyElse000000000000000' }, 10060031],
    ['one parcel said to be two', { parcels: [parcel('1'), parcel('2')] }, 268485228],
    ['no parcel', { parcels: [], isSplit: true }, 10060024],
    ['SF Express without a phone', { parcels: [parcel('SF100', 'SF')] }, 10060014],
    [
      'a description that is too long',
      { parcels: [{ ...parcel('1'), description: '橙'.repeat(121) }] },
      10060009,
    ],
  ])('with %s is refused', async (_what, change, code) => {
    const { mini, info } = await aShipment(change)

    await expect(mini.uploadShipping(info)).rejects.toEqual(errcode(code))
  })
})

describe('receipt', () => {
  const confirm = (user: string, transactionId: string, outcome?: string) =>
    wechat.post('/client/confirm-receipt', {
      user,
      extraData: { transaction_id: transactionId },
      ...(outcome && { outcome }),
    })

  it('is confirmed by the customer in WeChat’s component', async () => {
    const { mini, info, transactionId } = await aShipment()
    await mini.uploadShipping(info)

    const { json } = await confirm('lin', transactionId)

    expect(json.referrerInfo).toMatchObject({ appId: 'wx1183b055aeec94d1', extraData: { status: 'success' } })
    expect(await mini.getShippingState(transactionId)).toMatchObject({ state: 3 })
  })

  it('is not confirmed by leaving, by another customer, or before shipment', async () => {
    const { mini, info, transactionId } = await aShipment()
    const early = await confirm('lin', transactionId)
    await mini.uploadShipping(info)

    const left = await confirm('lin', transactionId, 'cancel')
    const stranger = await confirm('wang', transactionId)

    const statuses = [early, left, stranger].map(({ json }) => json.referrerInfo.extraData.status)
    expect(statuses).toEqual(['fail', 'cancel', 'fail'])
    expect(await mini.getShippingState(transactionId)).toMatchObject({ state: 2 })
  })

  it('is confirmed by rule ten days after the last parcel', async () => {
    const { mini, info, transactionId } = await aShipment()
    await mini.uploadShipping(info)

    wechat.pass(10 * DAY - 1)
    expect(await mini.getShippingState(transactionId)).toMatchObject({ state: 2 })
    wechat.pass(1)

    expect(await mini.getShippingState(transactionId)).toMatchObject({ state: 3 })
  })
})
