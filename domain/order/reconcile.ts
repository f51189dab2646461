import { type Fen, sumFen } from '../money'

/** One movement of money, known to both sides by its number: an order's, or a refund's. */
export interface Movement {
  readonly kind: 'payment' | 'refund'
  readonly number: string
  readonly amountFen: Fen
}

export type Difference =
  | {
      readonly why: 'ours_only'
      readonly kind: Movement['kind']
      readonly number: string
      readonly ours: Fen
    }
  | {
      readonly why: 'theirs_only'
      readonly kind: Movement['kind']
      readonly number: string
      readonly theirs: Fen
    }
  | {
      readonly why: 'amount_differs'
      readonly kind: Movement['kind']
      readonly number: string
      readonly ours: Fen
      readonly theirs: Fen
    }

export interface Reconciliation {
  readonly payments: number
  readonly refunds: number
  /** What WeChat says came in, less what went back. */
  readonly netFen: number
  readonly differences: readonly Difference[]
}

const keyOf = ({ kind, number }: Movement): string => `${kind} ${number}`

/** Holds the shop's movements of money against WeChat's; a number that stands twice on one side counts by its sum. */
export function reconcile(ours: readonly Movement[], theirs: readonly Movement[]): Reconciliation {
  const [own, bill] = [merged(ours), merged(theirs)]
  const differences: Difference[] = []
  for (const [key, { kind, number, amountFen }] of own) {
    const there = bill.get(key)
    if (!there) differences.push({ why: 'ours_only', kind, number, ours: amountFen })
    else if (there.amountFen !== amountFen) {
      differences.push({ why: 'amount_differs', kind, number, ours: amountFen, theirs: there.amountFen })
    }
  }
  for (const [key, { kind, number, amountFen }] of bill) {
    if (!own.has(key)) differences.push({ why: 'theirs_only', kind, number, theirs: amountFen })
  }
  const of = (kind: Movement['kind']) => [...bill.values()].filter((movement) => movement.kind === kind)
  const sum = (kind: Movement['kind']) => sumFen(of(kind).map(({ amountFen }) => amountFen))
  return {
    payments: of('payment').length,
    refunds: of('refund').length,
    netFen: sum('payment') - sum('refund'),
    differences,
  }
}

function merged(movements: readonly Movement[]): Map<string, Movement> {
  const byKey = new Map<string, Movement>()
  for (const movement of movements) {
    const before = byKey.get(keyOf(movement))
    const amountFen = before ? sumFen([before.amountFen, movement.amountFen]) : movement.amountFen
    byKey.set(keyOf(movement), { ...movement, amountFen })
  }
  return byKey
}
