import type { QueryOf, ResponseOf } from '@contract/route'
import type { listShares, ShareResult } from '@contract/staff'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Deps } from '../../platform/deps'
import { pictureOf } from '../catalogue/pictures'
import { readSettings } from '../shop/settings'

const PAGE = 20

interface ShareRow {
  readonly token: string
  readonly kind: ShareResult['kind']
  readonly channel: string
  readonly createdAt: number
  readonly title: string | null
  readonly image: string | null
  readonly opens: number
  readonly members: number
  readonly paidOrders: number
  readonly netSales: number
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  readonly intendedGroupName: string | null
}

// Openings of the card and of all its relays count to their root; orders by the opening that won them.
const RESULTS = {
  name: 'share-results',
  text: `
    select s.token, s.kind, s.channel, s.created_at as "createdAt", p.title, p.images[1] as image,
           seen.opens, seen.members, won.orders as "paidOrders", won.net as "netSales",
           s.expires_at as "expiresAt", s.revoked_at as "revokedAt",
           case when s.intended_group_id is null then null else coalesce(g.name, '未命名的群') end as "intendedGroupName"
      from shares s
      left join products p on p.id = s.product_id
      left join groups g on g.id = s.intended_group_id
      cross join lateral (
        select count(*) as opens, count(distinct t.member_id) as members
          from shares chain join touches t on t.share_token = chain.token
         where chain.root_token = s.token and t.share_state = 'ok' and t.suspect_rule is null
      ) seen
      cross join lateral (
        select count(*) as orders, coalesce(sum(net), 0)::bigint as net
          from (select (select sum(e.amount_fen) from ledger_entries e where e.order_id = o.id) as net
                  from shares chain
                  join touches t on t.share_token = chain.token
                  join order_attributions a on a.evidence_touch_id = t.id
                  join orders o on o.id = a.order_id and o.paid_at is not null
                 where chain.root_token = s.token) sold
      ) won
     where s.root_staff_id = $1 and s.depth = 0 and seen.opens > 0
       and ($2::timestamptz is null or (s.created_at, s.token) < ($2, $3::text))
     order by s.created_at desc, s.token desc limit $4`,
}

/** My share tokens that were opened, the newest first, with what each brought. */
export async function shareResults(
  { db, config }: Deps,
  caller: StaffCaller,
  { cursor, limit = PAGE }: QueryOf<typeof listShares>,
  nowMs: number,
): Promise<ResponseOf<typeof listShares>> {
  const after = keysOf(cursor, ['number', 'token'])
  const { rows } = await db.$client.query<ShareRow>({
    ...RESULTS,
    values: [caller.staff.staffId, after && instantToText(after[0]), after?.[1] ?? null, limit + 1],
  })
  const shown = rows.slice(0, limit)
  const { shopName } = await readSettings(db)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      token: row.token,
      kind: row.kind,
      title: row.title ?? shopName,
      picture: row.image === null ? null : pictureOf(config, row.image),
      channel: row.channel,
      createdAt: row.createdAt,
      opens: row.opens,
      members: row.members,
      paidOrders: row.paidOrders,
      netSalesFen: row.netSales,
      state: stateOf(row, nowMs),
      expiresAt: row.expiresAt,
      intendedGroupName: row.intendedGroupName,
    })),
    next: rows.length > limit && last ? cursorOf(last.createdAt, last.token) : null,
  }
}

function stateOf({ revokedAt, expiresAt }: ShareRow, nowMs: number): ShareResult['state'] {
  if (revokedAt !== null && revokedAt <= nowMs) return 'revoked'
  return expiresAt !== null && expiresAt <= nowMs ? 'expired' : 'ok'
}
