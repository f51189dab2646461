import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Campaign } from '@domain/coupon/types'
import { HOUR_MS, MINUTE_MS } from '@domain/shop-time'
import { campaignOf, findCampaignsByCode } from '../../server/modules/coupon/campaign-store'
import { claimIn } from '../../server/modules/coupon/claim/batch'
import { expireDue, oweExpiry } from '../../server/modules/coupon/expiry'
import { importIn } from '../../server/modules/coupon/file/import'
import type { Tx } from '../../server/platform/database'
import type { Ids } from '../../server/platform/ids'
import { chance, random } from './chance'

export const CAMPAIGNS_FILE = join(__dirname, '..', 'data', 'campaigns.json')

/** Campaigns that are open to anyone, or to a level of members: seeded purchases may use their coupons. */
const OFFERED: readonly string[] = ['neighbour-ladder', 'freight-off']

/** Opens those campaigns before there are people. The others name groups, and come with `seedCoupons`. */
export async function openOffers(tx: Tx, ids: Ids, nowMs: number): Promise<Campaign[]> {
  const all = JSON.parse(readFileSync(CAMPAIGNS_FILE, 'utf8')) as readonly { readonly code: string }[]
  const offered = all.filter(({ code }) => OFFERED.includes(code))
  const imported = await importIn(tx, { ids }, JSON.stringify(offered), { staffId: null, nowMs })
  if (!imported.ok) throw new Error('the demo campaigns are refused')
  return [...(await findCampaignsByCode(tx, OFFERED)).values()].map(campaignOf)
}

/** How many of those who opened the shop in a campaign's window tapped on it. */
const TAPPED = 0.45

/**
 * The demo's campaigns, and what members claimed of them a minute after they had opened the shop: by the very rules
 * of a claim, so that nobody holds what they could not have had. Needs people and touches to be written.
 */
export async function seedCoupons(tx: Tx, ids: Ids, nowMs: number): Promise<void> {
  const imported = await importIn(tx, { ids }, readFileSync(CAMPAIGNS_FILE, 'utf8'), { staffId: null, nowMs })
  if (!imported.ok) {
    const [fault] = imported.error
    throw new Error(`the demo campaigns are refused: ${fault?.place}: ${fault?.reason}`)
  }
  await tx.$client.query(
    `update campaigns set created_at = least(created_at, claim_from), updated_at = least(updated_at, claim_from)`,
  )
  const { rows: running } = await tx.$client.query<Window>(
    'select id, claim_from as "from", claim_until as until from campaigns where claim_from < $1 order by code',
    [new Date(nowMs).toISOString()],
  )
  for (const [i, window] of running.entries()) await tapOn(tx, ids, window, 9_000 + i, nowMs)
  const { rows: open } = await tx.$client.query<{ until: number }>(
    'select distinct valid_until as until from coupons where valid_until > $1',
    [new Date(nowMs).toISOString()],
  )
  const ends = open.map(({ until }) => until)
  await oweExpiry(tx, { ids }, ends, new Set(), nowMs)
  await expireDue(tx, nowMs)
}

interface Window {
  readonly id: string
  readonly from: number
  readonly until: number
}

async function tapOn(tx: Tx, ids: Ids, window: Window, seed: number, nowMs: number): Promise<void> {
  const next = random(seed)
  const until = Math.min(window.until, nowMs) - HOUR_MS
  const { rows: openings } = await tx.$client.query<{ member_id: string; at: number }>(
    `select member_id, min(at) as at from touches where at >= $1 and at < $2 group by member_id order by 2, 1`,
    [new Date(window.from).toISOString(), new Date(until).toISOString()],
  )
  const wishes = openings
    .filter(() => chance(next, TAPPED))
    .map(({ member_id, at }) => ({
      memberId: member_id,
      requestId: ids.next(),
      upgradeOf: null,
      nowMs: at + MINUTE_MS,
      newId: ids.next(),
    }))
  if (wishes.length > 0) await claimIn(tx, { ids }, new Set(), window.id, wishes)
}
