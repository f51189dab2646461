import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { sessions } from '../../schema/member'

export type NewSession = typeof sessions.$inferInsert

export async function insertSession(db: Queryable, session: NewSession): Promise<void> {
  await db.insert(sessions).values(session)
}

/** Ends the session; false where it was over already. */
export async function endSession(db: Queryable, sessionId: string, nowMs: number): Promise<boolean> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: nowMs })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return ended.length > 0
}
