import type { TrustLimits } from '@contract/trust'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { readSettings, saveSetting } from '../shop/settings'
import { recordAudit } from '../staff/audit'

/** Thresholds of the suspect rules, and the lifetime of staff cards. */
export async function trustLimits(db: Queryable): Promise<TrustLimits> {
  const { trust, cardLifeDays } = await readSettings(db)
  return { ...trust, cardLifeDays }
}

/** Saves them for later openings and cards. */
export async function saveTrustLimits(
  deps: Deps,
  caller: StaffCaller,
  { cardLifeDays, ...trust }: TrustLimits,
  nowMs: number,
): Promise<TrustLimits> {
  await inTransaction(deps.db, async (tx) => {
    await saveSetting(tx, 'trust', trust, nowMs)
    await saveSetting(tx, 'cardLifeDays', cardLifeDays, nowMs)
    const detail = JSON.stringify({ ...trust, cardLifeDays })
    const audit = {
      at: nowMs,
      actorStaffId: caller.staff.staffId,
      action: 'trust.saved',
      subject: 'limits',
      detail,
    }
    await recordAudit(tx, deps.ids, audit)
  })
  return { ...trust, cardLifeDays }
}
