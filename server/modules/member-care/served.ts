import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { bindings } from '../../schema/staff'

/** Whether this staff member serves the member now. */
export async function isServedBy(db: Queryable, memberId: string, staffId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: bindings.id })
    .from(bindings)
    .where(and(eq(bindings.memberId, memberId), eq(bindings.staffId, staffId), isNull(bindings.until)))
  return row !== undefined
}
