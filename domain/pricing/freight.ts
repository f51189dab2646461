import { type Fen, fen, ZERO } from '../money'
import { ok, type Result, refuse } from '../result'
import type { FreightRule, FreightTemplate, QuoteError } from './types'

export interface Freight {
  readonly fee: Fen
  /** null where nothing can make it free, or it is free already. */
  readonly freeShortBy: Fen | null
  readonly isEstimate: boolean
}

/** The rule of the longest area code that the address begins with; equal lengths: the first area named. */
function ruleFor(template: FreightTemplate, areaCode: string): FreightRule | null {
  let best = { length: 0, rule: template.elsewhere }
  for (const area of template.areas) {
    for (const code of area.codes) {
      if (areaCode.startsWith(code) && code.length > best.length)
        best = { length: code.length, rule: area.rule }
    }
  }
  return best.rule
}

/** What the client shows before an address is chosen: the rule for elsewhere, else the first that delivers. */
const estimateRule = (template: FreightTemplate): FreightRule | null =>
  template.elsewhere ?? template.areas.find((area) => area.rule)?.rule ?? null

/** Freight for an address. Free-over looks at the goods before coupons, so that a coupon never costs freight. */
export function freightFor(
  template: FreightTemplate,
  areaCode: string | null,
  goodsTotal: Fen,
): Result<Freight, Extract<QuoteError, { code: 'freight.not_delivered' }>> {
  const rule = areaCode === null ? estimateRule(template) : ruleFor(template, areaCode)
  if (!rule) return refuse({ code: 'freight.not_delivered', areaCode })
  const isFree = rule.fee === 0 || (rule.freeOver !== null && goodsTotal >= rule.freeOver)
  return ok({
    fee: isFree ? ZERO : rule.fee,
    freeShortBy: isFree || rule.freeOver === null ? null : fen(rule.freeOver - goodsTotal),
    isEstimate: areaCode === null,
  })
}
