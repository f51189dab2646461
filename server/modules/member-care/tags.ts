import type { Refusal } from '@contract/errors'
import type { MemberTag } from '@contract/member-care'
import { ok, type Result, refuse } from '@domain/result'
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { memberTags } from '../../schema/member-care'
import { isServedBy } from './served'

/** The tags of these members. Those that rules find join here, each with its rule and figures. */
export async function tagsOf(db: Queryable, memberIds: readonly string[]): Promise<Map<string, MemberTag[]>> {
  const tags = new Map<string, MemberTag[]>()
  if (memberIds.length === 0) return tags
  const rows = await db
    .select({ memberId: memberTags.memberId, name: memberTags.name })
    .from(memberTags)
    .where(inArray(memberTags.memberId, [...memberIds]))
    .orderBy(asc(memberTags.createdAt), asc(memberTags.name))
  for (const { memberId, name } of rows) {
    const own = tags.get(memberId) ?? []
    own.push({ name, source: 'hand', why: null })
    tags.set(memberId, own)
  }
  return tags
}

/** Replaces the tags written by hand; those that stay keep their author and day. */
export function tagMember(
  deps: Deps,
  caller: StaffCaller,
  memberId: string,
  wanted: readonly string[],
  nowMs: number,
): Promise<Result<{ tags: MemberTag[] }, Refusal>> {
  const names = [...new Set(wanted.map((name) => name.trim()))]
  const { staffId } = caller.staff
  return inTransaction(deps.db, async (tx): Promise<Result<{ tags: MemberTag[] }, Refusal>> => {
    if (!(await isServedBy(tx, memberId, staffId))) return refuse(NOT_FOUND)
    const others = names.length === 0 ? undefined : notInArray(memberTags.name, names)
    await tx.delete(memberTags).where(and(eq(memberTags.memberId, memberId), others))
    if (names.length > 0) {
      const rows = names.map((name) => ({ memberId, name, byStaffId: staffId, createdAt: nowMs }))
      await tx.insert(memberTags).values(rows).onConflictDoNothing()
    }
    return ok({ tags: (await tagsOf(tx, [memberId])).get(memberId) ?? [] })
  })
}
