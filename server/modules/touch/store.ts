import { and, eq, ne, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { groups } from '../../schema/staff'
import { pageCounts, touches } from '../../schema/touch'

export type TouchRow = typeof touches.$inferSelect
export type NewTouch = typeof touches.$inferInsert

/** Writes a touch once; false where its id is known already, also when two requests race. */
export async function insertTouch(db: Queryable, touch: NewTouch): Promise<boolean> {
  const added = await db
    .insert(touches)
    .values(touch)
    .onConflictDoNothing({ target: touches.id })
    .returning({ id: touches.id })
  return added.length > 0
}

/** A touch by its id with its group's name, whoever made it: the caller checks the member. */
export async function findTouch(
  db: Queryable,
  id: string,
): Promise<(TouchRow & { readonly groupName: string | null }) | null> {
  const [row] = await db
    .select({ touch: touches, groupName: groups.name })
    .from(touches)
    .leftJoin(groups, eq(groups.id, touches.groupId))
    .where(eq(touches.id, id))
  return row ? { ...row.touch, groupName: row.groupName } : null
}

/** Adds the group's proof to a touch that has none yet; false where it has one. */
export async function addGroupProof(
  db: Queryable,
  id: string,
  proof: { readonly groupId: string; readonly chatType: number | null; readonly staffId: string | null },
): Promise<boolean> {
  const { groupId, chatType, staffId } = proof
  const changed = await db
    .update(touches)
    .set({
      groupState: 'proven',
      groupId,
      groupNote: null,
      staffId,
      ...(chatType !== null && { chatType }),
    })
    .where(and(eq(touches.id, id), ne(touches.groupState, 'proven')))
    .returning({ id: touches.id })
  return changed.length > 0
}

/** One more anonymous opening of a page on a day of the shop's calendar. */
export async function countPage(db: Queryable, day: string, page: string): Promise<void> {
  await db
    .insert(pageCounts)
    .values({ day, page, opens: 1 })
    .onConflictDoUpdate({
      target: [pageCounts.day, pageCounts.page],
      set: { opens: sql`${pageCounts.opens} + 1` },
    })
}
