import type { CampaignInput, TierInput } from '@contract/campaign'
import { ok, type Result, refuse } from '@domain/result'
import type { CampaignDraft, TierDraft } from './draft'
import type { FaultAt } from './fault-words'

/** A number as typed, or null: at most `digits` after the point. */
function numberOf(text: string, digits: number): number | null {
  const trimmed = text.trim()
  const form = digits === 0 ? /^\d{1,8}$/ : new RegExp(`^\\d{1,8}(\\.\\d{1,${digits}})?$`)
  return form.test(trimmed) ? Number(trimmed) : null
}

const fenOf = (text: string): number | null => {
  const yuan = numberOf(text, 2)
  return yuan === null ? null : Math.round(yuan * 100)
}

/** What was typed as the shop takes it, or what is no number. Whether it makes sense is the server's to say. */
export function inputOf(draft: CampaignDraft): Result<CampaignInput, FaultAt[]> {
  const faults: FaultAt[] = []
  const need = <T>(value: T | null, tier: number | null, field: string, text: string): T => {
    if (value === null) faults.push({ tier, field, text })
    return value as T
  }
  const whole = (text: string, field: string) => need(numberOf(text, 0), null, field, '请填写整数')
  const input: CampaignInput = {
    code: draft.code.trim(),
    title: draft.title.trim(),
    note: draft.note.trim(),
    position: draft.position,
    claimFrom: draft.claimFrom,
    claimUntil: draft.claimUntil,
    totalStock: whole(draft.totalStock, 'totalStock'),
    stockPerGroup: draft.stockPerGroup.trim() === '' ? null : whole(draft.stockPerGroup, 'stockPerGroup'),
    limitPerMember: whole(draft.limitPerMember, 'limitPerMember'),
    slot: draft.slot,
    scope: draft.scope,
    tiers: draft.tiers.map((tier, place) =>
      tierOf(tier, (value, field, text) => need(value, place + 1, field, text)),
    ),
  }
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(input.code)) {
    faults.push({ tier: null, field: 'code', text: '字母和数字，可以带 . _ -' })
  }
  return faults.length > 0 ? refuse(faults) : ok(input)
}

type Need = <T>(value: T | null, field: string, text: string) => T

function tierOf(tier: TierDraft, need: Need): TierInput {
  const thresholdFen = need(fenOf(tier.threshold), 'threshold', '请填写金额，没有门槛填 0')
  return {
    thresholdFen,
    off: offOf(tier, need),
    stock: tier.stock.trim() === '' ? null : need(numberOf(tier.stock, 0), 'stock', '请填写整数，不限就留空'),
    validity:
      tier.validKind === 'fixed'
        ? { kind: 'fixed', from: tier.from, until: tier.until }
        : { kind: 'days', days: need(numberOf(tier.days, 0), 'validity', '请填写天数') },
    gate: tier.gate,
  }
}

function offOf({ offKind, amount, rate, cap }: TierDraft, need: Need): TierInput['off'] {
  if (offKind === 'amount') return { kind: 'amount', amountOff: need(fenOf(amount), 'off', '请填写减多少元') }
  const zhe = need(numberOf(rate, 3), 'off', '请填写几折，如 8.8')
  const offBps = Math.min(10_000, Math.max(0, 10_000 - Math.round(zhe * 1000)))
  return {
    kind: 'rate',
    offBps,
    capFen: cap.trim() === '' ? null : need(fenOf(cap), 'off', '封顶请填写金额'),
  }
}
