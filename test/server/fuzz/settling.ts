import { DAY_MS, MINUTE_MS } from '../../../domain/shop-time'
import { paysInWeChat, waits } from '../../support/server/shop-builders'
import type { ModelOrder } from './model'
import type { Player, Table } from './table'

/** What becomes of orders: paid, cancelled, paid too late, given back piece by piece, run out of time. */
export function settling({ shop, chance, model, world, players, requestId }: Table) {
  const playerOf = (order: ModelOrder): Player => players.find(({ memberId }) => memberId === order.memberId)!

  async function pay(order: ModelOrder): Promise<void> {
    await settleLate()
    const player = playerOf(order)
    const { status, body } = await world.ask('POST', `/orders/${order.id}/pay`, player.token)
    expect(status).toBe(200)
    await paysInWeChat(shop, player, body)
    if (chance.percent(30)) await world.ask('POST', `/orders/${order.id}/settle`, player.token)
    await world.works()
    model.pay(order)
  }

  async function cancel(order: ModelOrder): Promise<void> {
    const answer = await world.ask('POST', `/orders/${order.id}/cancel`, playerOf(order).token)
    expect([answer.status, answer.body.state]).toEqual([200, 'closed'])
    model.close(order)
  }

  /** The member has paid, but WeChat knows nothing of it when the shop closes; the money's notification comes later. */
  async function payLate(order: ModelOrder): Promise<void> {
    await settleLate()
    const player = playerOf(order)
    const { body } = await world.ask('POST', `/orders/${order.id}/pay`, player.token, undefined, 0)
    await shop.faults(
      { on: 'notification', event: 'TRANSACTION', outTradeNo: order.number, kind: 'delay', ms: 300 * DAY_MS },
      { on: 'endpoint', endpoint: 'close', kind: 'http_error', status: 404, code: 'ORDER_NOT_EXIST' },
    )
    await paysInWeChat(shop, player, body)
    const answer = await world.ask('POST', `/orders/${order.id}/cancel`, player.token, undefined, 0)
    expect([answer.status, answer.body.state]).toEqual([200, 'closed'])
    await shop.behave()
    model.close(order)
    order.isLate = true
  }

  async function settleLate(): Promise<void> {
    const late = [...model.orders.values()].find(({ isLate }) => isLate)
    if (!late) return
    await shop.flush()
    model.payLate(late)
    if (late.state === 'refunded') {
      await world.works()
      late.refunded = late.bill.payable
    }
  }

  async function refund(order: ModelOrder): Promise<void> {
    await settleLate()
    const player = playerOf(order)
    const left = order.pieces.flatMap(({ skuId, quantity }) => {
      const rest = quantity - (order.back[skuId] ?? 0)
      return rest > 0 ? [{ skuId, rest }] : []
    })
    const wanted = Object.fromEntries(
      chance
        .some(left, chance.between(1, left.length))
        .map(({ skuId, rest }) => [skuId, chance.between(1, rest)]),
    )
    const { body: seen } = await world.ask('GET', `/orders/${order.id}`, player.token, undefined, 0)
    const lines = Object.entries(wanted).map(([skuId, quantity]) => ({
      lineId: seen.lines.find((line: { skuId: string }) => line.skuId === skuId).id,
      quantity,
    }))
    const due = model.refund(order, wanted)
    const asked = { requestId: requestId(), kind: 'refund', reason: 'changed_mind', expectedFen: due, lines }
    const answer = await world.ask('POST', `/orders/${order.id}/after-sales`, player.token, asked)
    expect([answer.status, answer.body.code ?? null]).toEqual([200, null])
    await pass(MINUTE_MS + 1000)
    if (order.state === 'refunded') model.giveBack(order)
  }

  /** Time passes; what falls due is done. */
  async function pass(ms: number): Promise<void> {
    await settleLate()
    waits(shop, ms)
    model.now = shop.clock.now()
    await world.works()
    for (const order of model.orders.values()) {
      if (order.state === 'unpaid' && order.expiresAt <= model.now) model.close(order)
    }
  }

  /** No process starts in the millisecond in which another ended, so the clock that stands still must tick. */
  async function restart(): Promise<void> {
    await world.restarts()
    waits(shop, 1)
    model.now = shop.clock.now()
  }

  return { pay, cancel, payLate, settleLate, refund, pass, restart }
}
