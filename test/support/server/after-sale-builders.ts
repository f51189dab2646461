import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { moveOrder } from '../../../server/modules/order/move'
import { getOrder } from '../../../server/modules/order/store'
import { inTransaction } from '../../../server/platform/database'
import { refunds } from '../../../server/schema/payment'
import type { PayShop } from './pay-shop'
import type { Person, StaffPerson } from './people-builders'
import type { Answer, TestShop } from './shop'
import { anUnpaidOrder, pays, seesOrder } from './shop-builders'

export interface Pieces {
  readonly lineId: string
  readonly quantity: number
}

/** A paid order of one SKU. */
export async function aPaidOrder(shop: PayShop, buyer: Person, skuId: string, quantity = 1) {
  const order = await anUnpaidOrder(shop, buyer, skuId, quantity)
  await pays(shop, buyer, order.id)
  await shop.flush()
  return seesOrder(shop, buyer, order.id)
}

/** Lets an order leave the house, or arrive, without its parcels: what only its state decides. */
export async function ships({ deps }: TestShop, orderId: string, event: 'ship' | 'receive' = 'ship') {
  const at = deps.clock.now()
  await inTransaction(deps.db, async (tx) =>
    moveOrder(tx, deps, await getOrder(tx, orderId), {
      event,
      actor: event === 'ship' ? 'manager' : 'clock',
      at,
    }),
  )
}

/** Asks pieces back at the price the preview names; `change` replaces parts of the request. */
export async function asksBack(
  shop: TestShop,
  { token }: Person,
  orderId: string,
  change: { readonly lines?: readonly Pieces[] } & Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const { lines } = change
  const preview = await shop.call('POST', `/orders/${orderId}/refund-preview`, { token, body: { lines } })
  const body = {
    requestId: randomUUID(),
    kind: 'refund',
    reason: 'changed_mind',
    expectedFen: preview.body.amountFen ?? 0,
    ...change,
  }
  return shop.call('POST', `/orders/${orderId}/after-sales`, { token, body })
}

/** What a manager does with a request: `approve`, `refuse`, `goods-back`, `pursue`. */
export const decides = (
  shop: TestShop,
  { token }: StaffPerson,
  afterSaleId: string,
  what: string,
  body?: object,
): Promise<Answer> => shop.call('POST', `/manage/after-sales/${afterSaleId}/${what}`, { token, body })

/** Every refund of an order, oldest first. */
export const refundsOf = ({ deps }: TestShop, orderId: string) =>
  deps.db.select().from(refunds).where(eq(refunds.orderId, orderId)).orderBy(refunds.createdAt, refunds.id)
