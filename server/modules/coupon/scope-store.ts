import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { products } from '../../schema/catalogue'

/** The category of a product; null where there is no such product. */
export async function categoryOf(db: Queryable, productId: string): Promise<string | null> {
  const [row] = await db
    .select({ categoryId: products.categoryId })
    .from(products)
    .where(eq(products.id, productId))
  return row?.categoryId ?? null
}
