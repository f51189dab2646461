import type { Refusal } from '@contract/errors'
import type { WantedLine } from '@domain/order/limits'
import type { Config } from '../../config'
import type { Queryable } from '../../platform/database'
import type { SkuRow } from '../catalogue/skus'
import { type PriceTerms, priceOf } from './price'
import { quoteView } from './view'

interface Asked {
  readonly lines: readonly WantedLine[]
  readonly skus: readonly SkuRow[]
  readonly terms: PriceTerms
}

/** A coupon that can't be used is refused with the best price there is without it, ready to be shown. */
export async function withBestQuote(
  db: Queryable,
  config: Pick<Config, 'dataDir' | 'simulated'>,
  refusal: Refusal,
  { lines, skus, terms }: Asked,
): Promise<Refusal> {
  if (refusal.code !== 'coupon.not_usable') return refusal
  const best = priceOf(lines, skus, terms)
  if (!best.ok) return refusal
  const quote = await quoteView(db, config, best.value, skus, terms.nowMs)
  return { ...refusal, detail: { ...(refusal.detail as object), quote } }
}
