import { type EarlierRefund, paceRefund, REFUND_PACE } from '@domain/after-sale/pace'
import { ORDERED_AT } from '../support/builders'

const MINUTE = 60_000
const NOW = ORDERED_AT + 3_600_000
const refund = (change: Partial<EarlierRefund>): EarlierRefund => ({
  id: 'r1',
  amountFen: 100,
  state: 'succeeded',
  dueAt: null,
  sentAt: null,
  ...change,
})
const pace = (earlier: EarlierRefund[], amountFen = 100, now = NOW) =>
  paceRefund({ paidAt: ORDERED_AT, earlier }, amountFen, now)

describe('the pace of refunds of one order', () => {
  it('lets the first one go at once', () => {
    expect(pace([])).toEqual({ ok: true, value: { way: 'call', dueAt: NOW } })
  })

  it('settles what is worth nothing without a call, however many there were', () => {
    const many = Array.from({ length: 60 }, () => refund({ sentAt: NOW }))
    expect(pace(many, 0)).toEqual({ ok: true, value: { way: 'settle' } })
  })

  it('keeps a minute after the last one, also after one that WeChat closed', () => {
    expect(pace([refund({ sentAt: NOW - 20_000 })])).toMatchObject({
      value: { way: 'call', dueAt: NOW + 40_000 },
    })
    expect(pace([refund({ sentAt: NOW - 20_000, state: 'closed' })])).toMatchObject({
      value: { dueAt: NOW + 40_000 },
    })
    expect(pace([refund({ sentAt: NOW - MINUTE })])).toMatchObject({ value: { dueAt: NOW } })
  })

  it('joins one that still waits to be sent', () => {
    const waiting = refund({ id: 'r2', state: 'requested', dueAt: NOW + 40_000 })
    expect(pace([refund({ sentAt: NOW }), waiting])).toEqual({
      ok: true,
      value: { way: 'join', refundId: 'r2' },
    })
  })

  it('never joins one that was sent, though nobody has answered yet', () => {
    expect(pace([refund({ state: 'requested', dueAt: NOW, sentAt: NOW })])).toMatchObject({
      value: { way: 'call', dueAt: NOW + MINUTE },
    })
  })

  it('ends after fifty, not counting closed ones and those worth nothing', () => {
    const fifty = Array.from({ length: REFUND_PACE.most }, () => refund({ sentAt: ORDERED_AT }))
    const others = [refund({ state: 'closed', sentAt: ORDERED_AT }), refund({ amountFen: 0 })]

    expect(pace([...fifty.slice(1), ...others])).toMatchObject({ value: { way: 'call' } })
    expect(pace([...fifty, ...others])).toEqual({ ok: false, error: { code: 'refund.too_many', most: 50 } })
  })

  it('ends a year after the payment', () => {
    const until = ORDERED_AT + REFUND_PACE.withinMs
    expect(pace([], 100, until)).toMatchObject({ ok: true })
    expect(pace([], 100, until + 1)).toEqual({ ok: false, error: { code: 'refund.too_late', until } })
  })
})
