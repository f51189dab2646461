import { randomUUID } from 'node:crypto'
import { fen, sumFen } from '../../../domain/money'
import { attributeOrder, saveAttribution } from '../../../server/modules/attribution/service'
import { bookEarnings } from '../../../server/modules/ledger/service'
import { inTransaction } from '../../../server/platform/database'
import { categories, products, skus } from '../../../server/schema/catalogue'
import { orderLines, orders } from '../../../server/schema/order'
import type { TestShop } from './shop'

export interface TestProduct {
  readonly productId: string
  readonly skuId: string
}

let made = 0

/** A product with one SKU. */
export async function aProduct(
  { deps }: TestShop,
  { title = '烟台红富士', priceFen = 2990, isOnSale = true } = {},
): Promise<TestProduct> {
  const at = deps.clock.now()
  const [categoryId, productId, skuId] = [randomUUID(), randomUUID(), randomUUID()]
  const code = `product-${++made}`
  await deps.db.insert(categories).values({ id: categoryId, name: `类目${made}`, position: made })
  const images = [`products/${code}.webp`]
  const product = { id: productId, code, title, categoryId, images, isOnSale, createdAt: at, updatedAt: at }
  await deps.db.insert(products).values(product)
  const price = { priceFen: fen(priceFen), available: 1000 }
  await deps.db
    .insert(skus)
    .values({ id: skuId, code, productId, spec: {}, ...price, isOnSale, updatedAt: at })
  return { productId, skuId }
}

export interface TestOrder {
  readonly memberId: string
  readonly product: TestProduct
  /** What each unit cost after discounts. */
  readonly unitPaid?: readonly number[]
  readonly at?: number
  /** null: not paid. */
  readonly paidAt?: number | null
}

/** An order as the order module writes it: attributed at creation, booked at payment. Answers its id. */
export async function anOrder({ deps }: TestShop, order: TestOrder): Promise<string> {
  const { memberId, product, unitPaid = [2990], at = deps.clock.now() } = order
  const paidAt = order.paidAt === undefined ? at : order.paidAt
  const orderId = deps.ids.next()
  const goodsFen = sumFen(unitPaid)
  await inTransaction(deps.db, async (tx) => {
    const attribution = await attributeOrder(tx, deps, { memberId, orderedAt: at })
    const { staffId, groupId, reason, policyVersion } = attribution
    await tx.insert(orders).values({
      id: orderId,
      number: orderId.replaceAll('-', '').slice(0, 32),
      memberId,
      requestId: orderId,
      requestHash: '',
      state: paidAt === null ? 'unpaid' : 'paid',
      goodsFen,
      discountFen: fen(0),
      freightFen: fen(0),
      freightDiscountFen: fen(0),
      payableFen: goodsFen,
      address: { name: '张伟', phone: '13800138000', province: '', city: '', district: '', detail: '' },
      staffId,
      groupId,
      reason,
      policyVersion,
      createdAt: at,
      expiresAt: at + 900_000,
      paidAt,
    })
    const units = unitPaid.length
    const dearest = Math.max(...unitPaid)
    await tx.insert(orderLines).values({
      id: deps.ids.next(),
      orderId,
      position: 0,
      skuId: product.skuId,
      productId: product.productId,
      title: '烟台红富士',
      spec: {},
      unitPriceFen: fen(dearest),
      quantity: units,
      discountFen: fen(dearest * units - goodsFen),
      paidFen: goodsFen,
      unitPaidFen: unitPaid,
    })
    await saveAttribution(tx, orderId, attribution)
    if (paidAt !== null) await bookEarnings(tx, deps, orderId, paidAt)
  })
  return orderId
}
