import type { HomeView } from '@contract/catalogue'
import { K_ANONYMITY } from '@domain/recommend/score'
import { DAY_MS } from '@domain/shop-time'
import type { Queryable } from '../../platform/database'
import { currentPolicy } from '../attribution/policy'

const WEEK_MS = 7 * DAY_MS
const MOSAIC = 6

export interface KnownVisitor {
  readonly personalised: boolean
  readonly groupId: string | null
  readonly groupName: string | null
}

/** What the shop knows of a member before ranking: their switch, and the group they last came from. */
export async function visitorOf(db: Queryable, memberId: string, nowMs: number): Promise<KnownVisitor> {
  const { groupWindowMs } = await currentPolicy(db, nowMs)
  const { rows } = await db.$client.query<KnownVisitor>({
    name: 'home.visitor',
    text: `select m.personalised, g.id as "groupId", g.name as "groupName"
      from members m
      left join lateral (
        select group_id from touches where member_id = m.id and group_id is not null and suspect_rule is null and at >= $2
        order by at desc, id desc limit 1
      ) t on true
      left join groups g on g.id = t.group_id
      where m.id = $1`,
    values: [memberId, new Date(nowMs - groupWindowMs)],
  })
  return rows[0] ?? { personalised: true, groupId: null, groupName: null }
}

/** The strip on top of home. Fewer buyers than a crowd are persons: neither counted nor shown by an initial. */
export async function groupStrip(
  db: Queryable,
  { groupId, groupName }: KnownVisitor,
  nowMs: number,
): Promise<HomeView['group']> {
  if (groupId === null) return null
  const { rows } = await db.$client.query<{ buyers: number; initials: string[] }>({
    name: 'home.group_strip',
    text: `select count(*) as buyers, coalesce((array_agg(initial) filter (where initial <> ''))[1:${MOSAIC}], '{}') as initials
      from (
        select left(btrim(coalesce(m.nickname, '')), 1) as initial
        from members m join (
          select member_id, max(paid_at) as latest from orders
          where group_id = $1 and paid_at >= $2 and state in ('paid', 'shipped', 'received')
          group by member_id
        ) o on o.member_id = m.id
        order by o.latest desc, m.id
      ) buyer`,
    values: [groupId, new Date(nowMs - WEEK_MS)],
  })
  const { buyers, initials } = rows[0]!
  const isCrowd = buyers >= K_ANONYMITY
  return {
    id: groupId,
    name: groupName,
    buyersThisWeek: isCrowd ? buyers : null,
    initials: isCrowd ? initials : [],
  }
}
