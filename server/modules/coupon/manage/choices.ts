import type { getCampaignChoices } from '@contract/campaign'
import type { ResponseOf } from '@contract/route'
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/database'
import { readSettings } from '../../shop/settings'
import { segments } from '../facts/segments'

/** What a campaign form can choose from; the largest groups first. */
export async function campaignChoices(db: Queryable): Promise<ResponseOf<typeof getCampaignChoices>> {
  const { couponLimits } = await readSettings(db)
  const { rows } = await db.execute<{ id: string; name: string | null; members: number }>(sql`
    select g.id, g.name, count(distinct t.member_id)::int as members
      from groups g left join touches t on t.group_id = g.id and t.group_state = 'proven'
     group by g.id order by members desc, g.id`)
  return { groups: rows, segments: [...(await segments.all(db))], ...couponLimits }
}
