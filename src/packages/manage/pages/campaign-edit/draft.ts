import type { CampaignInput, Gate, TierInput } from '@contract/campaign'
import { DAY_MS, startOfDay } from '@domain/shop-time'

/** A rung as it is being written: texts as typed, whatever they say. */
export interface TierDraft {
  /** Stays the same while the rung moves. */
  readonly key: string
  readonly threshold: string
  readonly offKind: 'amount' | 'rate'
  readonly amount: string
  /** In 折: `8.8`. */
  readonly rate: string
  readonly cap: string
  /** Empty: only the total counts. */
  readonly stock: string
  readonly validKind: 'days' | 'fixed'
  readonly days: string
  readonly from: number
  readonly until: number
  readonly gate: Gate
}

export interface CampaignDraft {
  readonly code: string
  readonly title: string
  readonly note: string
  readonly claimFrom: number
  readonly claimUntil: number
  readonly totalStock: string
  readonly stockPerGroup: string
  readonly limitPerMember: string
  readonly slot: CampaignInput['slot']
  readonly scope: CampaignInput['scope']
  readonly position: number
  readonly tiers: readonly TierDraft[]
}

const yuan = (fen: number): string => String(fen / 100)
const count = (n: number | null): string => (n === null ? '' : String(n))

/** A campaign to begin with: from now for a week, one rung for anyone. */
export function newDraft(nowMs: number, code: string): CampaignDraft {
  return {
    code,
    title: '',
    note: '',
    claimFrom: startOfDay(nowMs),
    claimUntil: startOfDay(nowMs) + 8 * DAY_MS,
    totalStock: '500',
    stockPerGroup: '',
    limitPerMember: '1',
    slot: 'goods',
    scope: { kind: 'all' },
    position: 0,
    tiers: [newTier(nowMs, 'tier-1')],
  }
}

export const newTier = (nowMs: number, key: string): TierDraft => ({
  key,
  threshold: '',
  offKind: 'amount',
  amount: '',
  rate: '',
  cap: '',
  stock: '',
  validKind: 'days',
  days: '7',
  from: startOfDay(nowMs),
  until: startOfDay(nowMs) + 15 * DAY_MS,
  gate: { kind: 'anyone' },
})

/** A saved campaign as it can be edited. */
export function draftOf(input: CampaignInput, nowMs: number): CampaignDraft {
  return {
    ...input,
    note: input.note ?? '',
    position: input.position ?? 0,
    totalStock: count(input.totalStock),
    stockPerGroup: count(input.stockPerGroup),
    limitPerMember: count(input.limitPerMember),
    tiers: input.tiers.map((tier, place) => tierDraftOf(tier, `tier-${place + 1}`, nowMs)),
  }
}

function tierDraftOf(
  { thresholdFen, off, stock, validity, gate }: TierInput,
  key: string,
  nowMs: number,
): TierDraft {
  const blank = newTier(nowMs, key)
  return {
    ...blank,
    threshold: yuan(thresholdFen),
    offKind: off.kind,
    amount: off.kind === 'amount' ? yuan(off.amountOff) : '',
    rate: off.kind === 'rate' ? String((10_000 - off.offBps) / 1000) : '',
    cap: off.kind === 'rate' && off.capFen !== null ? yuan(off.capFen) : '',
    stock: count(stock),
    validKind: validity.kind,
    days: validity.kind === 'days' ? String(validity.days) : blank.days,
    from: validity.kind === 'fixed' ? validity.from : blank.from,
    until: validity.kind === 'fixed' ? validity.until : blank.until,
    gate,
  }
}
