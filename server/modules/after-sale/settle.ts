import { eq } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { afterSales } from '../../schema/after-sale'
import { moveAfterSale } from './store'

/** The money of a refund is back: every request that shares it is done. */
export async function settleAfterSales(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  refundId: string,
  at: number,
): Promise<void> {
  const rows = await tx.select().from(afterSales).where(eq(afterSales.refundId, refundId))
  for (const row of rows) {
    if (row.state !== 'refunding') throw new Error(`request ${row.id} is ${row.state}, and its money is back`)
    await moveAfterSale(tx, deps, row, { event: 'settle', actor: 'wechat', at, set: { refundedAt: at } })
  }
}
