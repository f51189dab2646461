import { fen } from '@domain/money'
import { type Movement, reconcile } from '@domain/order/reconcile'

const paid = (number: string, amount: number): Movement => ({
  kind: 'payment',
  number,
  amountFen: fen(amount),
})
const back = (number: string, amount: number): Movement => ({
  kind: 'refund',
  number,
  amountFen: fen(amount),
})

describe('the shop’s money held against WeChat’s', () => {
  it('agrees where both name the same numbers with the same amounts', () => {
    const both = [paid('A', 300), back('A', 100), paid('B', 50)]

    expect(reconcile(both, [...both].reverse())).toEqual({
      payments: 2,
      refunds: 1,
      netFen: 250,
      differences: [],
    })
  })

  it('names what only one side knows, and amounts that differ', () => {
    expect(reconcile([paid('A', 300), paid('B', 50)], [paid('B', 51), back('C', 1)]).differences).toEqual([
      { why: 'ours_only', kind: 'payment', number: 'A', ours: 300 },
      { why: 'amount_differs', kind: 'payment', number: 'B', ours: 50, theirs: 51 },
      { why: 'theirs_only', kind: 'refund', number: 'C', theirs: 1 },
    ])
  })

  it('counts a number that stands twice on one side by its sum', () => {
    expect(reconcile([paid('A', 300)], [paid('A', 300), paid('A', 300)]).differences).toMatchObject([
      { why: 'amount_differs', ours: 300, theirs: 600 },
    ])
  })
})
