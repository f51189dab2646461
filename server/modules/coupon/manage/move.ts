import type { raiseStock } from '@contract/campaign'
import type { Refusal } from '@contract/errors'
import type { BodyOf } from '@contract/route'
import { type CampaignEvent, nextStatus } from '@domain/coupon/campaign-flow'
import type { CampaignStatus } from '@domain/coupon/types'
import { ok, type Result, refuse } from '@domain/result'
import { eq } from 'drizzle-orm'
import { inTransaction, type Tx } from '../../../platform/database'
import type { Deps } from '../../../platform/deps'
import { NOT_FOUND } from '../../../platform/http/session-hook'
import { campaigns } from '../../../schema/coupon'
import { type CampaignRow, lockCampaign } from '../campaign-store'
import { inputOf } from './input'
import { audit, editIn, type Hand } from './save'

type Saved = Result<{ readonly id: string }, Refusal>

/** Pauses, resumes or ends: claims under way are over when it answers, and claimed coupons stay as they are. */
export function moveCampaign(
  { db, ids }: Pick<Deps, 'db' | 'ids'>,
  id: string,
  event: CampaignEvent,
  hand: Hand,
): Promise<Saved> {
  return inTransaction(db, async (tx) => {
    const row = await lockCampaign(tx, id)
    if (!row) return refuse(NOT_FOUND)
    const to = nextStatus(row.status, event)
    if (!to.ok) {
      const { code, status } = to.error
      return refuse<Refusal>({ code, message: `The campaign is ${status}.`, detail: { status } })
    }
    await moveIn(tx, { ids }, row, event, to.value, hand)
    return ok({ id })
  })
}

/** The move itself, once the flow has allowed it. Call with the campaign locked. */
export async function moveIn(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  row: CampaignRow,
  event: CampaignEvent,
  to: CampaignStatus,
  hand: Hand,
): Promise<void> {
  await tx
    .update(campaigns)
    .set({ status: to, version: row.version + 1, updatedAt: hand.nowMs })
    .where(eq(campaigns.id, row.id))
  await audit(tx, { ids }, row.id, event, { before: row.status, after: to }, hand)
}

/** Adds copies. A tier or group without a bound has none to raise. */
export function raiseCampaignStock(
  { db, ids }: Pick<Deps, 'db' | 'ids'>,
  id: string,
  { addTotal = 0, addPerGroup = 0, addToTiers = [] }: BodyOf<typeof raiseStock>,
  hand: Hand,
): Promise<Saved> {
  return inTransaction(db, async (tx) => {
    const row = await lockCampaign(tx, id)
    if (!row) return refuse(NOT_FOUND)
    const input = inputOf(row)
    const unbound = addToTiers.find(({ rank }) => input.tiers[rank - 1]?.stock == null)
    if (unbound || (addPerGroup > 0 && input.stockPerGroup === null)) {
      const field = unbound ? '/body/addToTiers' : '/body/addPerGroup'
      return refuse<Refusal>({ code: 'campaign.edit_refused', message: 'There is no such bound.', field })
    }
    const added = (rank: number) =>
      addToTiers.filter((it) => it.rank === rank).reduce((sum, { add }) => sum + add, 0)
    const raised = {
      ...input,
      totalStock: input.totalStock + addTotal,
      stockPerGroup: input.stockPerGroup === null ? null : input.stockPerGroup + addPerGroup,
      tiers: input.tiers.map((tier, i) => ({
        ...tier,
        stock: tier.stock === null ? null : tier.stock + added(i + 1),
      })),
    }
    return editIn(tx, { ids }, row, raised, hand, 'raise_stock')
  })
}
