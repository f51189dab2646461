import type { Refusal } from '@contract/errors'
import type { WantedLine } from '@domain/order/limits'
import { ok, type Result, refuse } from '@domain/result'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { findSkus, type SkuRow } from '../catalogue/skus'
import { lockMember } from '../member/lock'
import { atCampaignPrices } from '../price/shown'
import { checkWanted, limitRefusal, maxPerOrder } from '../quote/wanted'
import { readSettings, type Settings } from '../shop/settings'
import * as store from './store'

type Outcome = Promise<Result<true, Refusal>>

/** Puts more of a SKU into the cart; what is there already counts towards stock and limits. */
export function addToCart(
  { db }: Deps,
  memberId: string,
  { skuId, quantity }: WantedLine,
  nowMs: number,
): Outcome {
  return inTransaction(db, async (tx) => {
    await lockMember(tx, memberId)
    const [sku] = await atCampaignPrices(tx, await findSkus(tx, [skuId]), nowMs)
    if (!sku) return refuse({ ...NOT_FOUND, field: '/body/skuId' })
    const { limits } = await readSettings(tx)
    const there = await store.findLine(tx, memberId, skuId)
    if (!there && (await store.countLines(tx, memberId)) >= limits.maxLinesPerCart) {
      return refuse(limitRefusal({ code: 'cart.full', maxLines: limits.maxLinesPerCart }))
    }
    const wanted = (there?.quantity ?? 0) + quantity
    const checked = checkWanted([{ skuId, quantity: wanted }], [sku], limits)
    if (!checked.ok) return checked
    await store.saveLine(tx, memberId, sku, { quantity: wanted, isChosen: true }, nowMs)
    return ok(true)
  })
}

/** Sets a line's quantity or whether it goes to checkout. Unchoosing works whatever the stock says. */
export function setLine(
  { db }: Deps,
  memberId: string,
  skuId: string,
  change: { readonly quantity?: number; readonly isChosen?: boolean },
  nowMs: number,
): Outcome {
  return inTransaction(db, async (tx) => {
    await lockMember(tx, memberId)
    const there = await store.findLine(tx, memberId, skuId)
    const [sku] = await atCampaignPrices(tx, await findSkus(tx, [skuId]), nowMs)
    if (!there || !sku) return refuse(NOT_FOUND)
    const line = { quantity: there.quantity, isChosen: there.isChosen, ...change }
    if (change.quantity !== undefined) {
      const { limits } = await readSettings(tx)
      const checked = checkWanted([{ skuId, quantity: change.quantity }], [sku], limits)
      if (!checked.ok) return checked
    }
    await store.saveLine(tx, memberId, sku, line, nowMs)
    return ok(true)
  })
}

/** Merges what was gathered before login. Nothing is refused: too much becomes what can be had, and no line shrinks. */
export function mergeCart(
  { db }: Deps,
  memberId: string,
  lines: readonly WantedLine[],
  nowMs: number,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await lockMember(tx, memberId)
    const settings = await readSettings(tx)
    const kept = new Map((await store.findLines(tx, memberId)).map((line) => [line.skuId, line]))
    const found = await findSkus(
      tx,
      lines.map((line) => line.skuId),
    )
    const skus = await atCampaignPrices(tx, found, nowMs)
    const byId = new Map(skus.map((sku) => [sku.skuId, sku]))
    for (const { skuId, quantity } of lines) {
      const sku = byId.get(skuId)
      const there = kept.get(skuId)
      if (!sku) continue
      const merged = canBeHad(sku, quantity, settings)
      if (merged <= (there?.quantity ?? 0)) continue
      if (!there && kept.size >= settings.limits.maxLinesPerCart) continue
      const line = { quantity: merged, isChosen: there?.isChosen ?? true }
      await store.saveLine(tx, memberId, sku, line, nowMs)
      kept.set(skuId, { skuId, seenPriceFen: sku.priceFen, ...line })
    }
  })
}

const canBeHad = (sku: SkuRow, wanted: number, { limits }: Settings): number =>
  sku.isOnSale ? Math.min(wanted, sku.available, maxPerOrder(sku, limits)) : 0
