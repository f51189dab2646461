import { eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { members } from '../../schema/member'

export interface MemberIdentity {
  /** Used only where the member is new. */
  readonly id: string
  readonly appid: string
  readonly openid: string
  readonly unionid: string | null
  readonly nowMs: number
}

/** The member of this openid, made where there is none. A unionid once known is not forgotten. */
export async function upsertMember(
  db: Queryable,
  { id, appid, openid, unionid, nowMs }: MemberIdentity,
): Promise<{ readonly id: string; readonly isNew: boolean; readonly isBlocked: boolean }> {
  const [member] = await db
    .insert(members)
    .values({ id, appid, openid, unionid, createdAt: nowMs, lastSeenAt: nowMs })
    .onConflictDoUpdate({
      target: [members.appid, members.openid],
      set: {
        lastSeenAt: sql`excluded.last_seen_at`,
        unionid: sql`coalesce(excluded.unionid, ${members.unionid})`,
      },
    })
    .returning({ id: members.id, blockedAt: members.blockedAt })
  if (!member) throw new Error('an upsert answered no row')
  return { id: member.id, isNew: member.id === id, isBlocked: member.blockedAt !== null }
}

export async function savePersonalised(
  db: Queryable,
  memberId: string,
  personalised: boolean,
): Promise<void> {
  await db.update(members).set({ personalised }).where(eq(members.id, memberId))
}
