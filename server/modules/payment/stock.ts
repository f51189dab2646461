import type { StockRow } from '@domain/order/stock'
import type { Tx } from '../../platform/database'
import { lockSkus } from '../catalogue/skus'
import { linesOf, type OrderLineRow } from '../order/store'
import { stockOf } from '../quote/wanted'

/** The lines of an order with the shelf of their SKUs, locked until the transaction ends. */
export async function lockShelf(
  tx: Tx,
  orderId: string,
): Promise<{ readonly lines: OrderLineRow[]; readonly stock: StockRow[] }> {
  const lines = await linesOf(tx, [orderId])
  const skus = await lockSkus(tx, [...new Set(lines.map((line) => line.skuId))])
  return { lines, stock: skus.map(stockOf) }
}
