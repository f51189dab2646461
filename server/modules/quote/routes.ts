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
import { readSettings } from '../shop/settings'
import { priceOf } from './price'
import { quoteView } from './view'
import { checkWanted, mergeLines } from './wanted'

/** Prices before an order. Nothing is reserved: the order asks again under lock. */
export function mountQuote(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, quoteOrder, ({ caller, body, nowMs }) => quoteFor(deps, caller.memberId, body, nowMs))
}

async function quoteFor(
  { db, config }: Deps,
  memberId: string,
  { lines, addressId }: BodyOf<typeof quoteOrder>,
  nowMs: number,
): Promise<Result<QuoteView, Refusal>> {
  const wanted = mergeLines(lines)
  const [settings, skus, address] = await Promise.all([
    readSettings(db),
    findSkus(
      db,
      wanted.map((line) => line.skuId),
    ),
    addressId === undefined ? null : findAddress(db, memberId, addressId),
  ])
  if (addressId !== undefined && !address) return refuse({ ...NOT_FOUND, field: '/body/addressId' })
  const checked = checkWanted(wanted, skus, settings.limits)
  if (!checked.ok) return checked
  const priced = priceOf(wanted, skus, { freight: settings.freight, address })
  return priced.ok ? ok(quoteView(config, priced.value, skus, nowMs)) : priced
}
