import { type AuditedOrder, audit } from '@domain/ledger/audit'
import { bookCorrected, bookEarned, bookMatured, bookReversed } from '@domain/ledger/book'
import type { LedgerEntry, UnitRef } from '@domain/ledger/entry'
import { type Fen, fen, sumFen } from '@domain/money'
import * as fc from 'fast-check'

const line = fc.record({
  unitPaid: fc.array(fc.nat(9000).map(fen), { minLength: 1, maxLength: 5 }),
  commissionBps: fc.option(fc.nat(3000)),
})
const newOrder = fc.record({
  staffId: fc.option(fc.constantFrom('li', 'wang')),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
})
const staffOrNobody = fc.option(fc.constantFrom('li', 'wang', 'chen'))

/** What may happen in a shop, with dice to choose where. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), order: newOrder }),
  fc.record({
    kind: fc.constant('refund' as const),
    at: fc.nat(),
    units: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('correct' as const),
    at: fc.nat(),
    to: staffOrNobody,
    rate: fc.option(fc.nat(3000)),
  }),
  fc.record({ kind: fc.constant('mature' as const), at: fc.nat() }),
)

interface Shop {
  readonly entries: LedgerEntry[]
  readonly orders: (AuditedOrder & {
    refundedUnits: UnitRef[]
    corrections: { correctionId: string; toStaffId: string | null }[]
  })[]
}

/** Plays a history through the rules, as the server would book it. */
function play(events: readonly (typeof event extends fc.Arbitrary<infer E> ? E : never)[]): Shop {
  const shop: Shop = { entries: [], orders: [] }
  for (const [now, happening] of events.entries()) {
    if (happening.kind === 'pay') {
      const order = {
        orderId: `o${now}`,
        staffId: happening.order.staffId,
        lines: happening.order.lines.map((l, i) => ({ ...l, lineId: `l${i}` })),
        isPaid: true,
        refundedUnits: [],
        corrections: [],
      }
      shop.orders.push(order)
      shop.entries.push(...bookEarned(order, now))
      continue
    }
    const order = shop.orders[happening.at % Math.max(shop.orders.length, 1)]
    if (!order) continue
    if (happening.kind === 'mature') shop.entries.push(...bookMatured(order, shop.entries, now))
    if (happening.kind === 'correct') {
      const commissionBps = { l0: happening.rate }
      const correction = { correctionId: `c${now}`, toStaffId: happening.to, commissionBps }
      const result = bookCorrected(order, shop.entries, correction, now)
      if (result.ok) {
        order.corrections.push(correction)
        shop.entries.push(...result.value)
      }
    }
    if (happening.kind === 'refund') {
      const all = order.lines.flatMap((l) => l.unitPaid.map((_, unit) => ({ lineId: l.lineId, unit })))
      const isGone = (u: UnitRef) =>
        order.refundedUnits.some((r) => r.lineId === u.lineId && r.unit === u.unit)
      const units = [...new Set(happening.units.map((dice) => all[dice % all.length]!))].filter(
        (u) => !isGone(u),
      )
      const result = bookReversed(order, shop.entries, { refundId: `r${now}`, units }, now)
      if (!result.ok) throw new Error('a unit not refunded yet can be refunded')
      order.refundedUnits.push(...units)
      shop.entries.push(...result.value)
    }
  }
  return shop
}

const histories = fc.array(event, { maxLength: 25 })
const always = (claim: (shop: Shop) => void) =>
  fc.assert(
    fc.property(histories, (events) => claim(play(events))),
    { numRuns: 300 },
  )

const left = (order: Shop['orders'][number]): Fen =>
  fen(
    sumFen(order.lines.flatMap((l) => l.unitPaid)) -
      sumFen(
        order.refundedUnits.map((u) => order.lines.find((l) => l.lineId === u.lineId)!.unitPaid[u.unit]!),
      ),
  )

describe('the ledger after any history', () => {
  it('has entries of each order that sum to merchandise paid less refunded', () => {
    always(({ entries, orders }) => {
      for (const order of orders) {
        const own = entries.filter((entry) => entry.orderId === order.orderId)
        expect(sumFen(own.map((entry) => entry.amount))).toBe(left(order))
      }
    })
  })

  it('has accounts, none included, that sum to what the orders are worth', () => {
    always(({ entries, orders }) => {
      const result = audit(entries, orders)
      if (!result.ok) throw new Error(JSON.stringify(result.error))
      expect(sumFen(Object.values(result.value.byAccount))).toBe(sumFen(orders.map(left)))
      expect(Object.values(result.value.byAccount).every((sum) => sum >= 0)).toBe(true)
    })
  })

  it('gives nobody commission for what was refunded, and the account none never any', () => {
    always(({ entries, orders }) => {
      for (const order of orders.filter((o) => left(o) === 0)) {
        const own = entries.filter((entry) => entry.orderId === order.orderId && entry.kind !== 'matured')
        const refunded = order.lines.every(
          (l) => order.refundedUnits.filter((u) => u.lineId === l.lineId).length === l.unitPaid.length,
        )
        if (refunded) expect(sumFen(own.map((entry) => entry.commission))).toBe(0)
      }
      expect(entries.every((entry) => entry.account !== 'none' || entry.commission === 0)).toBe(true)
    })
  })

  it('has no key twice', () => {
    always(({ entries }) => expect(new Set(entries.map((entry) => entry.key)).size).toBe(entries.length))
  })

  it('fails its audit when any one amount, account or row is tampered with', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.constantFrom('amount', 'account', 'drop'), (events, dice, how) => {
        const { entries, orders } = play(events)
        fc.pre(entries.length > 0)
        const at = dice % entries.length
        const row = entries[at]!
        // A lost `matured` can't be told from one not due yet: that needs the clock of the job that books it.
        fc.pre(!(how === 'drop' && row.kind === 'matured'))
        const change = how === 'amount' ? { amount: fen(row.amount + 1) } : { account: 'mallory' }
        const tampered =
          how === 'drop'
            ? entries.filter((_, i) => i !== at)
            : entries.map((e, i) => (i === at ? { ...e, ...change } : e))
        expect(audit(tampered, orders).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
