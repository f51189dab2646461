import { DAY_MS } from '@domain/shop-time'
import type { Suspicion } from '@domain/trust/suspect'
import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import type { Ids } from '../../platform/ids'
import { touches } from '../../schema/touch'
import { suspicions } from '../../schema/trust'

/** A finding that goes on within a day is one row; after a quiet day, or once cleared, a new one begins. */
const GOES_ON_WITHIN_MS = DAY_MS

export interface SetApart {
  readonly touchId: string
  readonly memberId: string
  /** Whose figures the opening would have counted to. */
  readonly staffId: string | null
  readonly at: number
  readonly suspicion: Suspicion
}

/** Adds an opening just written to the finding it belongs to. */
export async function setApart(db: Queryable, ids: Ids, apart: SetApart): Promise<void> {
  const { touchId, at, suspicion } = apart
  const known = await ongoing(db, apart)
  const id = known ?? ids.next()
  if (known === null) {
    const { memberId, staffId } = apart
    await db
      .insert(suspicions)
      .values({ id, ...suspicion, memberId, staffId, touches: 1, firstAt: at, lastAt: at })
  } else {
    await db
      .update(suspicions)
      .set({
        touches: sql`${suspicions.touches} + 1`,
        seen: sql`greatest(${suspicions.seen}, ${suspicion.seen})`,
        firstAt: sql`least(${suspicions.firstAt}, ${new Date(at).toISOString()}::timestamptz)`,
        lastAt: sql`greatest(${suspicions.lastAt}, ${new Date(at).toISOString()}::timestamptz)`,
      })
      .where(eq(suspicions.id, known))
  }
  await db.update(touches).set({ suspicionId: id }).where(eq(touches.id, touchId))
}

async function ongoing(
  db: Queryable,
  { memberId, staffId, at, suspicion }: SetApart,
): Promise<string | null> {
  const [row] = await db
    .select({ id: suspicions.id })
    .from(suspicions)
    .where(
      and(
        eq(suspicions.memberId, memberId),
        eq(suspicions.rule, suspicion.rule),
        staffId === null ? isNull(suspicions.staffId) : eq(suspicions.staffId, staffId),
        isNull(suspicions.clearedAt),
        gte(suspicions.lastAt, at - GOES_ON_WITHIN_MS),
      ),
    )
    .orderBy(desc(suspicions.lastAt))
    .limit(1)
    .for('update')
  return row?.id ?? null
}
