import type { CampaignInput } from '@contract/campaign'
import type { Refusal } from '@contract/errors'
import { editFaults, stockAfterEdit } from '@domain/coupon/edit'
import { fullStock } from '@domain/coupon/stock'
import type { Campaign } from '@domain/coupon/types'
import { ok, type Result, refuse } from '@domain/result'
import { eq, sql } from 'drizzle-orm'
import { inTransaction, type Tx } from '../../../platform/database'
import type { Deps } from '../../../platform/deps'
import { NOT_FOUND } from '../../../platform/http/session-hook'
import { isUniqueViolation } from '../../../platform/sql-errors'
import { campaignAudits, campaigns } from '../../../schema/coupon'
import { type CampaignRow, campaignOf, isCodeTaken, lockCampaign } from '../campaign-store'
import { loadStock, saveStock } from '../stock-store'
import { campaignFrom, inputOf } from './input'
import { faultsOf } from './validate'

/** Who does it (null is the command line), and when. */
export interface Hand {
  readonly staffId: string | null
  readonly nowMs: number
}

type Ids = Pick<Deps, 'ids'>
type Saved = Result<{ readonly id: string }, Refusal>

const CODE_TAKEN: Refusal = {
  code: 'campaign.code_taken',
  message: 'Another campaign has this code.',
  field: '/body/code',
}

/** Saves a new campaign with its whole stock. */
export async function createCampaign(
  deps: Pick<Deps, 'db' | 'ids'>,
  input: CampaignInput,
  hand: Hand,
): Promise<Saved> {
  try {
    return await inTransaction(deps.db, (tx) => createIn(tx, deps, input, hand))
  } catch (error) {
    // Two managers saved the same code at once.
    if (isUniqueViolation(error, 'campaigns_code_unique')) return refuse(CODE_TAKEN)
    throw error
  }
}

/** The same inside the caller's transaction, for files of many. */
export async function createIn(tx: Tx, { ids }: Ids, input: CampaignInput, hand: Hand): Promise<Saved> {
  const id = ids.next()
  const campaign = campaignFrom(id, 'live', input)
  const faults = await faultsOf(tx, campaign)
  if (faults.length > 0) return refuse(invalid(faults))
  if (await isCodeTaken(tx, input.code, id)) return refuse(CODE_TAKEN)
  await tx
    .insert(campaigns)
    .values({ ...columnsOf(campaign, input), id, version: 1, createdAt: hand.nowMs, updatedAt: hand.nowMs })
  await saveStock(tx, id, fullStock(campaign))
  await audit(tx, { ids }, id, 'create', { after: input }, hand)
  return ok({ id })
}

/** Saves an edit over the version it was made of; once something was claimed the rules of `domain/coupon/edit` bind. */
export async function editCampaign(
  deps: Pick<Deps, 'db' | 'ids'>,
  id: string,
  { version, input }: { readonly version: number; readonly input: CampaignInput },
  hand: Hand,
): Promise<Saved> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const row = await lockCampaign(tx, id)
      if (!row) return refuse(NOT_FOUND)
      if (row.version !== version) {
        const message = 'Somebody else has saved this campaign; look again.'
        return refuse<Refusal>({ code: 'campaign.version_old', message, detail: { version: row.version } })
      }
      return editIn(tx, deps, row, input, hand, 'edit')
    })
  } catch (error) {
    if (isUniqueViolation(error, 'campaigns_code_unique')) return refuse(CODE_TAKEN)
    throw error
  }
}

/** An edit of a campaign that the caller has locked. */
export async function editIn(
  tx: Tx,
  { ids }: Ids,
  row: CampaignRow,
  input: CampaignInput,
  hand: Hand,
  action: 'edit' | 'raise_stock',
): Promise<Saved> {
  const { id } = row
  const before = campaignOf(row)
  const after = campaignFrom(id, row.status, input)
  const faults = await faultsOf(tx, after)
  if (faults.length > 0) return refuse(invalid(faults))
  const isTouched = await isClaimed(tx, id)
  const refused = editFaults(before, after, isTouched)
  if (refused.length > 0) {
    const message = 'What was promised stays as it is.'
    return refuse({ code: 'campaign.edit_refused', message, detail: { faults: refused } })
  }
  if (await isCodeTaken(tx, input.code, id)) return refuse(CODE_TAKEN)
  await tx
    .update(campaigns)
    .set({ ...columnsOf(after, input), version: row.version + 1, updatedAt: hand.nowMs })
    .where(eq(campaigns.id, id))
  const left = (await loadStock(tx, [id], null)).get(id)!
  await saveStock(tx, id, stockAfterEdit(before, after, left, isTouched))
  await audit(tx, { ids }, id, action, { before: inputOf(row), after: input }, hand)
  return ok({ id })
}

const columnsOf = (campaign: Campaign, { code, note, position }: CampaignInput) => ({
  ...campaign,
  tiers: [...campaign.tiers],
  code,
  note: note?.trim() ?? '',
  position: position ?? 0,
})

const invalid = (faults: readonly unknown[]): Refusal => ({
  code: 'campaign.invalid',
  message: 'The campaign cannot be saved like this.',
  detail: { faults },
})

/** Whether anybody ever claimed of it. */
export async function isClaimed(tx: Pick<Tx, 'execute'>, id: string): Promise<boolean> {
  const { rows } = await tx.execute<{ is: boolean }>(
    sql`select exists (select 1 from coupons where campaign_id = ${id}) as is`,
  )
  return rows[0]?.is === true
}

/** Writes down who did what, in the change's transaction. */
export async function audit(
  tx: Tx,
  { ids }: Ids,
  campaignId: string,
  action: (typeof campaignAudits.$inferInsert)['action'],
  detail: object,
  { staffId, nowMs }: Hand,
): Promise<void> {
  await tx
    .insert(campaignAudits)
    .values({ id: ids.next(), campaignId, at: nowMs, actorStaffId: staffId, action, detail })
}
