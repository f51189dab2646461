import type { CartLine, CartView } from '@contract/cart'
import { fen, sumFen, times } from '@domain/money'
import type { OrderLimits } from '@domain/order/limits'
import { freightFor } from '@domain/pricing/freight'
import type { FreightTemplate } from '@domain/pricing/types'
import type { Config } from '../../config'
import type { Db } from '../../platform/database'
import { pictureOf } from '../catalogue/pictures'
import { findSkus, orderedSpec, type SkuRow } from '../catalogue/skus'
import { atCampaignPrices } from '../price/shown'
import { maxPerOrder } from '../quote/wanted'
import { freightHint } from '../shop/service'
import { readSettings, type Settings } from '../shop/settings'
import { type CartRow, findLines } from './store'

/** What the shelf says to a line: whether all, some or none of it can be had. */
export function lineState(sku: SkuRow, quantity: number): CartLine['state'] {
  if (!sku.isOnSale) return 'withdrawn'
  if (sku.available === 0) return 'sold_out'
  return sku.available < quantity ? 'short' : 'ok'
}

/** The member's cart as it stands against today's prices and stock. */
export async function cartView(
  { db, config }: { readonly db: Db; readonly config: Pick<Config, 'dataDir' | 'simulated'> },
  memberId: string,
  nowMs: number,
): Promise<CartView> {
  const [rows, settings] = await Promise.all([findLines(db, memberId), readSettings(db)])
  const found = await findSkus(
    db,
    rows.map((row) => row.skuId),
  )
  const skus = await atCampaignPrices(db, found, nowMs)
  const byId = new Map(skus.map((sku) => [sku.skuId, sku]))
  return summed(
    rows.map((row) => toLine(config, row, byId.get(row.skuId)!, settings.limits)),
    settings,
  )
}

function toLine(
  config: Pick<Config, 'dataDir' | 'simulated'>,
  row: CartRow,
  sku: SkuRow,
  limits: OrderLimits,
): CartLine {
  return {
    ...row,
    productId: sku.productId,
    title: sku.title,
    spec: orderedSpec(sku),
    picture: pictureOf(config, sku.image),
    priceFen: sku.priceFen,
    state: lineState(sku, row.quantity),
    available: sku.available,
    maxQuantity: Math.min(sku.available, maxPerOrder(sku, limits)),
  }
}

/** Sums count what is chosen and can be had as it stands: exactly what checkout would take. */
function summed(lines: CartLine[], settings: Settings): CartView {
  const bought = lines.filter((line) => line.isChosen && line.state === 'ok')
  const goodsFen = sumFen(bought.map((line) => times(fen(line.priceFen), line.quantity)))
  return {
    lines,
    chosenCount: bought.reduce((sum, line) => sum + line.quantity, 0),
    goodsFen,
    freight: { ...freightHint(settings), toFreeFen: toFree(settings.freight, goodsFen) },
  }
}

function toFree(template: FreightTemplate, goodsFen: number): number | null {
  const freight = freightFor(template, null, fen(goodsFen))
  return freight.ok ? freight.value.freeShortBy : null
}
