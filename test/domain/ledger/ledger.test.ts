import { type AuditedOrder, audit } from '@domain/ledger/audit'
import { bookCorrected, bookEarned, bookMatured, bookReversed } from '@domain/ledger/book'
import type { LedgerEntry, LedgerError, LedgerOrder } from '@domain/ledger/entry'
import { fen, sumFen } from '@domain/money'
import type { Result } from '@domain/result'

const ORDER: LedgerOrder = {
  orderId: 'o1',
  staffId: 'li',
  lines: [
    { lineId: 'egg', unitPaid: [fen(299), fen(300), fen(300)], commissionBps: 500 },
    { lineId: 'tea', unitPaid: [fen(5000)], commissionBps: null },
  ],
}
const EARNED = bookEarned(ORDER, 100)
const UNIT = { lineId: 'egg', unit: 0 }

const booked = (result: Result<LedgerEntry[], LedgerError>): LedgerEntry[] => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const refund = (entries: LedgerEntry[], refundId: string, units = [UNIT]) =>
  bookReversed(ORDER, entries, { refundId, units }, 200)
const correct = (entries: LedgerEntry[], toStaffId: string | null, correctionId = 'c1') =>
  booked(bookCorrected(ORDER, entries, { correctionId, toStaffId }, 300))
const sums = (entries: readonly LedgerEntry[]) => {
  const accounts: Record<string, number> = {}
  for (const { account, amount } of entries) accounts[account] = (accounts[account] ?? 0) + amount
  return accounts
}

describe('payment', () => {
  it('earns each line what was actually paid for it, with the commission frozen', () => {
    expect(EARNED).toMatchObject([
      { kind: 'earned', account: 'li', lineId: 'egg', amount: 899, commissionBps: 500, commission: 44 },
      { kind: 'earned', account: 'li', lineId: 'tea', amount: 5000, commissionBps: null, commission: 0 },
    ])
  })

  it('books to the account none where nobody earned, without commission', () => {
    expect(bookEarned({ ...ORDER, staffId: null }, 100)[0]).toMatchObject({
      account: 'none',
      amount: 899,
      commissionBps: null,
      commission: 0,
    })
  })

  it('gives the same keys when it is told twice', () => {
    expect(bookEarned(ORDER, 999).map((entry) => entry.key)).toEqual(EARNED.map((entry) => entry.key))
  })
})

describe('a refund', () => {
  it('takes back exactly what the unit earned', () => {
    expect(booked(refund(EARNED, 'r1'))).toMatchObject([
      { kind: 'reversed', unit: 0, account: 'li', amount: -299, commission: -14, causeId: 'r1' },
    ])
  })

  it('of all units one by one takes back every fen, commission included', () => {
    const all = [0, 1, 2].map((unit) => ({ lineId: 'egg', unit })).concat([{ lineId: 'tea', unit: 0 }])
    const entries = [...EARNED, ...booked(refund(EARNED, 'r1', all))]

    expect(sumFen(entries.map((entry) => entry.amount))).toBe(0)
    expect(sumFen(entries.map((entry) => entry.commission))).toBe(0)
  })

  it('books once when it is notified twice, and refuses a second refund of the same unit', () => {
    const entries = [...EARNED, ...booked(refund(EARNED, 'r1'))]

    expect(refund(entries, 'r1')).toEqual({ ok: true, value: [] })
    expect(refund(entries, 'r2')).toMatchObject({ error: { code: 'ledger.already_reversed', unit: 0 } })
  })

  it('refuses a unit that was never sold, or never earned', () => {
    expect(refund(EARNED, 'r1', [{ lineId: 'egg', unit: 3 }])).toMatchObject({
      error: { code: 'ledger.unknown_unit' },
    })
    expect(refund([], 'r1')).toMatchObject({ error: { code: 'ledger.not_earned' } })
  })

  it('takes from whoever holds the credit then, not from who earned it first', () => {
    const entries = [...EARNED, ...correct(EARNED, 'chen')]

    expect(booked(refund(entries, 'r1'))).toMatchObject([{ account: 'chen', amount: -299 }])
  })
})

describe('a correction', () => {
  it('moves what is left in pairs that sum to nothing', () => {
    const entries = [...EARNED, ...booked(refund(EARNED, 'r1'))]
    const pairs = correct(entries, 'chen')

    expect(pairs.map(({ account, amount }) => [account, amount])).toEqual([
      ['li', -600],
      ['chen', 600],
      ['li', -5000],
      ['chen', 5000],
    ])
    expect(sums([...entries, ...pairs])).toEqual({ li: 0, chen: 5600 })
  })

  it('gives the new holder their own rate, and takes that back on a refund', () => {
    const correction = { correctionId: 'c1', toStaffId: 'chen', commissionBps: { egg: 1000 } }
    const pairs = booked(bookCorrected(ORDER, EARNED, correction, 300))
    const reversed = booked(refund([...EARNED, ...pairs], 'r1'))

    expect(pairs.map((entry) => entry.commission)).toEqual([-44, 89, 0, 0])
    expect(reversed).toMatchObject([{ commissionBps: 1000, commission: -29 }])
  })

  it('can take credit from none and give it to none', () => {
    const nobodys = { ...ORDER, staffId: null }
    const earned = bookEarned(nobodys, 100)
    const given = booked(bookCorrected(nobodys, earned, { correctionId: 'c1', toStaffId: 'chen' }, 300))
    const taken = booked(
      bookCorrected(nobodys, [...earned, ...given], { correctionId: 'c2', toStaffId: null }, 400),
    )

    expect(sums([...earned, ...given])).toEqual({ none: 0, chen: 5899 })
    expect(sums([...earned, ...given, ...taken])).toEqual({ none: 5899, chen: 0 })
  })

  it('refuses to move to who holds it already', () => {
    expect(bookCorrected(ORDER, EARNED, { correctionId: 'c1', toStaffId: 'li' }, 300)).toMatchObject({
      error: { code: 'ledger.nothing_to_move' },
    })
  })
})

describe('maturing', () => {
  it('marks with amount 0 what is now final, once, and nothing where all was refunded', () => {
    const tea = [{ lineId: 'tea', unit: 0 }]
    const entries = [...EARNED, ...booked(refund(EARNED, 'r1', tea))]
    const matured = bookMatured(ORDER, entries, 500)

    expect(matured).toMatchObject([
      { kind: 'matured', lineId: 'egg', account: 'li', amount: 0, commission: 0 },
    ])
    expect(bookMatured(ORDER, [...entries, ...matured], 600)).toEqual([])
  })

  it('does not keep a later refund from taking credit back', () => {
    const entries = [...EARNED, ...bookMatured(ORDER, EARNED, 500)]
    expect(booked(refund(entries, 'r1'))).toMatchObject([{ amount: -299 }])
  })
})

describe('the audit', () => {
  const reversed = booked(refund(EARNED, 'r1'))
  const GOOD = [...EARNED, ...reversed, ...correct([...EARNED, ...reversed], 'chen')]
  const orders = [{ ...ORDER, isPaid: true, refundedUnits: [UNIT] }]
  const fault = (entries: readonly LedgerEntry[], told: readonly AuditedOrder[] = orders) => {
    const result = audit(entries, told)
    return result.ok ? null : [result.error.rule, result.error.index, result.error.key]
  }
  const changed = (index: number, change: Partial<LedgerEntry>) =>
    GOOD.map((entry, i) => (i === index ? { ...entry, ...change } : entry))

  it('passes a ledger that is in order, and sums the accounts', () => {
    expect(audit(GOOD, orders)).toEqual({
      ok: true,
      value: { entries: 7, orders: 1, total: 5600, byAccount: { li: 0, chen: 5600 } },
    })
  })

  it.each<[string, readonly LedgerEntry[], unknown[]]>([
    ['an amount that was changed', changed(1, { amount: fen(5001) }), ['wrong_values', 1, 'earned:o1:tea']],
    ['credit moved by an edit', changed(0, { account: 'chen' }), ['wrong_values', 0, 'earned:o1:egg']],
    ['a reversal of too much', changed(2, { amount: fen(-300) }), ['wrong_values', 2, 'reversed:o1:egg:0']],
    [
      'a reversal from the wrong account',
      changed(2, { account: 'wu' }),
      ['wrong_values', 2, 'reversed:o1:egg:0'],
    ],
    [
      'a pair that gives more than it took',
      changed(4, { amount: fen(601) }),
      ['wrong_values', 4, 'corrected:c1:egg:in'],
    ],
    [
      'a commission that was changed',
      changed(0, { commission: fen(45) }),
      ['wrong_values', 0, 'earned:o1:egg'],
    ],
    ['a row booked twice', [...GOOD, GOOD[0]!], ['key_repeated', 7, 'earned:o1:egg']],
    [
      'a payment booked twice under another key',
      [...GOOD, { ...GOOD[0]!, key: 'x' }],
      ['not_expected', 7, 'x'],
    ],
    ['a half of a pair', GOOD.slice(0, -1), ['pair_broken', 5, 'corrected:c1:tea:out']],
    ['the other half of a pair', GOOD.filter((_, i) => i !== 3), ['not_expected', 3, 'corrected:c1:egg:in']],
    ['a missing payment', GOOD.slice(1), ['not_expected', 1, 'reversed:o1:egg:0']],
    ['a missing payment of a line', EARNED.slice(1), ['earned_missing', null, 'earned:o1:egg']],
    ['a refund that was not booked', EARNED, ['reversal_missing', null, 'reversed:o1:egg:0']],
    ['an order nobody knows', changed(0, { orderId: 'o9' }), ['unknown_order', 0, 'earned:o1:egg']],
    ['a line nobody knows', changed(0, { lineId: 'x' }), ['unknown_line', 0, 'earned:o1:egg']],
  ])('names the first wrong row for %s', (_, entries, expected) => {
    expect(fault(entries)).toEqual(expected)
  })

  it('names credit given to somebody the manager did not name, where it knows whom he named', () => {
    const told = (toStaffId: string) => [{ ...orders[0]!, corrections: [{ correctionId: 'c1', toStaffId }] }]
    expect(fault(GOOD, told('chen'))).toBeNull()
    expect(fault(GOOD, told('wu'))).toEqual(['wrong_values', 4, 'corrected:c1:egg:in'])
    expect(fault(GOOD, [{ ...orders[0]!, corrections: [] }])).toEqual([
      'not_expected',
      3,
      'corrected:c1:egg:out',
    ])
  })

  it('names a reversal without a refund, and a payment of an unpaid order', () => {
    expect(fault(GOOD, [{ ...orders[0]!, refundedUnits: [] }])).toEqual([
      'not_expected',
      2,
      'reversed:o1:egg:0',
    ])
    expect(fault(EARNED, [{ ...orders[0]!, isPaid: false }])).toEqual(['not_expected', 0, 'earned:o1:egg'])
  })
})
