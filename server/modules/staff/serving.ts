import type { ServingStaff } from '@contract/session'
import type { Queryable } from '../../platform/database'

/** Who serves this member now: the bound staff member, or the successor of one who left; null where nobody does. */
export async function servingStaffOf(_db: Queryable, _memberId: string): Promise<ServingStaff | null> {
  throw new Error('serving staff is not looked up yet')
}
