import { MINUTE_MS } from '@domain/shop-time'
import type { Traffic, TrustLimits } from '@domain/trust/suspect'
import { instantToText } from '../../platform/column-types'
import type { Keys } from '../../platform/crypto'
import type { Queryable } from '../../platform/database'
import { isMakerOf, isRelayerOf } from '../share/sharer'
import type { RootedShare } from '../share/store'

// Of one member and one share only, each by an index: this runs with every opening.
const TRAFFIC = {
  name: 'touch-traffic',
  text: `
    select (select count(*) from touches where member_id = $1 and at > $3 and at <= $2) as touches,
           (select count(distinct s.root_token) from touches t join shares s on s.token = t.share_token
             where t.member_id = $1 and t.at > $4 and t.at <= $2
               and s.root_staff_id is not null and s.root_token is distinct from $5) as "otherShares"`,
} as const

const OWN = {
  name: 'touch-traffic-own',
  text: `
    select (select count(*) from touches where share_token = $2 and member_id = $1) as opens,
           exists (select 1 from shares chain join touches t on t.share_token = chain.token
                    where chain.root_token = $3 and t.member_id <> $1) as "byOthers"`,
} as const

/** What is known of an opening that is about to be written, itself counted in. */
export async function trafficOf(
  db: Queryable,
  keys: Keys,
  opening: { readonly memberId: string; readonly at: number; readonly share: RootedShare | null },
  limits: TrustLimits,
): Promise<Traffic> {
  const { memberId, at, share } = opening
  const staffRoot = share?.root.rootStaffId ? share.root.token : null
  const { rows } = await db.$client.query<{ touches: number; otherShares: number }>({
    ...TRAFFIC,
    values: [
      memberId,
      instantToText(at),
      instantToText(at - limits.floodWindowMinutes * MINUTE_MS),
      instantToText(at - limits.cycleWindowMinutes * MINUTE_MS),
      staffRoot,
    ],
  })
  const seen = rows[0] ?? { touches: 0, otherShares: 0 }
  return {
    memberTouches: seen.touches + 1,
    memberShares: staffRoot === null ? 0 : seen.otherShares + 1,
    ...(await ownTraffic(db, keys, memberId, share)),
  }
}

async function ownTraffic(
  db: Queryable,
  keys: Keys,
  memberId: string,
  found: RootedShare | null,
): Promise<Pick<Traffic, 'ownOpens' | 'isOpenedByOthers'>> {
  const isSharer =
    found !== null &&
    (found.share.depth === 0
      ? isMakerOf(keys, memberId, found.root)
      : isRelayerOf(keys, memberId, found.share))
  if (!isSharer) return { ownOpens: 0, isOpenedByOthers: true }
  const { rows } = await db.$client.query<{ opens: number; byOthers: boolean }>({
    ...OWN,
    values: [memberId, found.share.token, found.share.rootToken],
  })
  return { ownOpens: (rows[0]?.opens ?? 0) + 1, isOpenedByOthers: rows[0]?.byOthers ?? false }
}
