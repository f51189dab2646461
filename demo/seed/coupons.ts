import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOUR_MS, MINUTE_MS } from '@domain/shop-time'
import { claimIn } from '../../server/modules/coupon/claim/batch'
import { expireDue } from '../../server/modules/coupon/expiry'
import { importIn } from '../../server/modules/coupon/file/import'
import type { Tx } from '../../server/platform/database'
import type { Ids } from '../../server/platform/ids'
import { chance, random } from './chance'

export const CAMPAIGNS_FILE = join(__dirname, '..', 'data', 'campaigns.json')

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
