import type { StaffSelf } from '@contract/session'
import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { staff, staffInvitations } from '../../schema/staff'

/** The post a member holds now; null for customers and leavers. */
export async function staffSelfOf(db: Queryable, memberId: string): Promise<StaffSelf | null> {
  const [self] = await db
    .select({ staffId: staff.id, role: staff.role, name: staff.name, title: staff.title })
    .from(staff)
    .where(and(eq(staff.memberId, memberId), isNull(staff.leftAt)))
  return self ?? null
}

/** Also true for leavers: a person has one post in a lifetime of the shop, so that past credit stays theirs. */
export async function hasEverHadPost(db: Queryable, memberId: string): Promise<boolean> {
  const [row] = await db.select({ id: staff.id }).from(staff).where(eq(staff.memberId, memberId))
  return row !== undefined
}

export async function insertStaff(db: Queryable, row: typeof staff.$inferInsert): Promise<void> {
  await db.insert(staff).values(row)
}

export async function insertInvitation(
  db: Queryable,
  row: typeof staffInvitations.$inferInsert,
): Promise<void> {
  await db.insert(staffInvitations).values(row)
}

/** The invitation under this hash, held until the transaction ends so that it is used once. */
export async function lockInvitation(
  db: Queryable,
  codeHash: string,
): Promise<typeof staffInvitations.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(staffInvitations)
    .where(eq(staffInvitations.codeHash, codeHash))
    .for('update')
  return row ?? null
}

export async function spendInvitation(db: Queryable, id: string, usedAt: number): Promise<void> {
  await db.update(staffInvitations).set({ usedAt }).where(eq(staffInvitations.id, id))
}

/** The invited person takes up the post now; it was empty until here. */
export async function fillPost(
  db: Queryable,
  staffId: string,
  memberId: string,
  joinedAt: number,
): Promise<void> {
  await db.update(staff).set({ memberId, joinedAt }).where(eq(staff.id, staffId))
}
