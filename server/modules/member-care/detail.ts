import type { Refusal } from '@contract/errors'
import type { MemberDetail } from '@contract/member-care'
import { ok, type Result, refuse } from '@domain/result'
import { desc, eq } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { memberContacts } from '../../schema/member-care'
import { creditedView, decisionOf } from '../staff/credited'
import { creditedPage } from '../staff/credited-store'
import { namesFor } from '../staff/names'
import { careFacts } from './facts'
import { memberView } from './list'
import { tagsOf } from './tags'

const SHOWN = 10

/** One member as who serves them may see them; anybody else's does not exist. */
export async function myMember(
  { db, config }: Deps,
  caller: StaffCaller,
  memberId: string,
  nowMs: number,
): Promise<Result<MemberDetail, Refusal>> {
  const { staffId } = caller.staff
  const [facts] = await careFacts(db, staffId, nowMs, memberId)
  if (!facts) return refuse(NOT_FOUND)
  const page = { staffId, memberId, from: null, until: null, after: null, limit: SHOWN }
  const orders = await creditedPage(db, page)
  const names = await namesFor(db, orders.map(decisionOf))
  return ok({
    ...memberView(facts, (await tagsOf(db, [memberId])).get(memberId) ?? [], nowMs),
    groups: await groupsOf(db, memberId),
    recentOrders: orders.map((row) => creditedView(config, row, names, 'staff')),
    recentOpens: await opensOf(db, memberId, staffId),
    contacts: await db
      .select({ at: memberContacts.at, reason: memberContacts.reason, note: memberContacts.note })
      .from(memberContacts)
      .where(eq(memberContacts.memberId, memberId))
      .orderBy(desc(memberContacts.at), desc(memberContacts.id))
      .limit(SHOWN),
  })
}

/** Groups the member has opened the shop from: proven, not claimed. */
async function groupsOf(db: Queryable, memberId: string): Promise<MemberDetail['groups']> {
  const { rows } = await db.$client.query<MemberDetail['groups'][number]>({
    name: 'member-care-groups',
    text: `select g.id, g.name from groups g
            where g.id in (select group_id from touches where member_id = $1 and group_id is not null)
            order by g.name nulls last, g.id`,
    values: [memberId],
  })
  return rows
}

/** The openings that count to this staff member. */
async function opensOf(
  db: Queryable,
  memberId: string,
  staffId: string,
): Promise<MemberDetail['recentOpens']> {
  const { rows } = await db.$client.query<MemberDetail['recentOpens'][number]>({
    name: 'member-care-opens',
    text: `select t.at, g.name as "groupName",
                  case when p.title is not null then '打开「' || p.title || '」的分享'
                       when t.share_state = 'ok' then '打开店铺分享'
                       when t.group_id is not null then '从群进店' else '直接进店' end as text
             from touches t
             left join groups g on g.id = t.group_id
             left join shares s on s.token = t.share_token
             left join products p on p.id = s.product_id
            where t.member_id = $1 and t.staff_id = $2
            order by t.at desc, t.id desc limit ${SHOWN}`,
    values: [memberId, staffId],
  })
  return rows
}
