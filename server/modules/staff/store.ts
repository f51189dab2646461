import type { StaffSelf } from '@contract/session'
import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { staff } from '../../schema/staff'

/** The post a member holds now; null for customers and leavers. */
export async function staffSelfOf(db: Queryable, memberId: string): Promise<StaffSelf | null> {
  const [self] = await db
    .select({ staffId: staff.id, role: staff.role, name: staff.name, title: staff.title })
    .from(staff)
    .where(and(eq(staff.memberId, memberId), isNull(staff.leftAt)))
  return self ?? null
}
