import type { Queryable } from '../../platform/database'
import type { Ids } from '../../platform/ids'
import { audits } from '../../schema/staff'

/** Writes what somebody did to rights, credit or people; a null actor is the shop's own command line. */
export async function recordAudit(
  db: Queryable,
  ids: Ids,
  audit: Omit<typeof audits.$inferInsert, 'id'>,
): Promise<void> {
  await db.insert(audits).values({ id: ids.next(), ...audit })
}
