import type { FigureName, FigureRow } from '@contract/figures'
import type { FigureScope, TimeRange } from '@domain/figures/rows'
import { maskName } from '@domain/member/mask'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Queryable } from '../../platform/database'
import { claimedSql, paidSql, scopeName, seenSql, valuesOf } from './sql'

const PAGE = 20

/** What each number is made of: as many rows as it says, each with a moment and a phrase. */
const ROWS: Record<FigureName, (scope: FigureScope) => string> = {
  opens: (scope) => `${openingRows(scope)}`,
  members: (scope) => `
    select member_id as id, member_id, max(at) as at, '打开 ' || count(*) || ' 次' as title, null::uuid as group_id,
           null::uuid as order_id, null::bigint as amount
      from (${seenSql(scope)}) seen group by member_id`,
  newMembers: (scope) => `
    select opening.* from (${openingRows(scope)}) opening join member_firsts f on f.touch_id = opening.id`,
  claims: (scope) => `
    select id, member_id, claimed_at as at, '领取「' || title || '」' as title, group_id, null::uuid as order_id,
           null::bigint as amount from (${claimedSql(scope)}) claimed`,
  orders: (scope) => `
    select paid.id, paid.member_id, paid.paid_at as at, orderly.title, paid.group_id, paid.id as order_id,
           paid.net_fen as amount
      from (${paidSql(scope)}) paid ${ORDER_TITLE}`,
  buyers: (scope) => buyerRows(scope, ''),
  converted: (scope) =>
    buyerRows(scope, `where member_id in (select member_id from (${seenSql(scope)}) seen)`),
  repeaters: (scope) => `select * from (${buyerRows(scope, '')}) buyer where buyer.times >= 2`,
}

const ORDER_TITLE = `
  cross join lateral (
    select string_agg(l.title, '、' order by l.position) as title from order_lines l where l.order_id = paid.id
  ) orderly`

const openingRows = (scope: FigureScope): string => `
  select seen.id, seen.member_id, seen.at,
         case when t.share_state = 'ok' and p.title is not null then '打开「' || p.title || '」的分享'
              when t.share_state = 'ok' then '打开店铺分享'
              when t.group_id is not null then '从群进店' else '直接进店' end as title,
         t.group_id, null::uuid as order_id, null::bigint as amount
    from (${seenSql(scope)}) seen
    join touches t on t.id = seen.id
    left join shares s on s.token = t.share_token
    left join products p on p.id = s.product_id`

const buyerRows = (scope: FigureScope, where: string): string => `
  select member_id as id, member_id, max(paid_at) as at, '付款 ' || count(*) || ' 单' as title,
         null::uuid as group_id, null::uuid as order_id, sum(net_fen)::bigint as amount, count(*) as times
    from (${paidSql(scope)}) paid ${where} group by member_id`

interface Row extends Omit<FigureRow, 'maskedMember' | 'amountFen'> {
  readonly name: string | null
  readonly amountFen: number | null
}

/** The rows behind one number, newest first. */
export async function rowsBehind(
  db: Queryable,
  figure: FigureName,
  scope: FigureScope,
  range: TimeRange,
  { cursor, limit = PAGE }: { readonly cursor?: string; readonly limit?: number },
): Promise<{ items: FigureRow[]; next: string | null }> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const { rows } = await db.$client.query<Row>({
    name: `rows-${figure}-${scopeName(scope)}`,
    text: `
      select made.id, made.at, made.title, made.order_id as "orderId", made.amount as "amountFen",
             coalesce(g.name, case when made.group_id is null then null else '未命名的群' end) as "groupName",
             coalesce(m.nickname, (
               select o.address ->> 'name' from orders o where o.member_id = m.id order by o.created_at desc limit 1
             )) as name
        from (
          select * from (${ROWS[figure](scope)}) every_row
           where ($5::timestamptz is null or (at, id) < ($5, $6::uuid))
           order by at desc, id desc limit $7
        ) made
        join members m on m.id = made.member_id
        left join groups g on g.id = made.group_id
       order by made.at desc, made.id desc`,
    values: [...valuesOf(scope, range), after && instantToText(after[0]), after?.[1] ?? null, limit + 1],
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ name, ...row }) => ({ ...row, maskedMember: maskName(name ?? '微信用户') })),
    next: rows.length > limit && last ? cursorOf(last.at, last.id) : null,
  }
}
