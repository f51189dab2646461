import { type Fen, fen, times } from '../money'
import { ok, type Result, refuse } from '../result'
import type { PricedLine, QuoteError } from './types'

/** A line after the first two steps of the sequence: catalogue price, then automatic campaign price. */
export interface LinePrice {
  readonly lineId: string
  readonly skuId: string
  readonly quantity: number
  readonly unitPrice: Fen
  readonly campaignUnitPrice: Fen
  readonly campaignId: string | null
  readonly listAmount: Fen
  readonly campaignOff: Fen
  /** After the campaign, before coupons. */
  readonly amount: Fen
}

/** More fen than this in one quote is a mistake, not a purchase: ten million yuan. */
export const MAX_QUOTE_FEN = 1_000_000_000
/** Each unit's price is written down; the shop's own limit per line is far lower (`order/limits`). */
export const MAX_QUOTE_QUANTITY = 10_000

/** Prices one line. A campaign never makes it dearer and never cheaper than 1 fen a piece. */
function priceLine(line: PricedLine): LinePrice {
  const { lineId, skuId, quantity, unitPrice, campaign } = line
  const offered = campaign ? Math.max(campaign.unitPrice, 1) : unitPrice
  const isCheaper = offered < unitPrice
  const campaignUnitPrice = fen(isCheaper ? offered : unitPrice)
  const listAmount = times(unitPrice, quantity)
  const amount = times(campaignUnitPrice, quantity)
  return {
    lineId,
    skuId,
    quantity,
    unitPrice,
    campaignUnitPrice,
    campaignId: isCheaper && campaign ? campaign.id : null,
    listAmount,
    campaignOff: fen(listAmount - amount),
    amount,
  }
}

/** Prices all lines, or names the first that cannot be priced. */
export function priceLines(lines: readonly PricedLine[]): Result<LinePrice[], QuoteError> {
  if (lines.length === 0) return refuse({ code: 'quote.empty' })
  const seen = new Set<string>()
  let total = 0
  for (const { lineId, unitPrice, quantity } of lines) {
    if (seen.has(lineId)) return refuse({ code: 'quote.line_repeated', lineId })
    seen.add(lineId)
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      return refuse({ code: 'quote.quantity_invalid', lineId, quantity })
    }
    if (unitPrice < 1) return refuse({ code: 'quote.price_invalid', lineId })
    total += unitPrice * quantity
    if (total > MAX_QUOTE_FEN || quantity > MAX_QUOTE_QUANTITY) return refuse({ code: 'quote.too_large' })
  }
  return ok(lines.map(priceLine))
}
