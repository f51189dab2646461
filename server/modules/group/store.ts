import type { OwnershipFact } from '@domain/attribution/types'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import type { Ids } from '../../platform/ids'
import { groupOwners, groups } from '../../schema/staff'

export interface KnownGroup {
  readonly id: string
  readonly name: string | null
}

export interface SeenGroup {
  readonly opengid: string
  readonly chatType: number | null
  readonly seenAt: number
}

/** The group of this opengid, made where it was never seen before. opengids are kept with their appid. */
export async function groupOf(db: Queryable, ids: Ids, appid: string, seen: SeenGroup): Promise<KnownGroup> {
  const known = await findGroup(db, appid, seen.opengid)
  if (known) return known
  const { opengid, chatType, seenAt } = seen
  await db
    .insert(groups)
    .values({ id: ids.next(), appid, opengid, chatType, firstSeenAt: seenAt })
    .onConflictDoNothing({ target: [groups.appid, groups.opengid] })
  const made = await findGroup(db, appid, opengid)
  if (!made) throw new Error('a group just inserted is missing')
  return made
}

async function findGroup(db: Queryable, appid: string, opengid: string): Promise<KnownGroup | undefined> {
  const [group] = await db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.appid, appid), eq(groups.opengid, opengid)))
  return group
}

/** Who owned these groups when: the whole kept history, oldest first. */
export async function loadOwnerships(db: Queryable, groupIds: readonly string[]): Promise<OwnershipFact[]> {
  if (groupIds.length === 0) return []
  return db
    .select({
      groupId: groupOwners.groupId,
      staffId: groupOwners.staffId,
      from: groupOwners.since,
      until: groupOwners.until,
    })
    .from(groupOwners)
    .where(inArray(groupOwners.groupId, [...groupIds]))
    .orderBy(asc(groupOwners.since), asc(groupOwners.id))
}

/** Whether this staff member owns the group now. */
export async function isOwnedGroup(db: Queryable, groupId: string, staffId: string): Promise<boolean> {
  const [owner] = await db
    .select({ id: groupOwners.id })
    .from(groupOwners)
    .where(and(eq(groupOwners.groupId, groupId), eq(groupOwners.staffId, staffId), isNull(groupOwners.until)))
  return owner !== undefined
}

/** Makes somebody the owner of an unowned group; false where it has an owner, also when two claim at once. */
export async function takeGroup(db: Queryable, owner: typeof groupOwners.$inferInsert): Promise<boolean> {
  const taken = await db
    .insert(groupOwners)
    .values(owner)
    .onConflictDoNothing({ target: groupOwners.groupId, where: isNull(groupOwners.until) })
    .returning({ id: groupOwners.id })
  return taken.length > 0
}

export async function ownerInForce(db: Queryable, groupId: string): Promise<string | null> {
  const [owner] = await db
    .select({ staffId: groupOwners.staffId })
    .from(groupOwners)
    .where(and(eq(groupOwners.groupId, groupId), isNull(groupOwners.until)))
  return owner?.staffId ?? null
}

export async function renameGroup(db: Queryable, groupId: string, name: string): Promise<void> {
  await db.update(groups).set({ name }).where(eq(groups.id, groupId))
}

/** The groups this staff member owns, and the unowned ones they have opened the shop from themselves. */
export async function findGroupIdsFor(db: Queryable, staffId: string, memberId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select group_id as id from group_owners where staff_id = ${staffId} and until is null
    union
    select t.group_id from touches t
     where t.member_id = ${memberId} and t.group_id is not null
       and not exists (select 1 from group_owners o where o.group_id = t.group_id and o.until is null)`)
  return rows.map((row) => row.id)
}
