import type { listMessages } from '@contract/message'
import type { QueryOf, ResponseOf } from '@contract/route'
import { maskName } from '@domain/member/mask'
import { and, desc, eq, sql } from 'drizzle-orm'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Queryable } from '../../platform/database'
import { members } from '../../schema/member'
import { messages } from '../../schema/message'

const PAGE = 20

/** Messages to members, newest first, with how many of the last weeks ended how. */
export async function messageList(
  db: Queryable,
  { state, occasion, cursor, limit = PAGE }: QueryOf<typeof listMessages>,
): Promise<ResponseOf<typeof listMessages>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const rows = await db
    .select({ message: messages, nickname: members.nickname })
    .from(messages)
    .innerJoin(members, eq(members.id, messages.memberId))
    .where(
      and(
        state && eq(messages.state, state),
        occasion && eq(messages.occasion, occasion),
        after
          ? sql`(${messages.createdAt}, ${messages.id}) < (${instantToText(after[0])}, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)?.message
  return {
    items: shown.map(({ message, nickname }) => ({
      id: message.id,
      occasion: message.occasion,
      maskedMember: maskName(nickname ?? '会员'),
      state: message.state,
      reason: message.reason,
      errcode: message.errcode,
      page: message.page,
      createdAt: message.createdAt,
      dueAt: message.dueAt,
      sentAt: message.sentAt,
    })),
    next: rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null,
    counts: await countsOf(db),
  }
}

async function countsOf(db: Queryable) {
  const counted = (state: string) => sql<number>`(count(*) filter (where ${messages.state} = ${state}))::int`
  const [row] = await db
    .select({
      due: sql<number>`(count(*) filter (where ${messages.state} in ('due', 'sending')))::int`,
      sent: counted('sent'),
      skipped: counted('skipped'),
      failed: counted('failed'),
    })
    .from(messages)
  return row ?? { due: 0, sent: 0, skipped: 0, failed: 0 }
}
