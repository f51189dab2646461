import type { Refusal } from '@contract/errors'
import { type QuoteView, quoteOrder } from '@contract/order'
import type { BodyOf } from '@contract/route'
import { ok, type Result, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { findAddress } from '../address/store'
import { findSkus } from '../catalogue/skus'
import { couponsToSpend } from '../coupon/spend-store'
import { campaignPricesOf } from '../price/store'
import { readSettings } from '../shop/settings'
import { priceOf } from './price'
import { withBestQuote } from './refused'
import { quoteView } from './view'
import { checkWanted, mergeLines } from './wanted'

/** Prices before an order. Nothing is reserved: the order asks again under lock. */
export function mountQuote(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, quoteOrder, ({ caller, body, nowMs }) => quoteFor(deps, caller.memberId, body, nowMs))
}

async function quoteFor(
  { db, config }: Deps,
  memberId: string,
  { lines: asked, addressId, couponIds = {} }: BodyOf<typeof quoteOrder>,
  nowMs: number,
): Promise<Result<QuoteView, Refusal>> {
  const lines = mergeLines(asked)
  const [settings, skus, address, coupons] = await Promise.all([
    readSettings(db),
    findSkus(
      db,
      lines.map((line) => line.skuId),
    ),
    addressId === undefined ? null : findAddress(db, memberId, addressId),
    couponsToSpend(db, memberId, couponIds, nowMs),
  ])
  if (addressId !== undefined && !address) return refuse({ ...NOT_FOUND, field: '/body/addressId' })
  const checked = checkWanted(lines, skus, settings.limits)
  if (!checked.ok) return checked
  const campaignPrices = await campaignPricesOf(db, skus, nowMs)
  const terms = { freight: settings.freight, address, campaignPrices, coupons, nowMs }
  const priced = priceOf(lines, skus, terms, couponIds)
  return priced.ok
    ? ok(await quoteView(db, config, priced.value, skus, nowMs))
    : refuse(await withBestQuote(db, config, priced.error, { lines, skus, terms }))
}
